"""The links of a comparison: shared words and likely claims, each read closely.

Articles are matched in an order that their texts fix, so that the answer does not depend on the
order they were given in; links then carry the given numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations_with_replacement
from typing import Final

from reader.core.difference.pair import Pair
from reader.core.difference.words import Fate
from reader.core.facts.analysis import Analysis
from reader.core.facts.bodies import long_bodies, parted_in_head
from reader.core.matching.claims import Claim, find_claims
from reader.core.matching.copied import SharedWords, same_of, shared_words
from reader.core.matching.ground import Ground, grounds_of
from reader.core.matching.link import Link, Reading, Relation, Same, Wording
from reader.core.matching.narrowing import narrowed
from reader.core.matching.vectors import Vectors
from reader.core.matching.verbatim import Index, index_of, shared_runs
from reader.core.options import FAINTEST, Options
from reader.core.pace import Pace
from reader.core.passages.telling import MOST as MOST_ASKED
from reader.core.passages.telling import shown_for_conflict, telling_pairs
from reader.core.text.span import Span

NEAR: Final = 0.6
"""Share of the longer sentence's words, the same and in order, that makes two sentences near."""

MOST_FOR_NAME: Final = 0.4
"""How likely at most a line that is nothing but a name makes a claim, whatever it shares."""

_IN_NUMBER: Final = re.compile(r"\d[^\w\n]\d")
SHORTEST: Final = 2
"""Words that are told as the same inside a paraphrase."""

MOST_SHOWN: Final = 30_000
"""Links that are shown unasked; lines that recur make more, and nobody reads them."""
_CLAIMS_A_STEP: Final = 100
_ASKED_A_STEP: Final = 20
_WORDS_A_STEP: Final = 5_000
_UNTIL_SHARED: Final = 0.45
_UNTIL_JOINED: Final = 0.7
_UNTIL_TOLD: Final = 0.75
"""Shares of a whole comparison that are done when each step is."""

Ends = tuple[Reading, Reading]


@dataclass(frozen=True)
class Links:
    """All links by their readings, the pairs that were read closely, and what was left out."""

    links: dict[Ends, Link]
    pairs: dict[Ends, Pair] = field(default_factory=dict[Ends, Pair])
    left_out: str = ""


def find_links(
    analyses: Sequence[Analysis], options: Options, vectors: Vectors | None, pace: Pace
) -> Links:
    """All links between the articles and inside each."""
    order = sorted(range(len(analyses)), key=lambda index: (analyses[index].text, index))
    grounds = grounds_of([analyses[index] for index in order])
    shared = _all_shared_words(grounds, options.minimum_run, pace)
    claims = find_claims(
        grounds, vectors, faintest=options.faintest, shown_from=options.shown, pace=pace
    )
    found = Links({}, {}, claims.left_out)
    for copied in shared.values():
        for link in copied.links:
            if link.shown or link.wording is Wording.NAME or options.faintest <= FAINTEST:
                renamed = _renamed(link, order)
                found.links[renamed.a, renamed.b] = renamed
                pace.did()
    joiner = _Joiner(grounds, order, shared, found)
    pace.stage(_UNTIL_JOINED, len(claims.claims), _CLAIMS_A_STEP)
    for claim in claims.claims:
        joiner.add(claim)
        pace.did()
    pace.stage(_UNTIL_TOLD, MOST_ASKED, _ASKED_A_STEP)
    for ends, pair in telling_pairs(found.links, analyses, pace).items():
        link = shown_for_conflict(found.links[ends])
        relation, same = read_closely(pair, link.same)
        found.links[ends] = replace(link, relation=relation, same=same)
        found.pairs[ends] = pair
    return _with_few_shown(found)


def _with_few_shown(found: Links) -> Links:
    """The links, of too many shown ones only those of the longest readings shown still."""
    shown = [ends for ends, link in found.links.items() if link.shown]
    if len(shown) <= MOST_SHOWN:
        return found
    shown.sort(key=lambda ends: (-len(ends[0].span), -len(ends[1].span), ends))
    for ends in shown[MOST_SHOWN:]:
        found.links[ends] = replace(found.links[ends], shown=False)
        found.pairs.pop(ends, None)
    told = f"Only the {MOST_SHOWN:,} longest links are shown; the others are possible links."
    return replace(found, left_out=f"{found.left_out} {told}".strip())


