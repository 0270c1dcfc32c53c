"""Every theme is readable: contrast computed from the files, no window needed."""

from __future__ import annotations

import re

import pytest

from reader import places
from reader.ui.columns.marks.tones import Tones
from reader.ui.themes import MARKS, blend, contrast, read_themes

THEMES = read_themes(places.find().resources / "themes")
FADED = 1 / 3


def test_there_is_a_light_a_dark_and_two_high_contrast_themes():
    assert {(t.dark, t.high_contrast) for t in THEMES.values()} == {
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    }


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_ink_is_readable_on_every_ground(theme):
    grounds = [theme.surface[name] for name in ("page", "chrome", "raised", "hover", "selection")]
    tints = [m.tint for m in theme.marks.values() if m.tint]
    tints += [blend(tint, theme.surface["page"], FADED) for tint in tints]
    for ground in grounds + tints:
        assert contrast(theme.ink["text"], ground) >= 7, ground
    for ground in grounds[:4]:
        assert contrast(theme.ink["quiet"], ground) >= 4.5, ground
        assert contrast(theme.ink["accent"], ground) >= 4.5, ground
        assert contrast(theme.ink["warning"], ground) >= 4.5, ground
    assert contrast(theme.ink["on_accent"], theme.ink["accent"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_marks_are_seen_on_the_page_and_on_their_tint(theme):
    for name in MARKS:
        mark = theme.marks[name]
        for ground in (theme.surface["page"], mark.tint or theme.surface["page"]):
            assert contrast(mark.line, ground) >= 3, name


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_tags_are_readable_as_words(theme):
    for name, colour in theme.tags.items():
        for ground in ("page", "chrome", "raised"):
            assert contrast(colour, theme.surface[ground]) >= 4.5, name


@pytest.mark.parametrize("theme", [t for t in THEMES.values() if t.high_contrast])
def test_high_contrast_tells_by_form_alone(theme):
    assert all(theme.marks[n].tint is None for n in MARKS if n != "find")
    assert theme.line_width >= 2
    assert {theme.surface["page"], theme.ink["text"]} == {"#000000", "#FFFFFF"}


def test_a_theme_without_a_role_is_refused(tmp_path):
    (tmp_path / "odd.toml").write_text('title = "x"\ndark = true\n')
    with pytest.raises(ValueError, match="odd"):
        read_themes(tmp_path)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_a_field_asks_for_is_readable_and_no_answer(theme):
    assert contrast(theme.hint, theme.surface["raised"]) >= 4.5
    assert contrast(theme.hint, theme.ink["text"]) >= 1.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_can_be_ticked_is_seen_before_it_is(theme):
    """Boxes have the quiet ink as their edge: the edge of panels would be too faint for a state."""
    for ground in ("page", "chrome", "raised", "hover"):
        assert contrast(theme.ink["quiet"], theme.surface[ground]) >= 3
    tick = places.find().resources / "icons" / f"tick-{'dark' if theme.dark else 'light'}.svg"
    drawn = re.search(r'stroke="(#\w+)"', tick.read_text("utf-8"))
    assert drawn is not None
    assert contrast(drawn[1], theme.surface["raised"]) >= 7


def test_the_style_sheet_names_no_colour_of_its_own():
    sheet = (places.find().resources / "style.qss").read_text("utf-8")
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b(?=[ ;])", sheet)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_handles_of_scroll_bars_are_seen_but_not_stark(theme):
    least = 3 if theme.high_contrast else 1.7
    assert least <= contrast(theme.thumb, theme.surface["chrome"]) < 10


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_marks_are_seen_where_they_lie_over_one_another(theme):
    """A conflict in a near passage that is noted and found has four tints and six lines."""
    tints = [mark.tint for mark in theme.marks.values() if mark.tint]
    for name in ("verbatim", "near", "paraphrase", "conflict", "note", "find"):
        for tint in tints:
            assert contrast(theme.marks[name].line, tint) >= 3, (name, tint)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_changed_words_and_marked_captions_are_readable(theme):
    tones = Tones(theme)
    changed = tones.changed().tint
    assert changed is None or contrast(theme.ink["text"], changed) >= 7
    tints = [mark.tint for mark in theme.marks.values() if mark.tint]
    for ground in [*tints, *([changed] if changed else [])]:
        assert contrast(theme.ink["quiet"], ground) >= 4.5, ground


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_chosen_row_tells_as_much_as_the_others(theme):
    chosen = theme.surface["selection"]
    for ink in ("quiet", "accent", "warning"):
        assert contrast(theme.ink[ink], chosen) >= 4.5, ink
    assert contrast(theme.marks["conflict"].line, chosen) >= 4.5, "the verdict is written in it"
    for name, colour in theme.tags.items():
        for ground in ("selection", "hover"):
            assert contrast(colour, theme.surface[ground]) >= 3, name


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_keys_beside_commands_are_readable(theme):
    for ground in ("page", "selection"):
        told = blend(theme.ink["text"], theme.surface[ground], 0.75)
        assert contrast(told, theme.surface[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_who_has_the_focus_is_seen_on_every_ground(theme):
    for ground in ("page", "chrome", "raised", "hover"):
        assert contrast(theme.ink["accent"], theme.surface[ground]) >= 3
    for ground in ("chrome", "selection"):
        assert contrast(theme.ink["text"], theme.surface[ground]) >= 3


def test_every_control_has_a_frame_of_two_pixels_while_it_has_the_focus():
    sheet = (places.find().resources / "style.qss").read_text("utf-8")
    framed = {
        chosen.strip().removesuffix(":focus")
        for rule in re.findall(r"([^{}]+)\{ border: 2px solid \$accent;", sheet)
        for chosen in rule.split("*/")[-1].split(",")
    }
    fields = {"QLineEdit", "QPlainTextEdit", "QTextEdit", "QSpinBox", "QComboBox"}
    assert framed >= fields | {"QToolButton", "QPushButton", "QCheckBox::indicator"}
