"""A comparison as one web page that needs nothing else: no script, no network, light and dark.

Marks are told by form as well as colour: verbatim solid, near dashed, in other words dotted, a
conflict boxed with a not-equal sign. The page's own policy forbids it to load anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from reader.core.comparison import Comparison, Passage
from reader.core.difference.divergence import Divergence, Verdict
from reader.core.matching.link import Link, Reading, Relation
from reader.core.pace import Pace
from reader.core.text.article import Article
from reader.core.text.span import Span
from reader.exporters.ledger import LedgerRow, figure_rows, quotation_rows
from reader.exporters.marked import Run, marked
from reader.exporters.page import LEGEND, PAGE, STYLE
from reader.exporters.report import (
    PASSAGES_AT_ONCE,
    SIGNS,
    byline,
    complete_or_not,
    count,
    letter,
    of_how_many,
    outline,
    printable,
    shared_part,
    told_divergences,
)

_CLOSEST_FIRST = (Relation.VERBATIM.value, Relation.NEAR.value, Relation.PARAPHRASE.value)


def comparison_html(
    comparison: Comparison,
    articles: Sequence[Article],
    *,
    candidates: bool = False,
    pace: Pace | None = None,
) -> str:
    """The report as one HTML page.

    `articles` are those that were compared, in the same order. With `candidates` possible links
    are listed too. Raises Cancelled by `pace`, which counts passages.
    """
    title = f"{count(len(articles), 'article')} compared"
    pace = pace or Pace()
    pace.stage(1.0, len(comparison.passages), every=PASSAGES_AT_ONCE)
    body = "\n".join(_Report(comparison, articles, pace).parts(candidates))
    columns = f".passages {{ --articles: {len(articles)}; }}\n"
    return PAGE.format(title=title, style=STYLE + columns, body=LEGEND + body)


class _Report:
    """One page in the making."""

    def __init__(self, comparison: Comparison, articles: Sequence[Article], pace: Pace) -> None:
        self._comparison = comparison
        self._articles = articles
        self._pace = pace

    def parts(self, candidates: bool) -> Iterator[str]:
        parts = outline(self._comparison)
        if warning := complete_or_not(self._comparison):
            yield f'<p class="warning">{_text(warning)}</p>'
        yield self._sources()
        yield self._passages("Conflicts", parts.conflicts)
        yield self._passages("Shared", parts.shared)
        if parts.inside:
            rows = "".join(map(self._inside, parts.inside))
            yield f"<h2>Inside one article</h2><table>{rows}</table>"
        yield self._ledger("Figures", figure_rows(self._comparison))
        yield self._ledger("Quotations", quotation_rows(self._comparison, self._articles))
        yield self._single(parts.single)
        if candidates:
            yield self._possible(parts.possible)

    def _sources(self) -> str:
        rows = "".join(
            f"<tr><th>{letter(number)}</th>"
            f'<td dir="auto">{_text(article.title or article.name)}'
            f"<br><small>{_text(byline(article, self._comparison.articles[number]))}</small></td>"
            f"<td>{shared_part(self._comparison, number):.0%} shared</td>"
            f"<td><small>{_text(article.name)}</small></td></tr>"
            for number, article in enumerate(self._articles)
        )
        return f"<table>{rows}</table>"

    def _passages(self, title: str, passages: Sequence[Passage]) -> str:
        rows = "".join(map(self._passage, passages))
        return (
            f"<h2>{title}: {count(len(passages), 'passage')}</h2>"
            f'<div class="wide"><table class="passages">'
            f"<thead><tr>{self._heads()}</tr></thead>{rows}</table></div>"
        )

    def _heads(self) -> str:
        return "".join(f"<th>{letter(number)}</th>" for number in range(len(self._articles)))

    def _passage(self, passage: Passage) -> str:
        self._pace.did()
        told = told_divergences(self._comparison, passage)
        cells = "".join(
            f"<td>{self._cell(passage, number)}</td>" for number in range(len(self._articles))
        )
        reasons = "".join(
            f'<p class="{d.verdict.value}">{_sign(d.verdict)} {_text(d.kind.value)} '
            f"({d.between}): {_text(d.reason)}</p>"
            for d in told
        )
        head = f"<strong>{_text(of_how_many(passage, self._articles))}</strong>"
        return (
            f'<tr class="about"><td colspan="{len(self._articles)}">{head}{reasons}</td></tr>'
            f"<tr>{cells}</tr>"
        )

    def _cell(self, passage: Passage, article: int) -> str:
        return "".join(
            f'<p dir="auto">{self._marked(passage, reading)}</p>'
            for reading in passage.readings
            if reading.article == article
        )

    def _marked(self, passage: Passage, reading: Reading) -> str:
        """A reading with its relations where they hold, what has changed in it, its conflicts."""
        facts: list[tuple[Span, str]] = []
        near: list[Link] = []
        for number in passage.links:
            link = self._comparison.links[number]
            if (side := _side(link, reading)) is not None:
                facts.append((side.span, link.relation.value))
                near += [link] if link.relation is Relation.NEAR else []
        if near:
            closest = max(near, key=lambda link: link.score)
            facts.extend((span, "same") for span in _same(closest, reading))
        for number in passage.divergences:
            divergence = self._comparison.divergences[number]
            if divergence.verdict is Verdict.CONFLICT:
                facts.extend(
                    (stated.span, "conflict")
                    for stated in (divergence.a, divergence.b)
                    if stated is not None and stated.article == reading.article
                )
        return self._runs(reading, facts)

    def _runs(self, reading: Reading, facts: Sequence[tuple[Span, str]]) -> str:
        """The reading's words in their marks; a conflict is one box, whatever else it holds."""
        text = self._articles[reading.article].text
        told: list[str] = []
        for boxed, runs in groupby(
            marked(reading.span, facts), lambda run: "conflict" in run.names
        ):
            inside = "".join(_run(run, text) for run in runs)
            told.append(f'<span class="conflict">{inside}</span>' if boxed else inside)
        return "".join(told)

    def _inside(self, divergence: Divergence) -> str:
        sides = [side for side in (divergence.a, divergence.b) if side is not None]
        said = "".join(
            f'<p dir="auto"><b>{letter(side.article)}</b> '
            f"{_text(side.span.of(self._articles[side.article].text))}</p>"
            for side in sides
        )
        verdict = divergence.verdict
        reason = _text(f"{divergence.kind.value}: {divergence.reason}")
        return f'<tr><td>{said}<p class="{verdict.value}">{_sign(verdict)} {reason}</p></td></tr>'

    def _ledger(self, title: str, ledger: Sequence[LedgerRow]) -> str:
        if not ledger:
            return ""
        rows = "".join(
            f'<tr><th dir="auto">{_text(row.name)}</th>'
            + "".join(f'<td dir="auto">{"<br>".join(map(_text, cell))}</td>' for cell in row.cells)
            + "</tr>"
            for row in ledger
        )
        return (
            f'<h2>{title}</h2><div class="wide"><table><thead><tr><th></th>'
            f"{self._heads()}</tr></thead>{rows}</table></div>"
        )

    def _single(self, passages: Sequence[Passage]) -> str:
        parts = [f"<h2>In one article only: {count(len(passages), 'passage')}</h2>"]
        for number in range(len(self._articles)):
            mine = [p for p in passages if p.readings[0].article == number]
            items = "".join(f'<li dir="auto">{self._alone(passage)}</li>' for passage in mine)
            if items:
                parts.append(f"<h3>Only in {letter(number)}</h3><ul>{items}</ul>")
        return "".join(parts)

    def _alone(self, passage: Passage) -> str:
        self._pace.did()
        first, *again = (self._runs(reading, ()) for reading in passage.readings)
        return first + "".join(f"<br><small>again:</small> {other}" for other in again)

    def _possible(self, links: Sequence[Link]) -> str:
        rows = "".join(
            f"<tr><td>{link.score:.0%}</td>"
            + "".join(
                f'<td dir="auto"><b>{letter(side.article)}</b> {self._runs(side, ())}</td>'
                for side in (link.a, link.b)
            )
            + f"<td>{_text('; '.join(link.why))}</td></tr>"
            for link in links
        )
        return f"<h2>Possible, best first: {count(len(links), 'link')}</h2><table>{rows}</table>"


def _side(link: Link, reading: Reading) -> Reading | None:
    """The side of a link that lies in this reading, None where neither does."""
    for side in (link.a, link.b):
        if side.article == reading.article and side.span.overlaps(reading.span):
            return side
    return None


def _same(link: Link, reading: Reading) -> Iterator[Span]:
    on_a = _side(link, reading) is link.a
    for pair in link.same:
        yield pair.a if on_a else pair.b


def _run(run: Run, text: str) -> str:
    """A run in its closest relation alone: nothing is word for word and in other words at once."""
    closest = next((name for name in _CLOSEST_FIRST if name in run.names), None)
    names = " ".join(filter(None, (closest, "same" if "same" in run.names else None)))
    words = _text(run.span.of(text))
    return f'<span class="{names}">{words}</span>' if names else words


def _sign(verdict: Verdict) -> str:
    return f'<span class="sign">{SIGNS[verdict]}</span>'


def _text(text: str) -> str:
    return escape(printable(text), quote=True)
