"""Ledgers: all figures and all quotations of a comparison, by kind or speaker and by article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.core.comparison import Comparison
from reader.core.facts.figure import Figure
from reader.core.text.article import Article
from reader.exporters.report import one_line

NOBODY = "nobody named"


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """What each article has under one name; `cells` holds one tuple an article, maybe empty."""

    name: str
    cells: tuple[tuple[str, ...], ...]


def figure_rows(comparison: Comparison) -> list[LedgerRow]:
    """A row for each kind of figure that is there, every figure once an article."""
    kinds = {f.kind: None for article in comparison.articles for f in article.figures}
    return [
        LedgerRow(
            kind.value,
            tuple(
                _once(_figure(f) for f in article.figures if f.kind is kind)
                for article in comparison.articles
            ),
        )
        for kind in sorted(kinds, key=lambda kind: kind.value)
    ]


def quotation_rows(comparison: Comparison, articles: Sequence[Article]) -> list[LedgerRow]:
    """A row for each speaker by the name that the texts use, who is quoted most first."""
    said: dict[str, list[list[str]]] = {}
    for number, (compared, article) in enumerate(zip(comparison.articles, articles, strict=True)):
        for quotation in compared.quotations:
            if not quotation.scare:
                speaker = one_line(quotation.speaker or NOBODY)
                cells = said.setdefault(speaker, [[] for _ in articles])
                cells[number].append(one_line(quotation.span.of(article.text)))
    rows = [LedgerRow(name, tuple(_once(cell) for cell in cells)) for name, cells in said.items()]
    return sorted(rows, key=lambda row: (row.name == NOBODY, -sum(map(len, row.cells)), row.name))


def _figure(figure: Figure) -> str:
    """The figure as the text has it, and what it counts."""
    counted = f" {figure.of}" if figure.of and figure.of not in figure.text else ""
    return one_line(f"{figure.text}{counted}")


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
