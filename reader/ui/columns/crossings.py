"""The thin line by which a passage crosses columns that lack it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from reader.core.text.span import Span
from reader.ui.columns.column import Column
from reader.ui.columns.desk import Desk


def cross(desk: Desk, places: Sequence[tuple[str, Span]]) -> None:
    """Draw the active passage across the columns between two of its own that lack it.

    `places` are its readings; only readings in view are tied. With no places all lines go.
    """
    heights = _heights(desk, places)
    keys = list(desk.frames)
    across: dict[str, list[float]] = {key: [] for key in keys}
    shelved: dict[str, list[tuple[float, float]]] = {key: [] for key in desk.row.spines}
    gutters: list[list[tuple[float, float]]] = [[] for _ in desk.gutters]
    owners = {key for key, _ in places}
    having = [n for n, key in enumerate(keys) if key in owners]
    for left, right in itertools.pairwise(having):
        if right - left < 2 or keys[left] not in heights or keys[right] not in heights:
            continue
        start, end = heights[keys[left]], heights[keys[right]]
        level = (start + end) / 2
        spines = [key for key in keys[left + 1 : right] if key in desk.row.spines]
        for between in keys[left + 1 : right]:
            across[between].append(level)
        if len(spines) == right - left - 1:
            step = (end - start) / len(spines)
            for number, key in enumerate(spines):
                shelved[key].append((start + number * step, start + (number + 1) * step))
        else:
            for key in spines:
                shelved[key].append((level, level))
        gutters[left].append((start, level))
        for number in range(left + 1, right - 1):
            gutters[number].append((level, level))
        gutters[right - 1].append((level, end))
    for key, frame in desk.frames.items():
        frame.column.set_crossings(tuple(across[key]))
    for key, spine in desk.row.spines.items():
        spine.set_crossings(tuple(shelved[key]))
    for gutter, lines in zip(desk.gutters, gutters, strict=True):
        gutter.set_crossings(tuple(lines))


def _heights(desk: Desk, places: Sequence[tuple[str, Span]]) -> dict[str, float]:
    """Where in the view each column shows its reading, in pixels; the first one in view."""
    found: dict[str, float] = {}
    for key, span in places:
        frame = desk.frames.get(key)
        if frame is None or key in found:
            continue
        height = _middle(frame.column, span)
        if height is not None:
            found[key] = height
    return found


def _middle(column: Column, span: Span) -> float | None:
    extent = column.extent(span)
    if extent is None:
        return None
    middle = (extent[0] + extent[1]) / 2 - column.upper_edge
    return middle if 0 <= middle <= column.viewport().height() else None
