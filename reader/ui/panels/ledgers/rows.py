"""The figures and quotations of all articles as rows of a ledger, with what others say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.core.comparison import Comparison
from reader.core.difference.divergence import Divergence, DivergenceKind, Stated, Verdict
from reader.core.text.span import Span
from reader.ui.panels.words import (
    BOUND_WORDS,
    VERDICT_SIGNS,
    VERDICT_WORDS,
    unit_words,
    value_words,
)

_ORDER = (Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.AGREE, Verdict.ONLY)
Sortable = tuple[int, float, str]


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One figure or quotation: its cells, how they sort, and where it stands.

    `verdict` is the worst that is known of it beside the other articles, None where none speaks of
    it; `reason` says why.
    """

    article: int
    span: Span
    cells: tuple[str, ...]
    keys: tuple[Sortable, ...]
    verdict: Verdict | None
    reason: str
    flagged: bool = False
    """A scare quote."""
    valued: bool = True
    """False for a figure that gives no number: 'this week', 'months'."""


def figure_rows(
    comparison: Comparison, texts: Sequence[str], names: Sequence[str]
) -> list[LedgerRow]:
    """Every figure: text, value, unit, bound, what it counts, article, what others say."""
    known = _spoken_of(comparison, (DivergenceKind.FIGURE, DivergenceKind.DATE))
    rows: list[LedgerRow] = []
    for article, compared in enumerate(comparison.articles):
        for figure in compared.figures:
            verdict, words, reason = _elsewhere(
                known.get(article, ()), article, figure.span, texts, names
            )
            cells = (
                _line(figure.span.of(texts[article])),
                value_words(figure),
                unit_words(figure),
                BOUND_WORDS[figure.bound],
                _line(figure.of or ""),
                names[article],
                words,
            )
            keys = (
                *(_by_words(cell) for cell in cells[:1]),
                _by_value(figure.value),
                *(_by_words(cell) for cell in cells[2:5]),
                _by_place(article, figure.span),
                _by_verdict(verdict, article, figure.span),
            )
            valued = figure.value is not None
            row = LedgerRow(article, figure.span, cells, keys, verdict, reason, valued=valued)
            rows.append(row)
    return rows


def quotation_rows(
    comparison: Comparison, texts: Sequence[str], names: Sequence[str]
) -> list[LedgerRow]:
    """Every quotation: speaker, verb, wording, article, and the others' word on it."""
    known = _spoken_of(comparison, (DivergenceKind.QUOTE, DivergenceKind.ATTRIBUTION))
    rows: list[LedgerRow] = []
    for article, compared in enumerate(comparison.articles):
        for quotation in compared.quotations:
            verdict, words, reason = _elsewhere(
                known.get(article, ()), article, quotation.span, texts, names
            )
            speaker = quotation.speaker or (
                "scare quotes" if quotation.scare else "no speaker named"
            )
            cells = (
                speaker,
                quotation.verb or "",
                _line(quotation.span.of(texts[article])),
                names[article],
                words,
            )
            keys = (
                (1 if quotation.speaker is None else 0, 0.0, speaker.casefold()),
                _by_words(cells[1]),
                _by_words(cells[2]),
                _by_place(article, quotation.span),
                _by_verdict(verdict, article, quotation.span),
            )
            rows.append(
                LedgerRow(
                    article, quotation.span, cells, keys, verdict, reason, flagged=quotation.scare
                )
            )
    return rows


def _spoken_of(
    comparison: Comparison, kinds: Iterable[DivergenceKind]
) -> Mapping[int, Sequence[Divergence]]:
    """Divergences of these kinds by the articles they touch."""
    wanted = frozenset(kinds)
    found: dict[int, list[Divergence]] = {}
    for divergence in comparison.divergences:
        if divergence.kind in wanted:
            sides = {divergence.a.article} | ({divergence.b.article} if divergence.b else set())
            for article in sides:
                found.setdefault(article, []).append(divergence)
    return found


def _elsewhere(
    known: Sequence[Divergence],
    article: int,
    span: Span,
    texts: Sequence[str],
    names: Sequence[str],
) -> tuple[Verdict | None, str, str]:
    """The worst verdict on a span, who says what, and the reason."""
    met: list[tuple[int, str, str, Verdict]] = []
    for divergence in known:
        other = _other_side(divergence, article, span)
        if divergence.b is None or other is None:
            continue
        words = f"{_line(other.span.of(texts[other.article]))} ({names[other.article]})"
        rank = _ORDER.index(divergence.verdict)
        met.append((rank, words, divergence.reason, divergence.verdict))
    if not met:
        return None, "", ""
    met.sort(key=lambda one: one[0])
    verdict = met[0][3]
    same = list(dict.fromkeys(words for _, words, _, v in met if v is verdict))
    told = f"{VERDICT_SIGNS[verdict]} {VERDICT_WORDS[verdict]}: {'; '.join(same)}"
    return verdict, told, met[0][2]


def _other_side(divergence: Divergence, article: int, span: Span) -> Stated | None:
    sides = (divergence.a, divergence.b)
    for one, other in (sides, sides[::-1]):
        if (
            one is not None
            and other is not None
            and one.article == article
            and one.span.overlaps(span)
        ):
            return other
    return None


def _by_words(words: str) -> Sortable:
    return (0 if words else 1, 0.0, words.casefold())


def _by_value(value: int | float | str | None) -> Sortable:
    """Numbers by size, then dates by time, then what has no value."""
    if value is None:
        return (2, 0.0, "")
    if isinstance(value, str):
        return (1, 0.0, value)
    return (0, float(value), "")


def _by_place(article: int, span: Span) -> Sortable:
    return (article, float(span.start), "")


def _by_verdict(verdict: Verdict | None, article: int, span: Span) -> Sortable:
    rank = len(_ORDER) if verdict is None else _ORDER.index(verdict)
    return (rank * 10_000 + article, float(span.start), "")


def _line(words: str) -> str:
    return " ".join(words.split())
