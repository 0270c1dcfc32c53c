"""What is found, and how: folded, by case, whole words, expressions that end in time."""

from __future__ import annotations

import pytest

from reader.core.text.span import Span
from reader.ui.columns.finding.searching import MOST_HITS, Query, Searchable, complaint

TEXT = "“Over 5,000” 😀 photos;\u00a0over the Wall.\nOverall: Straße, ﬁre, OVER."


def words(query: Query, text: str = TEXT) -> list[str]:
    return [hit.of(text) for hit in Searchable(text).find(query).hits]


def test_without_case_quotes_blanks_and_ligatures_are_found_in_any_form() -> None:
    assert words(Query('"over 5,000"')) == ["“Over 5,000”"]
    assert words(Query("photos; over")) == ["photos;\u00a0over"]
    assert words(Query("FIRE")) == ["ﬁre"]
    assert words(Query("strasse")) == ["Straße"]
    assert words(Query("over")) == ["Over", "over", "Over", "OVER"]


def test_with_case_only_the_very_characters_are_found() -> None:
    assert words(Query("over", case=True)) == ["over"]
    assert words(Query('"', case=True)) == []


def test_whole_words_are_not_found_inside_longer_ones() -> None:
    assert words(Query("over", whole_word=True)) == ["Over", "over", "OVER"]
    assert words(Query("5,000", whole_word=True)) == ["5,000"]


def test_expressions_count_in_code_points_and_mind_case_and_words() -> None:
    assert words(Query(r"o\w+r", regex=True)) == ["Over", "over", "Over", "OVER"]
    assert words(Query(r"o\w+r", regex=True, case=True)) == ["over"]
    assert words(Query("over", regex=True, whole_word=True)) == ["Over", "over", "OVER"]
    assert words(Query("😀 .", regex=True)) == ["😀 p"]


def test_an_expression_that_finds_nothing_long_finds_nothing() -> None:
    assert words(Query("x*", regex=True)) == []


@pytest.mark.parametrize("pattern", ["(a", "[", "*a", "a{2,1}"])
def test_an_invalid_expression_is_complained_about_and_found_nowhere(pattern: str) -> None:
    query = Query(pattern, regex=True)
    assert "Not a regular expression" in complaint(query)
    assert words(query) == []
    assert complaint(Query(pattern)) == ""


def test_an_expression_that_would_take_for_ever_is_given_up_and_said_to_be() -> None:
    text = "\n".join(["a" * 40 + "!"] * 4)
    found = Searchable(text).find(Query(r"(a+)+$", regex=True))
    assert found.hits == ()
    assert found.cut_short


def test_too_many_hits_are_cut_short_and_said_to_be() -> None:
    found = Searchable("a" * (MOST_HITS + 10)).find(Query("a"))
    assert len(found.hits) == MOST_HITS
    assert found.cut_short


def test_words_are_found_over_the_end_of_a_line_that_was_wrapped_by_hand() -> None:
    text = "over\n5,000 people"
    for case in (False, True):
        assert Searchable(text).find(Query("over 5,000", case=case)).hits == (Span(0, 10),)
