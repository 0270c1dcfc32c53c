"""Passages: what one or several articles say about one thing, links joined over all articles.

A passage is a star: one central reading and those that are linked to it. A reading that is only
linked to one of those begins a passage of its own: no chain of weak links swallows the story. A
link that a person made is no guess: it joins the passages that it touches.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from reader.core.comparison import Independence, Passage
from reader.core.difference.divergence import Divergence, Verdict
from reader.core.facts.analysis import Analysis
from reader.core.matching.link import Link, Reading, Relation, Wording
from reader.core.pace import Pace
from reader.core.passages.decided import Decided
from reader.core.passages.stars import Star, join_by_hand, without_rejected
from reader.core.text.article import Role
from reader.core.text.span import Span, merged

CLAIM_ROLES: Final = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.CAPTION})
"""Roles whose sentences are claims when no other article makes them."""
SAME_PLACE: Final = 0.5
"""Share of the shorter of two spans of one article from which they are one reading."""


def passages_of(
    analyses: Sequence[Analysis],
    decided: Decided,
    divergences: Sequence[Divergence],
    pace: Pace,
) -> tuple[tuple[Passage, ...], tuple[Reading, ...]]:
    """All passages in order of their first reading, and the readings that stand alone.

    Takes the links that are shown and more than a name; every one of them is in a passage. Stars
    are made of what the machine found, then a person's word is done to them: so it changes the
    passages that it is about and no others. A unit of the pace is a link.
    """
    links = decided.links
    counted = {i for i, link in enumerate(links) if _counts(link)}
    found = {i: link for i, link in enumerate(decided.found) if link is not None}
    confirmed = counted - decided.made
    joined = [i for i, link in found.items() if i in confirmed or _counts(link)]
    by_text = sorted(range(len(analyses)), key=lambda i: (analyses[i].text, i))
    rank = {article: place for place, article in enumerate(by_text)}
    places = _places(links, joined, pace)
    pace.look()
    stars = [
        part
        for star in _stars(found, joined, places, rank, pace)
        for part in without_rejected(star, links, counted, places)
    ]
    pace.look()
    stars = join_by_hand(stars, links, sorted(decided.made))
    told: dict[int, list[int]] = defaultdict(list)
    for number, divergence in enumerate(divergences):
        if divergence.link is not None:
            told[divergence.link].append(number)
    shared: list[Passage] = []
    for star in stars:
        shared.append(_passage(star, links, divergences, told, analyses))
        pace.did(len(star.links))
    pace.look()
    only = _single(analyses, shared)
    alone = [Passage((reading,), 1, Verdict.ONLY) for reading in only]
    every = sorted((*shared, *alone), key=_in_order)
    pace.look()
    return tuple(every), tuple(only)


def _in_order(passage: Passage) -> tuple[list[tuple[int, int, int]], tuple[int, ...]]:
    return [reading.place for reading in passage.readings], passage.links


def _counts(link: Link) -> bool:
    return link.shown and link.wording is not Wording.NAME


def _places(links: Sequence[Link], joined: Sequence[int], pace: Pace) -> Mapping[Reading, Reading]:
    """For each linked reading the place it stands for: the longest that holds half of it."""
    by_article: dict[int, set[Span]] = defaultdict(set)
    for i in joined:
        for reading in (links[i].a, links[i].b):
            by_article[reading.article].add(reading.span)
    places: dict[Reading, Reading] = {}
    for article, spans in by_article.items():
        kept: dict[int, list[Span]] = defaultdict(list)
        for number, span in enumerate(sorted(spans, key=_longest_first)):
            if number % _SPANS_AT_ONCE == 0:
                pace.look()
            least = SAME_PLACE * len(span)
            reach = range(span.start // _ROOM, span.end // _ROOM + 1)
            around = (other for room in reach for other in kept[room])
            homes = [other for other in around if span.shared(other) > least]
            home = min(homes, key=_longest_first, default=None)
            if home is None:
                for room in reach:
                    kept[room].append(span)
            places[Reading(article, span)] = Reading(article, home or span)
    return places


_SPANS_AT_ONCE: Final = 1_000
_ROOM: Final = 256
"""Code points by which spans are put together, so that only neighbours are asked."""


def _longest_first(span: Span) -> tuple[int, int]:
    return span.start - span.end, span.start


def _stars(
    links: Mapping[int, Link],
    joined: Sequence[int],
    places: Mapping[Reading, Reading],
    rank: Mapping[int, int],
    pace: Pace,
) -> list[Star]:
    """Stars until each joined link is in one: a sentence that makes two claims is in two."""
    stars: list[Star] = []
    left = [(i, places[links[i].a], places[links[i].b]) for i in joined]
    while left:
        around: dict[Reading, dict[Reading, float]] = defaultdict(dict)
        for i, a, b in left:
            around[a][b] = max(around[a].get(b, 0.0), links[i].score)
            around[b][a] = max(around[b].get(a, 0.0), links[i].score)
        pace.look()
        found = _apart(around, rank)
        pace.look()
        home = {reading: star for star in found for reading in star.readings}
        rest: list[tuple[int, Reading, Reading]] = []
        for i, a, b in left:
            if a in home and home[a] is home.get(b):
                home[a].links.append(i)
            else:
                rest.append((i, a, b))
        stars += found
        pace.did(len(left) - len(rest))
        left = rest
    return stars


def _apart(
    around: Mapping[Reading, Mapping[Reading, float]], rank: Mapping[int, int]
) -> list[Star]:
    """Stars that share no reading, those whose centre reaches the most articles first."""

    def reach(reading: Reading) -> tuple[int, float, int, int, int]:
        articles = {other.article for other in around[reading]}
        worth = round(sum(around[reading].values()), 6)
        _, start, end = reading.place
        return -len(articles), -worth, rank[reading.article], start, end

    stars: list[Star] = []
    taken: set[Reading] = set()
    for centre in sorted(around, key=reach):
        free = [other for other in around[centre] if other not in taken]
        if centre not in taken and free:
            stars.append(Star(sorted({centre, *free})))
            taken.update(stars[-1].readings)
    return stars


def _passage(
    star: Star,
    links: Sequence[Link],
    divergences: Sequence[Divergence],
    told: Mapping[int, Sequence[int]],
    analyses: Sequence[Analysis],
) -> Passage:
    numbers = sorted(number for link in star.links for number in told.get(link, ()))
    verdicts = {divergences[number].verdict for number in numbers}
    verdict = next(
        (v for v in (Verdict.CONFLICT, Verdict.COMPATIBLE) if v in verdicts), Verdict.AGREE
    )
    independence, note = _independence(star.readings, [links[i] for i in star.links], analyses)
    return Passage(
        tuple(star.readings),
        len({reading.article for reading in star.readings}),
        verdict,
        tuple(sorted(star.links)),
        tuple(numbers),
        independence,
        note,
    )


def _independence(
    readings: Sequence[Reading], links: Sequence[Link], analyses: Sequence[Analysis]
) -> tuple[Independence, str]:
    """Whether the readings corroborate each other, and in words why they do not."""
    articles = {reading.article for reading in readings}
    if len(articles) < 2:
        return Independence.SINGLE, ""
    heard = f"{len(articles)} of {len(analyses)}"
    speakers = [_speakers(analyses[reading.article], reading.span) for reading in readings]
    common = speakers[0].intersection(*speakers[1:])
    if common:
        speaker = min(common, key=lambda name: (-len(name), name))
        return Independence.ONE_SPEAKER, f"{heard}, all attributed to {speaker}"
    hands = _hands(articles, links)
    if hands == 1:
        return Independence.COPIED, f"{heard}, in copied wording"
    if hands < len(articles):
        return Independence.INDEPENDENT, f"{heard}, in {hands} wordings: some are copied"
    return Independence.INDEPENDENT, ""


def _hands(articles: set[int], links: Sequence[Link]) -> int:
    """How many groups of articles are left when those that share their wording count as one."""
    hand = {article: article for article in articles}
    for link in links:
        if link.relation is not Relation.PARAPHRASE:
            old, new = hand[link.b.article], hand[link.a.article]
            hand = {article: new if at == old else at for article, at in hand.items()}
    return len(set(hand.values()))


def _speakers(analysis: Analysis, span: Span) -> set[str]:
    """Whom an article names as the source of at least half of these words."""
    told = [(q.span, q.speaker) for q in analysis.quotations_in(span) if not q.scare]
    told += [(a.span, a.speaker) for a in analysis.attributions_in(span) if a.named]
    covered: dict[str, int] = defaultdict(int)
    for where, speaker in told:
        if speaker:
            covered[speaker] += where.shared(span)
    return {speaker for speaker, length in covered.items() if length >= len(span) / 2}


def _single(analyses: Sequence[Analysis], passages: Sequence[Passage]) -> list[Reading]:
    """Sentences that are claims and that no passage touches."""
    covered: dict[int, list[Span]] = defaultdict(list)
    for passage in passages:
        for reading in passage.readings:
            covered[reading.article].append(reading.span)
    only: list[Reading] = []
    for article, analysis in enumerate(analyses):
        spans = merged(covered[article])
        ends = [span.end for span in spans]
        for sentence, block in zip(analysis.sentences, analysis.sentence_blocks, strict=True):
            at = bisect_right(ends, sentence.start)
            linked = at < len(spans) and spans[at].start < sentence.end
            if not linked and analysis.blocks[block].role in CLAIM_ROLES:
                only.append(Reading(article, sentence))
    return only