def _all_shared_words(
    grounds: Sequence[Ground], minimum: int, pace: Pace
) -> dict[tuple[int, int], SharedWords]:
    """What each two articles share word for word, and each with itself; a unit is a word."""
    both = list(combinations_with_replacement(grounds, 2))
    pace.stage(_UNTIL_SHARED, sum(len(a.numbers) + len(b.numbers) for a, b in both), _WORDS_A_STEP)
    for ground in grounds:
        ground.index_by(minimum)
        pace.look()
    return {(a.index, b.index): shared_words(a, b, minimum, pace) for a, b in both}


def pair_of(
    analyses: Sequence[Analysis] | Mapping[int, Analysis],
    a: Reading,
    b: Reading,
    likelihood: float,
) -> Pair:
    """Two readings with all that their own articles say around them."""
    here, there = analyses[a.article], analyses[b.article]
    return Pair(here, there, a.article, b.article, a.span, b.span, likelihood)


def _renamed(link: Link, order: Sequence[int]) -> Link:
    """The link with the given numbers of its articles, the earlier article first."""
    a = Reading(order[link.a.article], link.a.span)
    b = Reading(order[link.b.article], link.b.span)
    if a <= b:
        return replace(link, a=a, b=b)
    return replace(link, a=b, b=a, same=_turned(link.same))


def _turned(same: Iterable[Same]) -> tuple[Same, ...]:
    return tuple(sorted(Same(one.b, one.a) for one in same))


class _Joiner:
    """Makes links of claims, or joins them with the copied links of the same sentences."""

    def __init__(
        self,
        grounds: Sequence[Ground],
        order: Sequence[int],
        shared: dict[tuple[int, int], SharedWords],
        found: Links,
    ) -> None:
        self._grounds = grounds
        self._shared = shared
        self._found = found
        self._analyses = {order[ground.index]: ground.analysis for ground in grounds}
        self._readings = [
            [Reading(order[ground.index], sentence) for sentence in ground.sentences]
            for ground in grounds
        ]
        self._bodies = [
            [long_bodies(ground.analysis.names_in(sentence)) for sentence in ground.sentences]
            for ground in grounds
        ]

    def add(self, claim: Claim) -> None:
        """Add the link of a claim; nothing that copied wording showed is taken back."""
        (article_a, number_a), (article_b, number_b) = claim.a, claim.b
        here, there = self._readings[article_a][number_a], self._readings[article_b][number_b]
        turned = there < here
        ends = (there, here) if turned else (here, there)
        if not claim.shown:
            claim = self._by_parted_name(claim)
        shown = claim.shown
        known = self._found.links.get(ends)
        pieces = self._shared[article_a, article_b].pieces.get((number_a, number_b), ())
        relation, same = Relation.PARAPHRASE, tuple[Same, ...]()
        if shown or pieces:
            a, b = self._grounds[article_a], self._grounds[article_b]
            runs = [one for piece in pieces for one in same_of(piece, a, b)]
            same = _turned(runs) if turned else tuple(sorted(runs))
        if shown:
            pair = pair_of(self._analyses, *ends, claim.likelihood)
            relation, same = read_closely(pair, same)
            if relation is Relation.PARAPHRASE and known is None and not pieces:
                met = (claim.met[1], claim.met[0]) if turned else claim.met
                narrow = self._narrowed(ends, met)
                if narrow != ends:
                    ends, pair = narrow, pair_of(self._analyses, *narrow, claim.likelihood)
                    relation, same = read_closely(pair)
            self._found.pairs[ends] = pair
        if known is None:
            link = Link(*ends, relation, claim.likelihood, shown, same, claim.why)
        else:
            link = _joined(known, claim, shown, same)
        self._found.links[ends] = link

    def _narrowed(self, ends: Ends, met: tuple[tuple[Span, ...], tuple[Span, ...]]) -> Ends:
        """Both readings, without the clauses of a long sentence that the other knows nothing of."""
        a, b = (
            Reading(one.article, narrowed(self._analyses[one.article], one.span, words))
            for one, words in zip(ends, met, strict=True)
        )
        return a, b

    def _by_parted_name(self, claim: Claim) -> Claim:
        """The claim, shown where both sentences give a long name that parts in its head alone.

        No more need be shared: that both speak of one body is plain, and that one name is wrong is
        what a person wants to know.
        """
        (article_a, number_a), (article_b, number_b) = claim.a, claim.b
        a, b = self._grounds[article_a].analysis, self._grounds[article_b].analysis
        for here in self._bodies[article_a][number_a]:
            for there in self._bodies[article_b][number_b]:
                if parted_in_head(a, here, b, there):
                    x, y = here.span.of(a.text), there.span.of(b.text)
                    why = (f"one name but for its last word: {x} / {y}", *claim.why)
                    return replace(claim, shown=True, why=why)
        return claim


