"""Every theme is readable: contrast computed from the files, no window needed."""

from __future__ import annotations

import re

import pytest

from reader import places
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


@pytest.mark.parametrize("theme", [t for t in THEMES.values() if t.high_contrast])
def test_handles_of_scroll_bars_are_seen_but_not_stark(theme):
    assert 3 <= contrast(theme.thumb, theme.surface["chrome"]) < 10


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_keys_beside_commands_are_readable(theme):
    for ground in ("page", "selection"):
        told = blend(theme.ink["text"], theme.surface[ground], 0.75)
        assert contrast(told, theme.surface[ground]) >= 4.5
