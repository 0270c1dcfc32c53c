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
