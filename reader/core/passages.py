"""Passages: what one or several articles say about one thing, links joined over all articles.

Links are joined by their strongest first. A reading joins a passage only where it is linked to the
passage's centre, the reading that the most and strongest links meet, so that a chain of weak links
cannot swallow half the story.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.core.comparison import Independence, Passage
from reader.core.difference.divergence import Divergence, Verdict
from reader.core.facts.analysis import Analysis
from reader.core.matching.link import Link, Reading, Relation, Wording
from reader.core.text.article import Role
from reader.core.text.span import Span

CLAIM_ROLES = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.CAPTION})
"""Roles whose sentences are claims when no other article makes them."""
_SAME_PLACE = 0.5
"""Share of the shorter of two spans of one article from which they are one reading."""


@dataclass
class _Cluster:
    centre: Reading
    readings: list[Reading] = field(default_factory=list[Reading])
    links: list[int] = field(default_factory=list[int])


def passages_of(
    analyses: Sequence[Analysis], links: Sequence[Link], divergences: Sequence[Divergence]
) -> tuple[tuple[Passage, ...], tuple[Reading, ...]]:
    """All passages in order of their first reading, and the readings that stand alone.

    Takes links that are shown and more than a name.
    """
    joined = [i for i, link in enumerate(links) if link.shown and link.wording is not Wording.NAME]
    places = _places(links, joined)
    found = [
        _passage(cluster, links, divergences, analyses)
        for cluster in _clusters(links, joined, places)
    ]
    only = _single(analyses, found)
    found += [Passage((reading,), 1, Verdict.ONLY) for reading in only]
    found.sort(key=lambda passage: (passage.readings[0], passage.readings[1:], passage.links))
    return tuple(found), tuple(only)


def _places(links: Sequence[Link], joined: Sequence[int]) -> Mapping[Reading, Reading]:
    """For each linked reading the place it stands for: readings that overlap by half are one place."""
    by_article: dict[int, set[Span]] = defaultdict(set)
    for i in joined:
        for reading in (links[i].a, links[i].b):
            by_article[reading.article].add(reading.span)
    places: dict[Reading, Reading] = {}
    for article, spans in by_article.items():
        kept: list[Span] = []
        for span in sorted(spans, key=lambda s: (-len(s), s)):
            home = next(
                (
                    other
                    for other in kept
                    if span.shared(other) > _SAME_PLACE * min(len(span), len(other))
                ),
                None,
            )
            if home is None:
                kept.append(span)
            places[Reading(article, span)] = Reading(article, home or span)
    return places


def _clusters(
    links: Sequence[Link], joined: Sequence[int], places: Mapping[Reading, Reading]
) -> list[_Cluster]:
    """Stars around central readings, strongest first; every joined link is in one of them."""
    around: dict[Reading, dict[Reading, float]] = defaultdict(dict)
    for i in joined:
        a, b = places[links[i].a], places[links[i].b]
        if a != b:
            around[a][b] = max(around[a].get(b, 0.0), links[i].score)
            around[b][a] = max(around[b].get(a, 0.0), links[i].score)
    taken: set[Reading] = set()
    clusters: list[_Cluster] = []
    home: dict[Reading, _Cluster] = {}
    order = sorted(
        around, key=lambda r: (-len({o.article for o in around[r]}), -sum(around[r].values()), r)
    )
    for centre in order:
        if centre in taken:
            continue
        members = [other for other in around[centre] if other not in taken]
        if not members:
            continue
        cluster = _Cluster(centre, [centre, *members])
        taken.update(cluster.readings)
        for reading in cluster.readings:
            home[reading] = cluster
        clusters.append(cluster)
    for centre in order:
        if centre not in taken:
            nearest = min(around[centre], key=lambda r: (-around[centre][r], r))
            cluster = _Cluster(centre, [centre, nearest])
            clusters.append(cluster)
            home[centre] = cluster
    for i in joined:
        a, b = places[links[i].a], places[links[i].b]
        for cluster in {id(home[r]): home[r] for r in (a, b) if r in home}.values():
            if a in cluster.readings and b in cluster.readings:
                cluster.links.append(i)
    return clusters


def _passage(
    cluster: _Cluster,
    links: Sequence[Link],
    divergences: Sequence[Divergence],
    analyses: Sequence[Analysis],
) -> Passage:
    readings = tuple(sorted(cluster.readings))
    inside = set(cluster.links)
    numbers = tuple(n for n, d in enumerate(divergences) if d.link in inside)
    verdicts = {divergences[n].verdict for n in numbers}
    verdict = next(
        (v for v in (Verdict.CONFLICT, Verdict.COMPATIBLE) if v in verdicts), Verdict.AGREE
    )
    independence, note = _independence(readings, [links[i] for i in cluster.links], analyses)
    articles = len({reading.article for reading in readings})
    return Passage(readings, articles, verdict, tuple(sorted(inside)), numbers, independence, note)


def _independence(
    readings: Sequence[Reading], links: Sequence[Link], analyses: Sequence[Analysis]
) -> tuple[Independence, str]:
    articles = len({reading.article for reading in readings})
    if articles < 2:
        return Independence.SINGLE, ""
    heard = f"{articles} of {len(analyses)}"
    speakers = [_speakers(analyses[r.article], r.span) for r in readings]
    common = speakers[0].intersection(*speakers[1:])
    if common:
        return Independence.ONE_SPEAKER, f"{heard}, all attributed to {min(common)}"
    if any(link.relation is Relation.VERBATIM for link in links):
        return Independence.COPIED, f"{heard}, in copied wording"
    return Independence.INDEPENDENT, ""


def _speakers(analysis: Analysis, span: Span) -> set[str]:
    quoted = {q.speaker for q in analysis.quotations_in(span) if q.speaker and not q.scare}
    return quoted | {a.speaker for a in analysis.attributions_in(span)}


def _single(analyses: Sequence[Analysis], passages: Sequence[Passage]) -> list[Reading]:
    """Sentences that are claims and that no passage touches."""
    covered: dict[int, list[Span]] = defaultdict(list)
    for passage in passages:
        for reading in passage.readings:
            covered[reading.article].append(reading.span)
    only: list[Reading] = []
    for article, analysis in enumerate(analyses):
        spans = sorted(covered[article])
        starts = [span.start for span in spans]
        ends = [span.end for span in spans]
        for sentence, block in zip(analysis.sentences, analysis.sentence_blocks, strict=True):
            if analysis.blocks[block].role not in CLAIM_ROLES:
                continue
            near = spans[
                max(0, bisect_left(ends, sentence.start) - 8) : bisect_right(starts, sentence.end)
            ]
            if not any(sentence.overlaps(span) for span in near):
                only.append(Reading(article, sentence))
    return only
