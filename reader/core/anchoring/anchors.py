"""How a span is described so that it is found again, also in a newer version of its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from reader.core.anchoring.versions import carried
from reader.core.annotating.annotation import Anchor
from reader.core.text.span import Span
from reader.core.text.tokens import Word, words

CONTEXT: Final = 32
"""Code points kept before and after the quote, as the W3C's TextQuoteSelector has them."""

QUOTE_WEIGHT: Final = 50
PREFIX_WEIGHT: Final = 20
SUFFIX_WEIGHT: Final = 20
POSITION_WEIGHT: Final = 10
"""Weights of Hypothesis's client, anchoring/match-quote.ts."""

MOVED_FROM: Final = 0.75
"""Score from which a place that stands alone counts as the same passage."""
MARGIN: Final = 0.1
"""How far the best place must be ahead of the next one."""
UNSURE_FROM: Final = 0.5
"""Score from which a place is worth showing to the person."""
_SHOWN: Final = 5
"""Places shown to the person at most."""
_EXAMINED: Final = 200
"""Places that are scored at most; of more the nearest to the old place."""


@dataclass(frozen=True, slots=True)
class Found:
    """The quote stands here, word for word, and nowhere else that could be meant."""

    span: Span


@dataclass(frozen=True, slots=True)
class Moved:
    """Very likely here, but the words or their surroundings have changed: say so."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that could be meant; `score` is 0..1."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Unsure:
    """Several places could be meant, best first: the person decides."""

    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """Nowhere; the anchor's quote is all that is left."""


Finding = Found | Moved | Unsure | Lost


def describe(text: str, sha256: str, span: Span, context: int = CONTEXT) -> Anchor:
    """An anchor for a span of the canonical text whose hash is `sha256`.

    Raises ValueError where the span reaches beyond the text.
    """
    if span.end > len(text):
        raise ValueError(f"{span} lies outside a text of {len(text)} code points")
    return Anchor(
        sha256=sha256,
        span=span,
        quote=span.of(text),
        prefix=text[max(0, span.start - context) : span.start],
        suffix=text[span.end : span.end + context],
    )


def find(anchor: Anchor, text: str, sha256: str) -> Finding:
    """Where the anchor's words stand in a text, or why that cannot be said.

    In the version that the anchor was made on the offsets hold, and the quote proves it. Elsewhere
    a place is Found only where the exact quote stands between its exact neighbours once, and
    nothing else does so; else the best place is Moved, Unsure or Lost by its score.
    """
    if sha256 == anchor.sha256 and anchor.span.of(text) == anchor.quote:
        return Found(anchor.span)
    if not anchor.quote:
        return _find_point(anchor, text)
    exact = list(_occurrences(text, anchor.quote))
    framed = [span for span in exact if _framed(anchor, text, span)]
    if len(framed) == 1:
        return Found(framed[0])
    if len(exact) == 1 and _is_sentence(anchor):
        return Moved(exact[0], _score(anchor, text, exact[0]))
    return _judge(anchor, text, framed or [*exact, *_similar(anchor, text)])


def carry(anchor: Anchor, old_text: str, new_text: str, sha256: str) -> Finding:
    """Where the anchor's words went between two versions of one text; `sha256` is of the new one.

    The difference of both versions says where the old place is now. The quote there proves it;
    where it has changed, or where the difference is silent, `find` looks for it.
    """
    if anchor.span.of(old_text) != anchor.quote or not anchor.quote:
        return find(anchor, new_text, sha256)
    place = carried(anchor.span, old_text, new_text)
    if place is None:
        return find(anchor, new_text, sha256)
    place = _exact_at(anchor.quote, new_text, place) or place
    if place.of(new_text) == anchor.quote and _one_side(anchor, new_text, place):
        return Found(place)
    score = _score(anchor, new_text, place)
    if score >= MOVED_FROM and _names_stand(anchor.quote, place.of(new_text)):
        return Moved(place, score)
    places = [place, *_occurrences(new_text, anchor.quote), *_similar(anchor, new_text)]
    return _judge(anchor, new_text, places)


def _exact_at(quote: str, text: str, place: Span) -> Span | None:
    """The quote itself where the difference has its place, ends one off; None where several are."""
    first, last = max(0, place.start - len(quote) + 1), place.end + len(quote) - 1
    exact = [span.shifted(first) for span in _occurrences(text[first:last], quote)]
    return exact[0] if len(exact) == 1 else None


def _framed(anchor: Anchor, text: str, span: Span) -> bool:
    """Whether the quote stands between both its old neighbours."""
    return text.endswith(anchor.prefix, 0, span.start) and text.startswith(anchor.suffix, span.end)


_TELLING: Final = 48
"""Code points from which a whole sentence is known without its neighbours."""
_CLOSED: Final = re.compile(r"""(?:^|[.!?…。！？؟۔।\n])["'”’»›)\]」』）\s]*\Z""")


def _is_sentence(anchor: Anchor) -> bool:
    """Whether the quote is a long sentence from its beginning to its end, no part of lookalikes."""
    begins = anchor.prefix.endswith("\n") or _CLOSED.search(anchor.prefix) is not None
    return begins and len(anchor.quote) >= _TELLING and _CLOSED.search(anchor.quote) is not None


def _one_side(anchor: Anchor, text: str, span: Span) -> bool:
    """Whether at least one old neighbour is still there, so that no lookalike is taken for it."""
    return text.endswith(anchor.prefix, 0, span.start) or text.startswith(anchor.suffix, span.end)


