"""The report for the terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reader.core.text.article import Article
from reader.exporters.comparison_html import comparison_html
from reader.exporters.comparison_text import comparison_text
from reader.exporters.report import letter, one_line, shared_part, told_divergences
from tests.support.examples import ARTICLES, COMPARISON, RAIN, A


def test_conflicts_come_first_with_readings_and_reason() -> None:
    report = comparison_text(COMPARISON, ARTICLES)
    places = [
        report.index(words)
        for words in (
            "Conflicts: 1 passage",
            "2 of 2",
            "A  Over 5,000 photos were taken & published.",
            "B  Nearly 5,000 photos were taken.",
            "≠  figure (A, B): over 5,000 and nearly 5,000 cannot both hold",
            "In one article only: 1 passage",
            "Only in B",
            "-  It rained.",
        )
    ]
    assert places == sorted(places)


def test_what_is_known_of_an_article_is_told_and_no_more() -> None:
    report = comparison_text(COMPARISON, ARTICLES)
    assert 'The "Site" & Co, 2022-05-26; 69% shared; a.txt' in report
    assert "outlet and date unknown" in report


def test_a_date_that_only_the_text_gives_is_told_as_such() -> None:
    first, second = COMPARISON.articles
    dated = replace(COMPARISON, articles=(first, replace(second, published=date(2022, 5, 24))))
    for report in (comparison_text(dated, ARTICLES), comparison_html(dated, ARTICLES)):
        assert "2022-05-24 by its own text" in report
        assert "outlet and date unknown" not in report
        assert "2022-05-26 by its own text" not in report


def test_possible_links_are_told_on_demand_and_names_never() -> None:
    assert "Possible" not in comparison_text(COMPARISON, ARTICLES)
    report = comparison_text(COMPARISON, ARTICLES, candidates=True)
    assert "Possible, best first: 1 link" in report
    assert "paraphrase, 25% likely" in report
    assert "a weak <link>" in report


def test_one_reason_is_told_once() -> None:
    twice = replace(COMPARISON.passages[1], divergences=(0, 0))
    report = comparison_text(replace(COMPARISON, passages=(twice,)), ARTICLES)
    assert report.count("cannot both hold") == 1


def test_one_reason_names_every_article_that_it_is_about() -> None:
    first = COMPARISON.divergences[0]
    assert first.b is not None
    other = replace(first, b=replace(first.b, article=2))
    passage = replace(COMPARISON.passages[1], divergences=(0, len(COMPARISON.divergences)))
    found = replace(COMPARISON, divergences=(*COMPARISON.divergences, other), passages=(passage,))
    (told,) = told_divergences(found, passage)
    assert told.between == "A, B, C"


def test_what_one_article_says_twice_is_one_passage() -> None:
    passages = (
        *COMPARISON.passages[1:],
        replace(COMPARISON.passages[0], readings=(RAIN, RAIN)),
    )
    report = comparison_text(replace(COMPARISON, passages=passages), ARTICLES)
    assert "-  It rained.\n      again: It rained." in report


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    report = comparison_text(COMPARISON, ARTICLES, candidates=True, width=width)
    assert max(map(len, report.splitlines())) <= width


def test_a_text_cannot_steer_the_terminal() -> None:
    hostile: tuple[Article, ...] = (
        replace(A, text=A.text.replace("taken", "\x1b[2Jk"), title="\x1b]0;owned\x07 title"),
        ARTICLES[1],
    )
    report = comparison_text(COMPARISON, hostile)
    assert "\x1b" not in report
    assert "\x07" not in report
    assert "\N{REPLACEMENT CHARACTER}[2Jk" in report


def test_what_was_left_out_is_told() -> None:
    cut = replace(COMPARISON, complete=False, left_out="The last article is too long.")
    report = comparison_text(cut, ARTICLES)
    assert "Not everything was compared. The last article is too long." in report


def test_articles_have_letters_beyond_the_alphabet() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_one_line_joins_blanks() -> None:
    assert one_line(" a\n\n b\u00a0c\t") == "a b c"


def test_the_shared_part_counts_compared_text_only() -> None:
    assert shared_part(COMPARISON, 0) == pytest.approx(41 / 59)