def read_closely(pair: Pair, runs: Sequence[Same] = ()) -> tuple[Relation, tuple[Same, ...]]:
    """Near or paraphrase, by the word diff, and what is the same in both.

    `runs` are shared runs that may stand in another order. The word diff is only made where enough
    words are shared in any order.
    """
    here, there = pair.a.once(_counted, pair.a_span), pair.b.once(_counted, pair.b_span)
    shared = here & there
    least = NEAR * max(here.total(), there.total())
    same = list(runs)
    if 0 < least <= shared.total():
        met = _met_in_order(pair)
        same = [one for one, _ in met]
        same += [run for run in runs if not _is_covered(run, same)]
        if least <= sum(count for _, count in met):
            return Relation.NEAR, tuple(sorted(same))
    same += [one for one in _short_runs(pair) if not _is_covered(one, same)]
    return Relation.PARAPHRASE, tuple(sorted(same))


def _is_covered(one: Same, others: Sequence[Same]) -> bool:
    return any(other.a.covers(one.a) and other.b.covers(one.b) for other in others)


def _counted(analysis: Analysis, span: Span) -> Counter[str]:
    return Counter(word.folded for word in analysis.words_in(span))


def _short_index(analysis: Analysis, span: Span) -> Index[str]:
    return index_of([word.folded for word in analysis.words_in(span)], SHORTEST)


def _short_runs(pair: Pair) -> list[Same]:
    """Runs of two words and more that both sentences share, in any order."""
    a, b = pair.a.once(_short_index, pair.a_span), pair.b.once(_short_index, pair.b_span)
    here, there = pair.a.words_in(pair.a_span), pair.b.words_in(pair.b_span)
    found: list[Same] = []
    for run in shared_runs(a, b, SHORTEST):
        ours, theirs = (
            Span(side[first].span.start, side[first + run.length - 1].span.end)
            for side, first in ((here, run.a), (there, run.b))
        )
        if _is_whole(pair.a.text, ours) and _is_whole(pair.b.text, theirs):
            found.append(Same(ours, theirs))
    return found


def _is_whole(text: str, span: Span) -> bool:
    """Whether neither end lies inside a number with separators, which is one token."""
    before, after = text[max(0, span.start - 2) : span.start + 1], text[span.end - 1 : span.end + 2]
    return not (_IN_NUMBER.fullmatch(before) or _IN_NUMBER.fullmatch(after))


def _joined(copied: Link, claim: Claim, shown: bool, same: tuple[Same, ...]) -> Link:
    """One link for two sentences that share a run and may make one claim."""
    if copied.wording is Wording.NAME:
        return replace(copied, score=min(claim.likelihood, MOST_FOR_NAME))
    whole = copied.relation is Relation.VERBATIM
    return replace(
        copied,
        score=max(copied.score, claim.likelihood),
        shown=copied.shown or shown,
        same=copied.same if whole or not same else same,
        why=(*copied.why, *claim.why),
    )


def _met_in_order(pair: Pair) -> list[tuple[Same, int]]:
    """What the word diff finds the same, each with its number of words."""
    met: list[tuple[Same, int]] = []
    for stretch in pair.stretches:
        if stretch.fate is not Fate.SAME:
            continue
        here, there = pair.a.words_in(stretch.a), pair.b.words_in(stretch.b)
        if here and [word.folded for word in here] == [word.folded for word in there]:
            a, b = (Span(found[0].span.start, found[-1].span.end) for found in (here, there))
            met.append((Same(a, b), len(here)))
    return met
