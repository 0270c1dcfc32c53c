"""Anchors: found again, moved with a sign, or said to be lost; never silently elsewhere."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.anchoring.anchors import Finding, Found, Lost, Moved, Unsure, carry, describe, find
from reader.core.annotating.annotation import Anchor
from reader.core.text.span import Span

OLD, NEW = "hash of the old text", "hash of the new text"
MATCH = (
    "The cup final drew 9,000 people to the old ground.\n"
    "Team Alpha won the shield after extra time on Sunday, and its fans danced.\n"
    "Team Beta won the shield after extra time on Monday, and its fans danced.\n"
    "Nobody had expected that two shields would be given in one year.\n"
)


def anchor_on(text: str, quote: str, nth: int = 0) -> Anchor:
    at = -1
    for _ in range(nth + 1):
        at = text.index(quote, at + 1)
    return describe(text, OLD, Span(at, at + len(quote)))


def both(anchor: Anchor, old: str, new: str) -> list[Finding]:
    return [find(anchor, new, NEW), carry(anchor, old, new, NEW)]


def test_an_anchor_keeps_quote_and_neighbours() -> None:
    anchor = describe("0123456789", OLD, Span(4, 6), context=3)
    assert (anchor.quote, anchor.prefix, anchor.suffix) == ("45", "123", "678")


def test_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        describe("short", OLD, Span(3, 9))


def test_text_added_before_moves_nothing_out_of_sight() -> None:
    anchor = anchor_on(MATCH, "two shields would be given")
    new = "An editor's note came first. 😀\n" + MATCH
    at = new.index("two shields")
    assert both(anchor, MATCH, new) == [Found(Span(at, at + len(anchor.quote)))] * 2


def test_an_edit_next_to_the_quote_is_a_sign_and_the_difference_knows() -> None:
    anchor = anchor_on(MATCH, "two shields would be given")
    new = MATCH.replace("Nobody had expected that", "Few had foreseen that")
    at = new.index("two shields")
    place = Span(at, at + len(anchor.quote))
    looked_for, carried = both(anchor, MATCH, new)
    assert isinstance(looked_for, Moved)
    assert looked_for.span == place
    assert carried == Found(place)


def test_a_changed_word_inside_the_quote_is_moved() -> None:
    anchor = anchor_on(MATCH, "Nobody had expected that two shields would be given in one year.")
    new = MATCH.replace("would be given", "would be handed out")
    for finding in both(anchor, MATCH, new):
        assert isinstance(finding, Moved)
        assert finding.span.of(new).startswith("Nobody had expected that two shields")
        assert finding.span.of(new).endswith("in one year.")


@pytest.mark.parametrize("kept", ["Alpha", "Beta"])
def test_lookalike_sentences_never_trade_places(kept: str) -> None:
    gone = {"Alpha": "Beta", "Beta": "Alpha"}[kept]
    line = next(row for row in MATCH.splitlines() if gone in row)
    anchor = anchor_on(MATCH, line)
    new = MATCH.replace(line + "\n", "")
    for finding in both(anchor, MATCH, new):
        assert isinstance(finding, Unsure | Lost)


def test_the_same_words_in_a_lookalike_sentence_are_not_taken_for_the_lost_ones() -> None:
    quote = "won the shield after extra time"
    anchor = anchor_on(MATCH, quote)
    new = MATCH.replace(next(row for row in MATCH.splitlines() if "Alpha" in row) + "\n", "")
    for finding in both(anchor, MATCH, new):
        assert not isinstance(finding, Found)


def test_of_two_equal_quotes_each_keeps_its_own_place() -> None:
    quote = "won the shield after extra time"
    new = MATCH.replace("The cup", "The first cup")
    for nth in (0, 1):
        anchor = anchor_on(MATCH, quote, nth)
        at = anchor_on(new, quote, nth).span
        assert both(anchor, MATCH, new) == [Found(at)] * 2


def test_a_changed_figure_is_for_the_person_to_decide() -> None:
    anchor = anchor_on(MATCH, "The cup final drew 9,000 people to the old ground.")
    new = MATCH.replace("9,000", "8,000")
    for finding in both(anchor, MATCH, new):
        assert isinstance(finding, Unsure)
        assert finding.candidates[0].span.of(new).startswith("The cup final drew 8,000")


def test_candidates_are_best_first_and_do_not_overlap() -> None:
    anchor = anchor_on(MATCH, "Team Alpha won the shield after extra time on Sunday")
    finding = find(anchor, MATCH.replace("Alpha", "Gamma"), NEW)
    assert isinstance(finding, Unsure)
    scores = [candidate.score for candidate in finding.candidates]
    assert scores == sorted(scores, reverse=True)
    spans = sorted(candidate.span for candidate in finding.candidates)
    assert all(not a.overlaps(b) for a, b in pairwise(spans))


def test_what_is_gone_is_lost() -> None:
    anchor = anchor_on(MATCH, "Nobody had expected that two shields would be given")
    for finding in both(anchor, MATCH, "A wholly different story on cheese and rivers."):
        assert finding == Lost()


def test_a_moved_paragraph_is_found_where_it_stands_now() -> None:
    rows = MATCH.splitlines()
    new = "\n".join([rows[3], *rows[:3]])
    anchor = anchor_on(MATCH, rows[3])
    for finding in both(anchor, MATCH, new):
        assert isinstance(finding, Found | Moved)
        assert finding.span == Span(0, len(rows[3]))


def test_wrong_offsets_under_the_right_hash_are_not_believed() -> None:
    good = anchor_on(MATCH, "two shields would be given")
    bad = Anchor(OLD, Span(0, 26), good.quote, good.prefix, good.suffix)
    assert find(bad, MATCH, OLD) == Found(good.span)


def test_chinese_has_no_capitals_and_is_carried_all_the_same() -> None:
    old = "受灾群众已经转移。专家说情况稳定。救援仍在继续。"
    anchor = anchor_on(old, "专家说情况稳定。")
    new = "周五上午，" + old
    assert both(anchor, old, new) == [Found(Span(14, 22))] * 2


PIECES = st.sampled_from(
    [
        "Team Alpha won. ",
        "Team Beta won. ",
        "Rain fell. ",
        "\n",
        "😀 ",
        "2,884 photos. ",
        "漢字。",
        "a",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join)


@st.composite
def anchored(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


@given(anchored())
def test_what_is_described_is_found(case: tuple[str, Span]) -> None:
    text, span = case
    assert find(describe(text, OLD, span), text, OLD) == Found(span)


@given(anchored(), TEXTS)
def test_found_is_never_said_of_other_words(case: tuple[str, Span], new: str) -> None:
    old, span = case
    anchor = describe(old, OLD, span)
    for finding in both(anchor, old, new):
        match finding:
            case Found(place):
                assert place.of(new) == anchor.quote
            case Moved(place, score):
                assert place.end <= len(new)
                assert 0 <= score <= 1
            case Unsure(candidates):
                assert all(candidate.span.end <= len(new) for candidate in candidates)
            case Lost():
                pass


@given(anchored(), PIECES)
def test_an_edit_before_the_quote_never_sends_it_elsewhere(
    case: tuple[str, Span], inserted: str
) -> None:
    old, span = case
    new = inserted + old
    there = span.shifted(len(inserted))
    for finding in both(describe(old, OLD, span), old, new):
        if isinstance(finding, Found) and span.start >= 32 and span.end + 32 <= len(old):
            assert finding.span == there or new.count(old[span.start - 32 : span.end + 32]) > 1
