"""Readings cut into pieces: nothing is lost, what differs is set off and stays in sight."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.text.span import Span
from reader.ui.panels.drawn.pieces import (
    Form,
    Piece,
    against,
    around,
    found_in,
    joined,
    on_one_line,
    plain,
    running,
    seeking,
    text_of,
)

OVER = "Over 5,000 people were moved out of the old town on Tuesday night."
NEARLY = "Nearly 5,000 people were moved out of the old town on Tuesday night."


def whole(text: str) -> Span:
    return Span(0, len(text))


def forms(pieces: tuple[Piece, ...], form: Form) -> list[str]:
    return [piece.text for piece in pieces if piece.form is form]


def test_only_the_words_that_differ_are_set_off() -> None:
    pieces = against(OVER, whole(OVER), NEARLY, whole(NEARLY))
    assert forms(pieces, Form.CHANGED) == ["Nearly"]
    assert text_of(pieces) == NEARLY


def test_a_conflict_is_one_box_over_its_blanks() -> None:
    pieces = against(OVER, whole(OVER), NEARLY, whole(NEARLY), [Span(0, 12)])
    assert pieces[0] == Piece("Nearly 5,000", Form.CONFLICT)


def test_a_conflict_outside_the_reading_boxes_nothing() -> None:
    assert forms(plain(OVER, Span(11, 30), [Span(0, 10)]), Form.CONFLICT) == []


def test_a_reading_in_all_other_words_is_not_all_set_off() -> None:
    other = "Residents had to leave their homes when a warehouse caught fire."
    pieces = against(OVER, whole(OVER), other, whole(other), [Span(0, 9)])
    assert forms(pieces, Form.CHANGED) == []
    assert forms(pieces, Form.CONFLICT) == ["Residents"]


def test_running_text_tells_what_went_and_what_came() -> None:
    pieces = running(OVER, whole(OVER), NEARLY, whole(NEARLY))
    assert pieces[:3] == (
        Piece("Over", Form.DELETED),
        Piece(" "),
        Piece("Nearly", Form.INSERTED),
    )


def test_blanks_and_line_ends_are_one_blank() -> None:
    pieces = on_one_line((Piece("  a \n"), Piece(" b", Form.CHANGED), Piece("\tc")))
    assert text_of(pieces) == "a b c"


def test_what_is_searched_for_is_found_in_any_case_and_as_it_is_typed() -> None:
    assert forms(found_in("Fire. A (fire) burns.", "FIRE"), Form.FOUND) == ["Fire", "fire"]
    assert forms(found_in("Fire. A (fire) burns.", "(f"), Form.FOUND) == ["(f"]


def test_what_is_searched_for_is_found_across_pieces_and_never_hides_a_conflict() -> None:
    pieces = (Piece("moved "), Piece("over", Form.CHANGED), Piece(" 5,000", Form.CONFLICT))
    found = seeking(pieces, "Moved  over 5")
    assert found == (Piece("moved over", Form.FOUND), Piece(" 5,000", Form.CONFLICT))
    assert seeking(pieces, "  ") == pieces


def test_a_cut_text_shows_what_is_searched_for_before_all_else() -> None:
    pieces = seeking((Piece("fire "), Piece("x" * 90, Form.CHANGED), Piece(" in Geneva")), "geneva")
    assert forms(around(pieces, 30), Form.FOUND) == ["Geneva"]


def test_a_cut_text_keeps_what_differs_at_its_end() -> None:
    base = "The warehouse that burned on Tuesday night " * 4 + "stored paint."
    text = "The warehouse that burned on Tuesday night " * 4 + "stored solvents."
    pieces = around(against(base, whole(base), text, whole(text)), 40)
    assert "solvents." in "".join(forms(pieces, Form.CHANGED)) + "."
    assert text_of(pieces).startswith("…")
    assert len(text_of(pieces)) <= 44


def test_a_text_that_fits_stays_whole() -> None:
    pieces = (Piece("short"),)
    assert around(pieces, 5) is pieces


WORDS = st.lists(
    st.sampled_from(["fire", "a", "5,000", "old town", "😀", "\u00a0", "…"]), max_size=30
)


@settings(max_examples=60)
@given(a=WORDS, b=WORDS)
def test_both_readings_rebuild_from_the_running_text(a: list[str], b: list[str]) -> None:
    before, after = " ".join(a), " ".join(b)
    pieces = running(before, whole(before), after, whole(after))
    came = text_of(p for p in pieces if p.form is not Form.DELETED)
    assert "".join(came.split()) == "".join(after.split())


@settings(max_examples=60)
@given(a=WORDS, b=WORDS, room=st.integers(12, 80))
def test_setting_off_and_cutting_change_no_word(a: list[str], b: list[str], room: int) -> None:
    before, after = " ".join(a), " ".join(b)
    pieces = against(before, whole(before), after, whole(after))
    assert text_of(pieces) == after
    cut = text_of(p for p in around(pieces, room) if p.form is not Form.QUIET)
    assert cut.strip() in after


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["a", " ", "b c", ""]), st.sampled_from(list(Form)))))
def test_joining_keeps_the_text(told: list[tuple[str, Form]]) -> None:
    pieces = [Piece(text, form) for text, form in told]
    assert text_of(joined(pieces)) == text_of(pieces)


@settings(max_examples=60)
@given(a=WORDS, b=WORDS, wanted=st.sampled_from(["fire", "5,0", "old  town", "😀", "a\u00a0"]))
def test_setting_off_what_is_searched_for_changes_no_word(
    a: list[str], b: list[str], wanted: str
) -> None:
    before, after = " ".join(a), " ".join(b)
    pieces = against(before, whole(before), after, whole(after))
    assert text_of(seeking(pieces, wanted)) == after
