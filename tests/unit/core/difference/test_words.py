"""Word diff: what becomes of each word, and the laws that hold for any two texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.difference.words import Change, Fate, Stretch, stretches
from reader.core.text.span import Span
from reader.core.text.tokens import tokenize

_WORDS = st.lists(
    st.sampled_from(
        ["the", "visit", "visited", "China", "organise", "organize", "2,884", ",", "."]
    ),
    max_size=30,
).map(" ".join)
_TEXTS = st.one_of(_WORDS, st.text(max_size=60))


def diff(a: str, b: str) -> list[tuple[Fate, str, str]]:
    found = stretches(a, Span(0, len(a)), b, Span(0, len(b)))
    return [(s.fate, s.a.of(a), s.b.of(b)) for s in found]


def swapped(found: tuple[Stretch, ...]) -> list[tuple[Fate, Span, Span, Change | None]]:
    fates = {Fate.ONLY_A: Fate.ONLY_B, Fate.ONLY_B: Fate.ONLY_A}
    return [(fates.get(s.fate, s.fate), s.b, s.a, s.change) for s in found]


@given(_TEXTS, _TEXTS)
@settings(max_examples=150)
def test_both_texts_rebuild_from_their_stretches(a: str, b: str) -> None:
    found = stretches(a, Span(0, len(a)), b, Span(0, len(b)))
    assert "".join(s.a.of(a) for s in found) == a
    assert "".join(s.b.of(b) for s in found) == b


@given(_TEXTS, _TEXTS)
@settings(max_examples=150)
def test_sides_can_be_swapped(a: str, b: str) -> None:
    one = stretches(a, Span(0, len(a)), b, Span(0, len(b)))
    other = stretches(b, Span(0, len(b)), a, Span(0, len(a)))
    assert [(s.fate, s.a, s.b, s.change) for s in one] == swapped(other)


@given(_TEXTS, _TEXTS)
@settings(max_examples=100)
def test_edges_fall_on_tokens(a: str, b: str) -> None:
    for text, spans in (
        (a, [s.a for s in stretches(a, Span(0, len(a)), b, Span(0, len(b)))]),
        (b, [s.b for s in stretches(a, Span(0, len(a)), b, Span(0, len(b)))]),
    ):
        edges = {0, len(text)} | {t.span.start for t in tokenize(text)}
        assert all(span.start in edges and span.end in edges for span in spans)


@given(_TEXTS, st.text(max_size=5), st.text(max_size=5))
@settings(max_examples=50)
def test_spans_count_in_the_whole_text(words: str, before: str, after: str) -> None:
    whole = f"{before}\n{words}\n{after}"
    span = Span(len(before) + 1, len(before) + 1 + len(words))
    alone = stretches(words, Span(0, len(words)), "the visit", Span(0, 9))
    inside = stretches(whole, span, "the visit", Span(0, 9))
    assert [s.a.shifted(len(before) + 1) for s in alone] == [s.a for s in inside]


@given(_TEXTS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert all(fate is Fate.SAME for fate, _, _ in diff(text, text))


def test_substitutions_say_of_what_kind_they_are() -> None:
    a, b = "Uyghur leaders visited the place", "Uighur leaders visiting a place"
    found = stretches(a, Span(0, len(a)), b, Span(0, len(b)))
    assert [s.change for s in found if s.fate is Fate.CHANGED] == [
        Change.VARIANT,
        Change.INFLECTION,
        Change.OTHER,
    ]


def test_case_quotes_and_dashes_do_not_count() -> None:
    assert {fate for fate, _, _ in diff("“No” – He said", '"no" - he said')} == {Fate.SAME}


def test_a_number_is_changed_as_a_whole() -> None:
    assert (Fate.CHANGED, "2,884 ", "2,900 ") in diff("over 2,884 photos", "over 2,900 photos")


def test_a_tiny_word_between_two_substitutions_goes_with_them() -> None:
    changed = [
        fate for fate, _, _ in diff("senior leaders of rich states", "some men of poor towns")
    ]
    assert changed == [Fate.CHANGED]


def test_what_was_put_in_begins_where_the_clause_begins() -> None:
    longer = "He came, he saw, he won, he left."
    assert (Fate.ONLY_A, "he won, ", "") in diff(longer, "He came, he saw, he left.")


@pytest.mark.parametrize(
    "text",
    ["word " * 3000, "x" * 20_000, "!?" * 3000, '"' * 5000, "字" * 3000, ""],
    ids=["one word", "no spaces", "punctuation", "quotes", "signs", "empty"],
)
def test_hostile_texts_still_rebuild(text: str) -> None:
    other = "quite another text " * 800
    found = stretches(text, Span(0, len(text)), other, Span(0, len(other)))
    assert "".join(s.a.of(text) for s in found) == text
    assert "".join(s.b.of(other) for s in found) == other
