"""A comparison as JSON: the promise of `python -m reader compare --json`, version 1.

`resources/comparison.schema.json` describes every field. Offsets are code points of the canonical
text; `article` is an index into `articles`, in the order that was asked for.
"""

from __future__ import annotations

import json
from typing import Any

from reader.core.comparison import ComparedArticle, Comparison, Passage
from reader.core.difference.divergence import Divergence, Stated
from reader.core.facts.figure import Figure
from reader.core.facts.quotation import Quotation
from reader.core.matching.link import Link, Reading
from reader.core.text.span import Span

FORMAT = "source-reader.comparison"
VERSION = 1

_SCORE_DIGITS = 6


def comparison_json(comparison: Comparison, *, candidates: bool = False) -> str:
    """The comparison as one JSON object.

    Without `candidates` only links that are shown are printed, and only divergences whose link is.
    Scare quotes are no quotations and are left out.
    """
    return json.dumps(
        comparison_document(comparison, candidates=candidates),
        ensure_ascii=False,
        allow_nan=False,
        indent=1,
    )


def comparison_document(comparison: Comparison, *, candidates: bool = False) -> dict[str, Any]:
    """The comparison as what JSON is made of; see `comparison_json`."""
    kept = [i for i, link in enumerate(comparison.links) if candidates or link.shown]
    number_of = {link: number for number, link in enumerate(kept)}
    return {
        "format": FORMAT,
        "version": VERSION,
        "complete": comparison.complete,
        "articles": [_article(article) for article in comparison.articles],
        "links": [_link(comparison.links[i]) for i in kept],
        "divergences": [
            _divergence(divergence, None if divergence.link is None else number_of[divergence.link])
            for divergence in comparison.divergences
            if divergence.link is None or divergence.link in number_of
        ],
        "passages": [_passage(passage) for passage in comparison.passages],
        "figures": [
            _figure(number, figure)
            for number, article in enumerate(comparison.articles)
            for figure in article.figures
        ],
        "quotes": [
            _quote(number, quotation)
            for number, article in enumerate(comparison.articles)
            for quotation in article.quotations
            if not quotation.scare
        ],
        "only": [_reading(reading) for reading in comparison.only],
    }


def _article(article: ComparedArticle) -> dict[str, Any]:
    return {
        "name": article.name,
        "sha256": article.sha256,
        "length": article.length,
        "blocks": [
            {**_span(block.span), "role": block.role.value, "compared": compared}
            for block, compared in zip(article.blocks, article.compared, strict=True)
        ],
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "a": _reading(link.a),
        "b": _reading(link.b),
        "relation": link.relation.value,
        "score": round(link.score, _SCORE_DIGITS),
        "shown": link.shown,
        "wording": None if link.wording is None else link.wording.value,
        "same": [
            {"a": [same.a.start, same.a.end], "b": [same.b.start, same.b.end]} for same in link.same
        ],
        "why": list(link.why),
    }


def _divergence(divergence: Divergence, link: int | None) -> dict[str, Any]:
    return {
        "kind": divergence.kind.value,
        "verdict": divergence.verdict.value,
        "link": link,
        "a": _stated(divergence.a),
        "b": None if divergence.b is None else _stated(divergence.b),
        "reason": divergence.reason,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "readings": [_reading(reading) for reading in passage.readings],
        "shared_by": passage.shared_by,
        "verdict": passage.verdict.value,
    }


def _figure(article: int, figure: Figure) -> dict[str, Any]:
    return {
        "article": article,
        **_span(figure.span),
        "text": figure.text,
        "kind": figure.kind.value,
        "value": figure.value,
        "resolved": figure.resolved,
        "unit": figure.unit,
        "bound": figure.bound.value,
        "of": figure.of,
    }


def _quote(article: int, quotation: Quotation) -> dict[str, Any]:
    return {
        "article": article,
        **_span(quotation.span),
        "speaker": quotation.speaker,
        "verb": quotation.verb,
    }


def _stated(stated: Stated) -> dict[str, Any]:
    return {"article": stated.article, **_span(stated.span), "value": stated.value}


def _reading(reading: Reading) -> dict[str, Any]:
    return {"article": reading.article, **_span(reading.span)}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
