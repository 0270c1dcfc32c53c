"""What a comparison puts on the columns, worked out apart from any widget and off their thread."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from reader.core.comparison import Comparison
from reader.core.difference.divergence import Verdict
from reader.core.passages.shares import Shares, shares
from reader.core.text.span import Span
from reader.ui.columns.plan.bands import Bands, Showing, bands
from reader.ui.columns.plan.bridges import Bridge, bridges
from reader.ui.columns.plan.paragraphs import Paragraph, paragraphs

_MOST_PAIRS: Final = 500
"""The longest readings are enough for two columns to come level by."""

Pairs = tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A column of the board: its article's id, index in the comparison and canonical text."""

    key: str
    index: int
    text: str


@dataclass(frozen=True, slots=True)
class Marked:
    """All marks of one column."""

    paragraphs: tuple[Paragraph, ...] = ()
    bands: Bands = field(default_factory=Bands)
    shares: Shares = field(default_factory=Shares)
    told: str = ""
    """The marks in words, for whoever cannot see them."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of all columns by article id, and what ties two of them by both ids.

    `pairs` are linked readings to come level by, whichever marks are switched on.
    """

    columns: Mapping[str, Marked] = field(default_factory=dict[str, Marked])
    bridges: Mapping[tuple[str, str], tuple[Bridge, ...]] = field(
        default_factory=dict[tuple[str, str], tuple[Bridge, ...]]
    )
    pairs: Mapping[tuple[str, str], Pairs] = field(default_factory=dict[tuple[str, str], Pairs])


def mark(
    comparison: Comparison,
    board: Sequence[Standing],
    showing: Showing,
    cancelled: Callable[[], bool] = lambda: False,
    progress: object = None,
) -> Marks:
    """The marks of the columns of a board, from left to right; empty once `cancelled`."""
    columns: dict[str, Marked] = {}
    for one in board:
        if cancelled():
            return Marks()
        columns[one.key] = Marked(
            paragraphs(one.text, comparison.articles[one.index].blocks),
            bands(comparison, one.index, one.text, showing),
            shares(comparison, one.index, showing.articles),
            _in_words(comparison, one.index),
        )
    ties = {
        (left.key, right.key): bridges(comparison, left.index, right.index, showing)
        for left, right in itertools.pairwise(board)
    }
    pairs: dict[tuple[str, str], Pairs] = {}
    for left, right in itertools.combinations(board, 2):
        if cancelled():
            return Marks()
        found = _longest(comparison, left.index, right.index)
        pairs[left.key, right.key] = found
        pairs[right.key, left.key] = tuple((b, a) for a, b in found)
    return Marks(columns, ties, pairs)


def _longest(comparison: Comparison, left: int, right: int) -> Pairs:
    found = bridges(comparison, left, right, Showing(frozenset({left, right})))
    pairs = ((bridge.left, bridge.right) for bridge in found)
    longest = sorted(pairs, key=lambda pair: min(len(pair[0]), len(pair[1])), reverse=True)
    return tuple(longest[:_MOST_PAIRS])


def _in_words(comparison: Comparison, index: int) -> str:
    own = [p for p in comparison.passages if any(r.article == index for r in p.readings)]
    shared = sum(1 for passage in own if passage.shared_by > 1)
    conflicts = sum(1 for passage in own if passage.verdict is Verdict.CONFLICT)
    return (
        f"{shared} passages shared with other articles, {conflicts} of them in conflict, "
        f"{len(own) - shared} only here. The passages list says which."
    )
