"""Why a mark is there, in words, for whoever hovers over it or cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.comparison import Comparison
from reader.core.difference.divergence import Divergence, Verdict
from reader.core.matching.link import Link, Relation
from reader.ui.columns.plan.bands import RELATIONS, Showing

_RELATION_WORDS = {
    Relation.VERBATIM: "Word for word as in",
    Relation.NEAR: "Nearly the same words as in",
    Relation.PARAPHRASE: "The same claim in other words as in",
}
_VERDICT_WORDS = {
    Verdict.CONFLICT: "Conflict",
    Verdict.COMPATIBLE: "Differs, but compatible",
    Verdict.AGREE: "Agrees",
    Verdict.ONLY: "Only on one side",
}
_MOST = 6


def reasons(
    comparison: Comparison, article: int, offset: int, showing: Showing, names: Sequence[str]
) -> tuple[str, ...]:
    """Sentences on the marks at a code point; `names` are what the articles are called.

    Conflicts come first, then links from the strictest to the loosest.
    """
    told = [
        _of_divergence(divergence)
        for divergence in comparison.divergences
        if divergence.kind in showing.kinds
        and divergence.verdict in (Verdict.CONFLICT, Verdict.COMPATIBLE)
        and _stands_at(divergence, article, offset)
    ]
    told.sort(key=lambda sentence: not sentence.startswith(_VERDICT_WORDS[Verdict.CONFLICT]))
    links = [
        (RELATIONS.index(link.relation), -link.score, _of_link(link, article, names))
        for link in comparison.links
        if showing.shows(link)
        and any(
            r.article == article and r.span.start <= offset < r.span.end for r in (link.a, link.b)
        )
    ]
    told += [sentence for _, _, sentence in sorted(links)]
    if showing.only and any(
        r.article == article and r.span.start <= offset < r.span.end for r in comparison.only
    ):
        told.append("Only here: no other article of the story says this.")
    return tuple(dict.fromkeys(told))[:_MOST]


def _stands_at(divergence: Divergence, article: int, offset: int) -> bool:
    return any(
        side is not None and side.article == article and side.span.start <= offset < side.span.end
        for side in (divergence.a, divergence.b)
    )


def _of_divergence(divergence: Divergence) -> str:
    return f"{_VERDICT_WORDS[divergence.verdict]} ({divergence.kind}): {divergence.reason}"


def _of_link(link: Link, article: int, names: Sequence[str]) -> str:
    other = link.b.article if link.a.article == article else link.a.article
    where = "this article" if other == article else names[other]
    told = f"{_RELATION_WORDS[link.relation]} {where}, score {link.score:.2f}"
    if link.why:
        told += ": " + "; ".join(link.why)
    return told if link.shown else f"Possible. {told}"
