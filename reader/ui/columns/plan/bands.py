"""From facts to paint: which stretches of one article carry which marks, apart from any widget."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reader.core.comparison import Comparison
from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.matching.link import Link, Relation, Wording
from reader.core.text.span import Span

RELATIONS: Final = (Relation.VERBATIM, Relation.NEAR, Relation.PARAPHRASE)
"""From the strictest to the loosest: the order in which underlines stand below the words."""
_LONGEST_BOX: Final = 400
"""Code points above which a box would frame the whole reading and set nothing off."""
_LONGEST_QUIET_BOX: Final = 48
_WORD: Final = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Showing:
    """Which marks are wanted, and which articles stand on the board beside the marked one."""

    articles: frozenset[int]
    base: int | None = None
    relations: frozenset[Relation] = frozenset(Relation)
    kinds: frozenset[DivergenceKind] = frozenset(DivergenceKind)
    conflicts: bool = True
    only: bool = True
    possible: bool = False

    def shows(self, link: Link) -> bool:
        """Whether a link's mark is drawn."""
        return (
            (link.shown or self.possible)
            and link.relation in self.relations
            and link.wording is not Wording.NAME
            and link.a.article in self.articles
            and link.b.article in self.articles
        )


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch under one set of marks; runs of an article do not overlap."""

    span: Span
    relations: tuple[Relation, ...]
    slots: tuple[int, ...] = ()
    """How deep each relation's line stands below the words; the same all along touching runs."""
    changed: bool = False
    """Whether these words differ from the reading they are compared with."""


@dataclass(frozen=True, slots=True)
class Box:
    """What a divergence is about: a solid box for a conflict, a quiet one for the rest."""

    span: Span
    verdict: Verdict
    divergences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """What only this article says."""

    span: Span


@dataclass(frozen=True, slots=True)
class Bands:
    """All machine marks of one article, in order of place."""

    runs: tuple[Run, ...] = ()
    boxes: tuple[Box, ...] = ()
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Attention:
    """Where the active passage stands in one article; elsewhere marks are `fading` while it is."""

    readings: tuple[Span, ...] = ()
    fading: bool = False

    def fades(self, span: Span) -> bool:
        """Whether a mark there steps back."""
        return self.fading and not any(span.overlaps(reading) for reading in self.readings)

    def split(self, span: Span) -> list[tuple[Span, bool]]:
        """A stretch cut at the edges of the active readings, each part with whether it fades."""
        if not self.fading:
            return [(span, False)]
        parts: list[tuple[Span, bool]] = []
        at = span.start
        for reading in sorted(self.readings):
            start, end = max(reading.start, at), min(reading.end, span.end)
            if start < end:
                if at < start:
                    parts.append((Span(at, start), True))
                parts.append((Span(start, end), False))
                at = end
        if at < span.end:
            parts.append((Span(at, span.end), True))
        return parts


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation's place in one article; `colours` are names of the theme's tag palette."""

    annotation_id: str
    span: Span
    colours: tuple[str, ...]
    words: str = ""
    """What the note says, for whoever hovers over its stripe."""


@dataclass(frozen=True, slots=True)
class Stripe:
    """A note in the margin; overlapping stripes stand in different lanes."""

    note: Note
    lane: int
    active: bool = False


def bands(comparison: Comparison, article: int, text: str, showing: Showing) -> Bands:
    """The marks of one article (an index into the comparison) with that canonical text."""
    chosen = [
        link
        for link in comparison.links
        if article in (link.a.article, link.b.article) and showing.shows(link)
    ]
    marks: list[tuple[Span, object]] = [
        (span, link.relation) for link in chosen for span in _sides(link, article)
    ]
    changed = _changed_words(chosen, article, text, showing.base)
    marks.extend((span, _CHANGED) for span in changed)
    return Bands(
        _flattened(marks), _boxes(comparison, article, showing), _bars(comparison, article, showing)
    )


def stripes(notes: Iterable[Note], active: str | None = None) -> tuple[Stripe, ...]:
    """Notes with lanes: the leftmost lane that is free where each begins."""
    ends: list[int] = []
    found: list[Stripe] = []
    for note in sorted(notes, key=lambda n: (n.span.start, -n.span.end, n.annotation_id)):
        lane = next((at for at, end in enumerate(ends) if end <= note.span.start), len(ends))
        if lane == len(ends):
            ends.append(0)
        ends[lane] = note.span.end
        found.append(Stripe(note, lane, note.annotation_id == active))
    return tuple(found)


_CHANGED: Final = "changed"


def _sides(link: Link, article: int) -> tuple[Span, ...]:
    return tuple(r.span for r in (link.a, link.b) if r.article == article)


def _changed_words(links: Sequence[Link], article: int, text: str, base: int | None) -> list[Span]:
    """The words of near readings that their counterpart lacks.

    Where a reading has several counterparts, the base's counts, else the likeliest: words set off
    against every column at once would set off everything.
    """

    def rank(link: Link) -> tuple[bool, float, int]:
        other = link.b.article if link.a.article == article else link.a.article
        return other != base, -link.score, other

    near = sorted((link for link in links if link.relation is Relation.NEAR), key=rank)
    done = _Taken()
    changed: list[Span] = []
    for link in near:
        for reading, same in (
            (link.a, [pair.a for pair in link.same]),
            (link.b, [pair.b for pair in link.same]),
        ):
            if reading.article == article and done.take(reading.span):
                changed += _without(reading.span, same, text)
    return changed


class _Taken:
    """Spans that do not overlap each other."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, span: Span) -> bool:
        """Take a span unless it overlaps one that is taken; whether it was."""
        at = bisect_left(self._starts, span.start)
        if at < len(self._starts) and self._starts[at] < span.end:
            return False
        if at and self._ends[at - 1] > span.start:
            return False
        self._starts.insert(at, span.start)
        self._ends.insert(at, span.end)
        return True


