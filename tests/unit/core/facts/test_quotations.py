"""Quotations, speakers and attributions: the hand-made table, and what holds for any text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.facts.analysis import Analysis, analyse
from reader.core.text.article import COMPARED_ROLES, Article, Role

TABLE = Path(__file__).parents[3] / "golden" / "quotations" / "quotations.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
ALL_TEXT = COMPARED_ROLES | {Role.BYLINE, Role.REPEAT}


def read(text: str) -> Analysis:
    return analyse(Article("text", text.strip("\n")), ALL_TEXT)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case["name"],
            marks=pytest.mark.xfail(reason="known", strict=True) if case.get("known") else (),
        )
        for case in CASES
    ],
)
def test_case(case: dict[str, object]) -> None:
    analysis = read(str(case["text"]))
    quotes = [
        [one.span.of(analysis.text), one.speaker or "", one.verb or ""]
        for one in analysis.quotations
        if not one.scare
    ]
    scare = [one.span.of(analysis.text) for one in analysis.quotations if one.scare]
    assert quotes == case.get("quotes", [])
    assert scare == case.get("scare", [])
    if "said" in case:
        assert [[one.speaker, one.verb] for one in analysis.attributions] == case["said"]
    if "quotes" not in case and "said" not in case:
        assert not analysis.attributions


MARKS = st.text(alphabet="“”\"'‘’„«»「」 .,aB:\n-said", max_size=120)


@settings(max_examples=150, deadline=None)
@given(MARKS)
def test_spans_lie_in_the_text_and_hold_words(text: str) -> None:
    analysis = read(text)
    for one in analysis.quotations:
        assert one.span.end <= len(analysis.text)
        assert one.span.of(analysis.text).strip()
        assert any(block.span.covers(one.span) for block in analysis.blocks)
        if one.speaker_span is not None:
            assert one.speaker_span.of(analysis.text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    analysis = read(text)
    for one in (*analysis.quotations, *analysis.attributions, *analysis.names):
        assert one.span.end <= len(analysis.text)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 10_000,
        "“" * 10_000,
        "‘" * 10_000,
        "'a " * 5_000,
        ' "a' * 5_000,
        '"a" said ' * 3_000,
        "Anna said " * 3_000,
        "«a »" * 3_000,
        "「" * 5_000 + "」" * 5_000,
        "according to Anna Keller, " * 1_500,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_marks_are_read_to_the_end(text: str) -> None:
    analysis = read(text)
    assert all(one.span.end <= len(analysis.text) for one in analysis.quotations)
    assert len(analysis.attributions) <= len(text)


def test_a_quotation_keeps_its_speaker_where_other_paragraphs_stand_around_it() -> None:
    quotation = '"The dam will hold," Ruth Lang said.'
    alone = read(quotation).quotations[0]
    among = read(f"It rained for a week in the valley.\n\n{quotation}\n\nPeople left.")
    assert [one.speaker for one in among.quotations] == [alone.speaker] == ["Ruth Lang"]
