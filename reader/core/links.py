"""The links of a comparison: shared words and likely claims, each read closely."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement
from typing import Final

from reader.core.difference.words import Fate, stretches
from reader.core.facts.analysis import Analysis
from reader.core.matching.claims import SHOWN, Claim, find_claims
from reader.core.matching.copied import SharedWords, same_of, shared_words
from reader.core.matching.ground import Ground, grounds_of
from reader.core.matching.link import Link, Reading, Relation, Same
from reader.core.matching.vectors import Vectors
from reader.core.text.span import Span
from reader.core.text.tokens import words

NEAR: Final = 0.6
"""Share of the longer sentence's words, the same and in order, that makes two sentences near."""


@dataclass(frozen=True, slots=True)
class Links:
    """All links, and in a sentence what was left out."""

    links: tuple[Link, ...]
    left_out: str = ""


def find_links(
    analyses: Sequence[Analysis],
    minimum: int,
    vectors: Vectors | None,
    step: Callable[[float], None],
) -> Links:
    """All links between the articles and inside each; `step` is told the share that is done."""
    grounds = grounds_of(analyses)
    shared: dict[tuple[int, int], SharedWords] = {}
    pairs = list(combinations_with_replacement(grounds, 2))
    for number, (a, b) in enumerate(pairs):
        step(0.4 * number / len(pairs))
        shared[a.index, b.index] = shared_words(a, b, minimum)
    step(0.4)
    found = find_claims(grounds, vectors)
    step(0.7)
    copied = {(link.a, link.b): link for pair in shared.values() for link in pair.links}
    links: dict[tuple[Reading, Reading], Link] = dict(copied)
    for claim in found.claims:
        a, b = grounds[claim.a[0]], grounds[claim.b[0]]
        link = _link_of(claim, a, b, shared[a.index, b.index])
        known = links.get((link.a, link.b))
        links[link.a, link.b] = link if known is None else _both(known, link)
    step(1.0)
    return Links(tuple(links.values()), found.left_out)


def _both(copied: Link, claim: Link) -> Link:
    """One link for two sentences that share a run and are also likely to make one claim."""
    return replace(
        copied,
        score=max(copied.score, claim.score),
        shown=copied.shown or claim.shown,
        same=copied.same if copied.relation is Relation.VERBATIM else claim.same or copied.same,
        why=(*copied.why, *claim.why),
    )


def _link_of(claim: Claim, a: Ground, b: Ground, shared: SharedWords) -> Link:
    here, there = a.sentences[claim.a[1]], b.sentences[claim.b[1]]
    pieces = shared.pieces.get((claim.a[1], claim.b[1]), ())
    runs = [same for piece in pieces for same in same_of(piece, a, b)]
    shown = claim.likelihood >= SHOWN
    relation = Relation.PARAPHRASE
    if shown or pieces:
        met = _met_in_order(a.text, here, b.text, there)
        longer = max(len(a.words_of[claim.a[1]]), len(b.words_of[claim.b[1]]))
        if sum(count for _, count in met) >= NEAR * longer:
            relation = Relation.NEAR
        runs = _together((same for same, _ in met), runs)
    return Link(
        Reading(a.index, here),
        Reading(b.index, there),
        relation,
        claim.likelihood,
        shown,
        tuple(sorted(runs)),
        claim.why,
    )


def _met_in_order(text_a: str, a: Span, text_b: str, b: Span) -> list[tuple[Same, int]]:
    """What the word diff finds the same, each with its number of words."""
    met: list[tuple[Same, int]] = []
    for stretch in stretches(text_a, a, text_b, b):
        if stretch.fate is not Fate.SAME:
            continue
        here, there = words(stretch.a.of(text_a)), words(stretch.b.of(text_b))
        if here and [word.folded for word in here] == [word.folded for word in there]:
            same = Same(
                Span(stretch.a.start + here[0].span.start, stretch.a.start + here[-1].span.end),
                Span(stretch.b.start + there[0].span.start, stretch.b.start + there[-1].span.end),
            )
            met.append((same, len(here)))
    return met


def _together(met: Iterable[Same], runs: Iterable[Same]) -> list[Same]:
    """What met in order, and the runs that stand in another order."""
    found = list(met)
    for run in runs:
        if not any(same.a.covers(run.a) and same.b.covers(run.b) for same in found):
            found.append(run)
    return found
