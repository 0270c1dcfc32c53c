"""Marked text laid out: what differs stays in sight, marks sit on their words."""

from __future__ import annotations

import pytest

from reader.ui.appearance import Appearance
from reader.ui.panels.drawn.paragraph import Paragraph, fitted
from reader.ui.panels.drawn.pieces import Form, Piece

BEFORE = "The files have been publicly shared online as a special project of the "
BOX = "Victims of Communism Memorial Fund"


@pytest.mark.parametrize("width", [180, 220, 400])
def test_what_is_in_conflict_is_shown_whole_wherever_it_stands(
    appearance: Appearance, width: int
) -> None:
    pieces = (Piece(BEFORE), Piece(BOX, Form.CONFLICT), Piece(", where he also works." * 3))
    face = appearance.text_font(85)
    made = fitted(pieces, face, width, 3)
    boxed = sum(patch.area.width() for patch in made.patches if patch.form is Form.CONFLICT)
    whole = Paragraph((Piece(BOX, Form.CONFLICT),), face, 2000).patches[0].area.width()
    assert made.line_count <= 3
    assert boxed >= whole * 0.9


def test_a_mark_sits_on_its_words_after_an_emoji(appearance: Appearance) -> None:
    face = appearance.text_font(100)
    plain = Paragraph((Piece("x "), Piece("fire", Form.CHANGED)), face, 500).patches[0].area
    after = Paragraph((Piece("😀 "), Piece("fire", Form.CHANGED)), face, 500).patches[0].area
    assert after.width() == pytest.approx(plain.width(), abs=0.5)


def test_a_mark_that_wraps_has_a_part_on_each_line(appearance: Appearance) -> None:
    made = Paragraph((Piece("word " * 30, Form.CHANGED),), appearance.text_font(100), 200)
    assert len(made.patches) == made.line_count > 2
    assert all(p.area.left() >= 0 and p.area.right() <= 201 for p in made.patches)


def test_right_to_left_words_are_marked_where_they_stand(appearance: Appearance) -> None:
    made = Paragraph(
        (Piece("نار كبيرة "), Piece("في الميناء", Form.CHANGED)), appearance.text_font(100), 400
    )
    (patch,) = made.patches
    assert 0 < patch.area.width() < 400


def test_more_text_than_lines_is_cut(appearance: Appearance) -> None:
    made = Paragraph((Piece("word " * 100),), appearance.text_font(100), 200, lines=2)
    assert made.cut
    assert made.line_count == 2
    assert not Paragraph((Piece("word"),), appearance.text_font(100), 200, lines=2).cut


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_long_conflict_is_not_cut_where_it_has_the_room_to_stand_whole(
    appearance: Appearance, lines: int
) -> None:
    face = appearance.text_font(85)
    whole = Paragraph((Piece(BOX, Form.CONFLICT),), face, 2000).patches[0].area.width()
    width = whole / lines + 60
    pieces = (Piece(BEFORE), Piece(BOX, Form.CONFLICT), Piece(", where he also works." * 3))
    made = fitted(pieces, face, width, lines)
    boxed = sum(patch.area.width() for patch in made.patches if patch.form is Form.CONFLICT)
    assert boxed >= whole * 0.9


def test_a_text_from_right_to_left_stands_at_the_right(appearance: Appearance) -> None:
    face = appearance.text_font(85)
    arabic, latin = Piece("اجتمعت اللجنة", Form.FOUND), Piece("short", Form.FOUND)
    (turned,) = Paragraph((arabic,), face, 400).patches
    (straight,) = Paragraph((latin,), face, 400).patches
    assert turned.area.right() == pytest.approx(400, abs=2)
    assert straight.area.left() == pytest.approx(0, abs=2)


def test_a_cut_text_from_right_to_left_ends_in_an_ellipsis_at_the_left(
    appearance: Appearance,
) -> None:
    words = "اجتمعت اللجنة في جنيف واستمعت إلى الشهود "
    made = Paragraph((Piece(words * 5, Form.FOUND),), appearance.text_font(85), 200, lines=1)
    assert made.cut
    (patch,) = made.patches
    assert patch.area.right() == pytest.approx(200, abs=2)
    assert patch.area.left() > 0


def test_a_conflict_at_the_very_end_is_shown_from_its_first_word(appearance: Appearance) -> None:
    face = appearance.text_font(85)
    box = "Victims of Communism Memorial Foundation"
    pieces = (
        Piece("Well, the group is called the "), Piece(box, Form.CONFLICT), Piece("."),
    )  # fmt: skip
    whole = Paragraph((Piece(box, Form.CONFLICT),), face, 2000).patches[0].area.width()
    made = fitted(pieces, face, whole / 2 + 30, 2)
    boxed = sum(patch.area.width() for patch in made.patches)
    assert boxed >= whole * 0.9
