"""How lines are set, and that every colour the marks come to can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.matching.link import Relation
from reader.core.text.article import Block, Role
from reader.core.text.span import Span
from reader.places import find
from reader.ui.columns.marks.tones import Tones
from reader.ui.columns.plan.paragraphs import paragraphs
from reader.ui.themes import Theme, contrast, read_themes

THEMES = read_themes(find().resources / "themes")


@given(st.text(alphabet="ab \n\u05d0😀", max_size=60))
def test_paragraphs_are_the_lines_of_the_text(text: str) -> None:
    found = paragraphs(text, ())
    assert "\n".join(p.span.of(text) for p in found) == text


def test_a_line_takes_the_role_of_its_block_and_a_label_inside_it_is_kept() -> None:
    text = "Title\n\nCHANG: So this trip\n© Site"
    blocks = (
        Block(Span(0, 5), Role.HEADLINE),
        Block(Span(7, 13), Role.SPEAKER),
        Block(Span(14, 26), Role.BODY),
        Block(Span(27, 33), Role.FURNITURE),
    )
    found = paragraphs(text, blocks)
    assert [p.role for p in found] == [Role.HEADLINE, Role.BODY, Role.BODY, Role.FURNITURE]
    assert [p.blank for p in found] == [False, True, False, False]
    assert [label.of(text) for label in found[2].labels] == ["CHANG:"]
    assert [p.number for p in found] == [1, 0, 2, 0]


def test_a_paragraph_that_is_wrapped_by_hand_has_one_number_and_one_direction() -> None:
    text = "One goes\non.\n\nمرحبا\n2022: Ürümqi\nLast"
    blocks = (
        Block(Span(0, 12), Role.BODY),
        Block(Span(14, 32), Role.BODY),
        Block(Span(33, 37), Role.BODY),
    )
    assert blocks[1].span.of(text) == "مرحبا\n2022: Ürümqi"
    found = paragraphs(text, blocks)
    assert [p.span for p in found] == [Span(0, 12), Span(13, 13), Span(14, 32), Span(33, 37)]
    assert [p.number for p in found] == [1, 0, 2, 3]
    assert [p.right_to_left for p in found] == [False, False, True, False]


def test_lines_of_furniture_stay_entries_of_their_own() -> None:
    text = "Home\nNews\nSport"
    found = paragraphs(text, (Block(Span(0, 15), Role.FURNITURE),))
    assert [p.span.of(text) for p in found] == ["Home", "News", "Sport"]


def test_a_label_on_a_line_of_its_own_makes_it_a_speaker_line() -> None:
    assert paragraphs("CHANG:", (Block(Span(0, 6), Role.SPEAKER),))[0].role is Role.SPEAKER


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.key)
def test_words_can_be_read_on_every_tint(theme: Theme) -> None:
    tones = Tones(theme)
    for faded in (False, True):
        found = [tones.relation(relation, faded=faded) for relation in Relation]
        found += [tones.changed(faded=faded), tones.mark("note"), tones.mark("find")]
        for tone in found:
            if tone.tint is not None:
                assert contrast(theme.ink["text"], tone.tint) >= 7


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.key)
def test_lines_can_be_seen_on_the_page(theme: Theme) -> None:
    tones = Tones(theme)
    for name in ("verbatim", "near", "paraphrase", "conflict", "only", "note", "find"):
        assert contrast(tones.mark(name).line, tones.page) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.key)
def test_high_contrast_fades_nothing_and_the_others_do(theme: Theme) -> None:
    tones = Tones(theme)
    same = tones.relation(Relation.NEAR) == tones.relation(Relation.NEAR, faded=True)
    assert same is theme.high_contrast


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.key)
def test_quiet_words_such_as_captions_can_be_read_on_what_the_machine_marks(theme: Theme) -> None:
    tones = Tones(theme)
    for tone in (*(tones.relation(relation) for relation in Relation), tones.changed()):
        if tone.tint is not None:
            assert contrast(theme.ink["quiet"], tone.tint) >= 4.5
