"""Ledgers of figures and quotations by article."""

from __future__ import annotations

from dataclasses import replace

from reader.exporters.comparison_html import comparison_html
from reader.exporters.comparison_text import comparison_text
from reader.exporters.ledger import NOBODY, LedgerRow, figure_rows, quotation_rows
from tests.support.examples import ARTICLES, COMPARISON


def test_figures_stand_by_kind_with_what_is_counted_once() -> None:
    first = COMPARISON.articles[0]
    twice = replace(first, figures=first.figures * 2)
    rows = figure_rows(replace(COMPARISON, articles=(twice, COMPARISON.articles[1])))
    assert rows == [LedgerRow("count", (("Over 5,000 photos",), ()))]


def test_quotations_stand_by_speaker_and_scare_quotes_nowhere() -> None:
    assert quotation_rows(COMPARISON, ARTICLES) == [LedgerRow("Zenz", ((), ("Stunning.",)))]


def test_words_that_nobody_is_named_for_come_last() -> None:
    second = COMPARISON.articles[1]
    spoken = second.quotations[0]
    quotations = (replace(spoken, speaker=None), replace(spoken, speaker=None), spoken)
    told = replace(
        COMPARISON, articles=(COMPARISON.articles[0], replace(second, quotations=quotations))
    )
    assert [row.name for row in quotation_rows(told, ARTICLES)] == ["Zenz", NOBODY]


def test_both_reports_carry_the_ledgers() -> None:
    report = comparison_text(COMPARISON, ARTICLES)
    assert "count\n   A  Over 5,000 photos\n" in report
    assert "Zenz\n   B  Stunning.\n" in report
    page = comparison_html(COMPARISON, ARTICLES)
    assert "Over 5,000 photos" in page
    assert '<th dir="auto">Zenz</th>' in page