def _without(whole: Span, same: Sequence[Span], text: str) -> list[Span]:
    """The stretches of `whole` that are in none of `same` and hold a letter or digit."""
    rest: list[Span] = []
    at = whole.start
    for span in [*sorted(same), Span(whole.end, whole.end)]:
        if at < span.start:
            words = text[at : span.start]
            if _WORD.search(words):
                start = at + len(words) - len(words.lstrip())
                rest.append(Span(start, at + len(words.rstrip())))
        at = max(at, span.end)
    return rest


def _flattened(marks: Sequence[tuple[Span, object]]) -> tuple[Run, ...]:
    """Overlapping marks cut at every edge, so that each code point is in one run at most."""
    edges: dict[int, list[tuple[object, int]]] = {}
    for span, key in marks:
        if len(span):
            edges.setdefault(span.start, []).append((key, 1))
            edges.setdefault(span.end, []).append((key, -1))
    open_marks: Counter[object] = Counter()
    runs: list[Run] = []
    before = 0
    for at in sorted(edges):
        relations = tuple(r for r in RELATIONS if open_marks[r])
        if relations and before < at:
            _append(runs, Run(Span(before, at), relations, (), bool(open_marks[_CHANGED])))
        for key, by in edges[at]:
            open_marks[key] += by
        before = at
    return _with_slots(runs)


def _with_slots(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Gives each relation one depth along all runs that touch, so that no line jumps."""
    placed: list[Run] = []
    at = 0
    while at < len(runs):
        end = at + 1
        while end < len(runs) and runs[end].span.start == runs[end - 1].span.end:
            end += 1
        present = {relation for run in runs[at:end] for relation in run.relations}
        depth = {r: n for n, r in enumerate(r for r in RELATIONS if r in present)}
        placed += [
            replace(run, slots=tuple(depth[r] for r in run.relations)) for run in runs[at:end]
        ]
        at = end
    return tuple(placed)


def _append(runs: list[Run], run: Run) -> None:
    last = runs[-1] if runs else None
    if (
        last is not None
        and last.span.end == run.span.start
        and (last.relations, last.changed) == (run.relations, run.changed)
    ):
        runs[-1] = replace(last, span=last.span.hull(run.span))
    else:
        runs.append(run)


def _boxes(comparison: Comparison, article: int, showing: Showing) -> tuple[Box, ...]:
    found: dict[Span, tuple[Verdict, list[int]]] = {}
    for number, divergence in enumerate(comparison.divergences):
        if not _is_boxed(comparison, divergence, showing):
            continue
        conflict = divergence.verdict is Verdict.CONFLICT
        longest = _LONGEST_BOX if conflict else _LONGEST_QUIET_BOX
        for side in (divergence.a, divergence.b):
            if side is not None and side.article == article and 0 < len(side.span) <= longest:
                verdict, numbers = found.get(side.span, (divergence.verdict, []))
                verdict = Verdict.CONFLICT if conflict else verdict
                found[side.span] = (verdict, [*numbers, number])
    return tuple(
        Box(span, verdict, tuple(numbers)) for span, (verdict, numbers) in sorted(found.items())
    )


def _is_boxed(comparison: Comparison, divergence: Divergence, showing: Showing) -> bool:
    if divergence.kind not in showing.kinds:
        return False
    conflict = divergence.verdict is Verdict.CONFLICT and showing.conflicts
    if not conflict and divergence.verdict is not Verdict.COMPATIBLE:
        return False
    sides = (divergence.a, divergence.b)
    if any(side is not None and side.article not in showing.articles for side in sides):
        return False
    return divergence.link is None or showing.shows(comparison.links[divergence.link])


def _bars(comparison: Comparison, article: int, showing: Showing) -> tuple[Bar, ...]:
    if not showing.only:
        return ()
    return tuple(
        Bar(span) for span in sorted(r.span for r in comparison.only if r.article == article)
    )