def _find_point(anchor: Anchor, text: str) -> Finding:
    """An empty span is known by its neighbours alone."""
    places = [
        Span(at.start + len(anchor.prefix), at.start + len(anchor.prefix))
        for at in _occurrences(text, anchor.prefix + anchor.suffix)
    ]
    if not places or not anchor.prefix + anchor.suffix:
        return Lost()
    if len(places) == 1:
        return Found(places[0])
    return _judge(anchor, text, places)


def _occurrences(text: str, quote: str) -> Iterator[Span]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1)


def _judge(anchor: Anchor, text: str, places: Sequence[Span]) -> Finding:
    """The best of several places, if it is good enough and stands out.

    Where the exact quote stands no other cut of the same words is a place of its own.
    """
    exact = {span for span in places if span.of(text) == anchor.quote}
    others = {s for s in set(places) - exact if not any(s.overlaps(one) for one in exact)}
    near = sorted(exact | others, key=lambda span: (abs(span.start - anchor.span.start), span))
    scored = sorted(
        (Candidate(span, _score(anchor, text, span)) for span in near[:_EXAMINED]),
        key=lambda candidate: (-candidate.score, candidate.span),
    )
    apart: list[Candidate] = []
    for candidate in scored:
        if candidate.score < UNSURE_FROM or len(apart) > _SHOWN:
            break
        if not any(candidate.span.overlaps(better.span) for better in apart):
            apart.append(candidate)
    if not apart:
        return Lost()
    best = apart[0]
    alone = len(apart) == 1 or best.score - apart[1].score >= MARGIN
    if alone and best.score >= MOVED_FROM and _names_stand(anchor.quote, best.span.of(text)):
        return Moved(best.span, best.score)
    return Unsure(tuple(apart[:_SHOWN]))


def _score(anchor: Anchor, text: str, span: Span) -> float:
    """How well a place fits: quote, both neighbours and old position, each by its weight."""
    before = text[max(0, span.start - len(anchor.prefix)) : span.start]
    after = text[span.end : span.end + len(anchor.suffix)]
    far = abs(span.start - anchor.span.start) / max(1, len(text), anchor.span.end)
    parts = [
        (QUOTE_WEIGHT, _likeness(anchor.quote, span.of(text))),
        (POSITION_WEIGHT, 1 - min(1.0, far)),
    ]
    if anchor.prefix:
        parts.append((PREFIX_WEIGHT, _likeness(anchor.prefix, before)))
    if anchor.suffix:
        parts.append((SUFFIX_WEIGHT, _likeness(anchor.suffix, after)))
    return sum(weight * part for weight, part in parts) / sum(weight for weight, _ in parts)


_LONG: Final = 600
_PIECE: Final = re.compile(r"\w+|\s+|.", re.DOTALL)
_WORD: Final = re.compile(r"\w+")


def _likeness(a: str, b: str) -> float:
    """Ratio of what both have in common in order: 1 for the same, by words where they are long."""
    if a == b:
        return 1.0
    if len(a) + len(b) > 2 * _LONG:
        return SequenceMatcher(None, _PIECE.findall(a), _PIECE.findall(b)).ratio()
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _names_stand(quote: str, other: str) -> bool:
    """Whether capitalised words and figures are the same: 'Team Beta' is never 'Team Alpha'.

    In scripts without capitals every word counts.
    """
    return _telling(quote) == _telling(other)


def _telling(quote: str) -> list[str]:
    return sorted(word for word in _WORD.findall(quote) if not word.islower())


_REGIONS: Final = 8
"""Places that are looked at closely where the quote itself is not in the text."""


def _similar(anchor: Anchor, text: str) -> list[Span]:
    """Places in the text that hold many of the quote's words near each other, best first.

    Every word of the quote in the text weighs the less the more often the text has it; the heaviest
    windows of the quote's length are looked at closely. Linear in the text, but for those windows.
    """
    quoted = words(anchor.quote)
    wanted = {word.folded for word in quoted}
    written = words(text)
    hits = [at for at, word in enumerate(written) if word.folded in wanted]
    counts = Counter(written[at].folded for at in hits)
    width = len(quoted) + len(quoted) // 4 + 1
    windows: list[tuple[float, int]] = []
    weight, last = 0.0, 0
    for first, at in enumerate(hits):
        while last < len(hits) and hits[last] < at + width:
            weight += 1 / counts[written[hits[last]].folded]
            last += 1
        windows.append((-weight, at))
        weight -= 1 / counts[written[hits[first]].folded]
    windows.sort()
    chosen: list[int] = []
    for _, at in windows:
        if all(abs(at - other) >= width for other in chosen):
            chosen.append(at)
            if len(chosen) == _REGIONS:
                break
    around = len(quoted) // 4 + 1
    return [
        _fitted(anchor.quote, quoted, text, written[max(0, at - around) : at + width + around])
        for at in chosen
    ]


def _fitted(quote: str, quoted: Sequence[Word], text: str, window: Sequence[Word]) -> Span:
    """The part of a window that answers to the quote from its first word to its last."""
    matcher = SequenceMatcher(
        None, [word.folded for word in quoted], [word.folded for word in window], autojunk=False
    )
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    first = max(0, blocks[0].b - blocks[0].a)
    missing = len(quoted) - blocks[-1].a - blocks[-1].size
    last = min(len(window), blocks[-1].b + blocks[-1].size + missing) - 1
    start, end = window[first].span.start, window[last].span.end
    lead, trail = quote[: quoted[0].span.start], quote[quoted[-1].span.end :]
    if text.endswith(lead, 0, start):
        start -= len(lead)
    if text.startswith(trail, end):
        end += len(trail)
    return Span(start, end)
