"""Which columns step aside so that a passage's weightiest readings stand side by side."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.ui.columns.plan.placing import GUTTER, SPINE


def by_weight(
    passage: Sequence[str],
    conflicts: Collection[frozenset[str]],
    focus: str | None,
    base: str | None,
) -> list[str]:
    """The columns of a passage as they matter, since not all may fit beside each other.

    First the one that has the attention, then what it cannot agree with, then what else is in
    conflict, always followed by its other side, then the base. `conflicts` are pairs of columns.
    """
    rest = sorted(passage, key=lambda key: key != focus)
    chosen = rest[:1]
    del rest[:1]
    if chosen != [focus]:
        rest, chosen = [*chosen, *rest], []

    def weight(key: str) -> tuple[bool, bool, bool]:
        in_conflict = any(key in pair for pair in conflicts)
        with_chosen = any(frozenset((key, other)) in conflicts for other in chosen)
        return not with_chosen, not in_conflict, key != base

    while rest:
        heaviest = min(rest, key=weight)
        rest.remove(heaviest)
        chosen.append(heaviest)
    return chosen


def aside_for(
    order: Sequence[str],
    passage: Sequence[str],
    view: int,
    width: int,
    kept: Collection[str] = (),
) -> frozenset[str]:
    """The columns that make way for a passage, as spines; none where its own fit as they stand.

    `order` are all columns from left to right, `passage` those that have the passage, the
    weightiest first; `view` and `width` are those of the board and of a column, in pixels. Columns
    in `kept` never make way. No more go than must: first those that lack the passage, from the
    right, then those whose readings weigh too little to be seen at the same time.
    """
    shown: list[str] = []
    for key in passage:
        wider = [*shown, key]
        if _extent(order, wider, _between(order, wider, kept), width) <= view:
            shown = wider
    between = _between(order, shown, kept)
    lacking = [key for key in reversed(order) if key in between and key not in passage]
    lighter = [key for key in reversed(passage) if key in between]
    going = [*lacking, *lighter]
    for count in range(len(going) + 1):
        aside = frozenset(going[:count])
        if not shown or _extent(order, shown, aside, width) <= view:
            return aside
    return frozenset()


def _between(order: Sequence[str], shown: Sequence[str], kept: Collection[str]) -> frozenset[str]:
    """What stands among the shown ones and may make way."""
    places = [order.index(key) for key in shown]
    if not places:
        return frozenset()
    among = order[min(places) : max(places) + 1]
    return frozenset(key for key in among if key not in shown and key not in kept)


def _extent(order: Sequence[str], shown: Sequence[str], aside: Collection[str], width: int) -> int:
    """How wide all is at least from the first to the last of the shown ones, in pixels."""
    places = [order.index(key) for key in shown]
    among = range(min(places), max(places) + 1) if places else range(0)
    spines = [number for number in among if order[number] in aside]
    standing = len(among) - len(spines)
    gutters = sum(1 for n in among[1:] if n not in spines and n - 1 not in spines)
    return standing * width + gutters * GUTTER + len(spines) * SPINE
