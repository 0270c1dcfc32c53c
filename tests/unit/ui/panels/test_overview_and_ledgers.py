"""Shares of articles in each other, and ledgers of figures and quotations, from a comparison."""

from __future__ import annotations

import pytest

from reader.core.comparison import ComparedArticle, Comparison
from reader.core.difference.divergence import Divergence, DivergenceKind, Stated, Verdict
from reader.core.facts.figure import Bound, Figure, FigureKind
from reader.core.facts.quotation import Quotation
from reader.core.matching.link import Link, Reading, Relation, Same, Wording
from reader.core.text.article import Block, Role
from reader.core.text.span import Span
from reader.ui.panels.ledgers.rows import figure_rows, quotation_rows
from reader.ui.panels.story.facts import matrix, parts

TEXTS = ("over 5,000 people left " * 5, "nearly 5,000 people left " * 4, "nobody left " * 10)
NAMES = ("Harbour Post", "Coast Daily", "Wire")


def article(name: str, text: str, **more: tuple[object, ...]) -> ComparedArticle:
    half = len(text) // 2
    blocks = (Block(Span(0, half), Role.BODY), Block(Span(half, len(text)), Role.FURNITURE))
    return ComparedArticle(name, name, len(text), blocks, (True, False), **more)  # type: ignore[arg-type]


def figure(span: Span, value: int) -> Figure:
    return Figure(span, "", FigureKind.COUNT, value, Bound.OVER, of="people")


def link(a: tuple[int, Span], b: tuple[int, Span], relation: Relation, **more: object) -> Link:
    told = {"score": 0.9, "shown": True, "same": (), "why": ()} | more
    return Link(Reading(*a), Reading(*b), relation, **told)  # type: ignore[arg-type]


@pytest.fixture
def comparison() -> Comparison:
    ledger = (figure(Span(0, 10), 5000), figure(Span(46, 56), 5000))
    quotes = (Quotation(Span(11, 22), "Anna Berg", verb="said"), Quotation(Span(5, 10), scare=True))
    articles = (
        article("a", TEXTS[0], figures=ledger),
        article("b", TEXTS[1], figures=(figure(Span(0, 12), 5000),), quotations=quotes),
        article("c", TEXTS[2]),
    )
    links = (
        link((0, Span(0, 20)), (1, Span(0, 30)), Relation.PARAPHRASE),
        link((0, Span(10, 23)), (1, Span(12, 25)), Relation.VERBATIM, wording=Wording.COPIED),
        link((0, Span(30, 40)), (2, Span(0, 12)), Relation.PARAPHRASE, shown=False),
        link((1, Span(30, 40)), (2, Span(0, 12)), Relation.VERBATIM, wording=Wording.NAME),
    )
    clash = Divergence(
        DivergenceKind.FIGURE,
        Verdict.CONFLICT,
        Stated(0, Span(0, 10), 5000),
        Stated(1, Span(0, 12), 5000),
        "over 5,000 and nearly 5,000 cannot both hold",
        0,
    )
    mild = Divergence(
        DivergenceKind.FIGURE,
        Verdict.COMPATIBLE,
        Stated(0, Span(0, 10), 5000),
        Stated(2, Span(0, 6), 0),
        "fine",
    )
    return Comparison(articles, links, (mild, clash), (), ())


def test_a_share_counts_what_is_shown_once_and_of_the_compared_text(comparison: Comparison) -> None:
    shares = matrix(comparison)
    share = shares[0][1]
    assert share is not None
    assert share.whole == pytest.approx(23 / (len(TEXTS[0]) // 2))
    assert share.verbatim == pytest.approx(13 / (len(TEXTS[0]) // 2))
    assert share.conflicts == 1
    assert shares[0][0] is None
    other = shares[2][0]
    assert other is not None
    assert other.whole == 0


def test_long_equal_runs_inside_a_changed_sentence_are_word_for_word() -> None:
    same = (Same(Span(0, 30), Span(5, 35)), Same(Span(40, 44), Span(40, 44)))
    near = link((0, Span(0, 50)), (1, Span(0, 50)), Relation.NEAR, same=same)
    articles = (article("a", "x" * 200), article("b", "y" * 200))
    share = matrix(Comparison(articles, (near,), (), (), ()))[0][1]
    assert share is not None
    assert share.verbatim == pytest.approx(0.3)


def test_the_strip_says_how_many_others_share_a_part(comparison: Comparison) -> None:
    length = len(TEXTS[0])
    assert [(p.start * length, p.end * length, p.others) for p in parts(comparison, 0)] == [
        (0, 23, 1)
    ]


def test_a_figure_says_its_worst_beside_the_others(comparison: Comparison) -> None:
    first, second, other = figure_rows(comparison, TEXTS, NAMES)
    assert first.verdict is Verdict.CONFLICT
    assert first.cells == (
        "over 5,000", "5,000", "", "over", "people", "Harbour Post",
        "≠ conflict: nearly 5,000 (Coast Daily)",
    )  # fmt: skip
    assert first.reason == "over 5,000 and nearly 5,000 cannot both hold"
    assert second.verdict is None
    assert other.cells[-1] == "≠ conflict: over 5,000 (Harbour Post)"


def test_quotations_name_their_speaker_and_scare_quotes_are_flagged(
    comparison: Comparison,
) -> None:
    said, scare = quotation_rows(comparison, TEXTS, NAMES)
    assert said.cells[:2] == ("Anna Berg", "said")
    assert not said.flagged
    assert scare.flagged
    assert scare.cells[0] == "scare quotes"
    assert said.keys[0] < scare.keys[0]
