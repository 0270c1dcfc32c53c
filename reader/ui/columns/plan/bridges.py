"""Which readings of two neighbouring columns are tied by a ribbon, apart from any widget."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.comparison import Comparison
from reader.core.difference.divergence import Verdict
from reader.core.matching.link import Relation
from reader.core.text.span import Span
from reader.ui.columns.plan.bands import RELATIONS, Showing


@dataclass(frozen=True, slots=True)
class Bridge:
    """Two readings, left and right, of passage `passage` (None for a link outside any)."""

    left: Span
    right: Span
    relation: Relation
    passage: int | None
    conflict: bool = False


def passage_of_links(comparison: Comparison) -> dict[int, int]:
    """Which passage each link belongs to, by index."""
    return {
        link: number for number, passage in enumerate(comparison.passages) for link in passage.links
    }


def bridges(comparison: Comparison, left: int, right: int, showing: Showing) -> tuple[Bridge, ...]:
    """Bridges between two articles (indices into the comparison) in order of place on the left.

    Two readings that are tied more than once get one bridge, of the strictest relation.
    """
    owner = passage_of_links(comparison)
    conflicts = {
        divergence.link
        for divergence in comparison.divergences
        if divergence.verdict is Verdict.CONFLICT and divergence.kind in showing.kinds
    }
    found: dict[tuple[Span, Span], Bridge] = {}
    for number, link in enumerate(comparison.links):
        if {link.a.article, link.b.article} != {left, right} or not showing.shows(link):
            continue
        if left == right:
            continue
        a, b = (link.a, link.b) if link.a.article == left else (link.b, link.a)
        made = Bridge(
            a.span,
            b.span,
            link.relation,
            owner.get(number),
            showing.conflicts and number in conflicts,
        )
        known = found.get((a.span, b.span))
        if known is None or _stricter(made, known):
            found[(a.span, b.span)] = made
    return tuple(sorted(found.values(), key=lambda bridge: (bridge.left, bridge.right)))


def active_bridges(
    comparison: Comparison, left: int, right: int, active: int, known: tuple[Bridge, ...]
) -> tuple[Bridge, ...]:
    """The bridges of the active passage; readings that are joined only through a third article
    are tied too, in the loosest form.
    """
    own = tuple(bridge for bridge in known if bridge.passage == active)
    if own:
        return own
    passage = comparison.passages[active]
    lefts = [r.span for r in passage.readings if r.article == left]
    rights = [r.span for r in passage.readings if r.article == right]
    return tuple(Bridge(a, b, Relation.PARAPHRASE, active) for a in lefts[:1] for b in rights[:1])


def _stricter(one: Bridge, other: Bridge) -> bool:
    return RELATIONS.index(one.relation) < RELATIONS.index(other.relation)
