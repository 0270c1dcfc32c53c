"""Word diff of two readings, and the one ambassador of diff-match-patch.

diff-match-patch finds the shortest edit between two strings. Each token becomes one code point, so
that its edits begin and end on tokens. It is called with its clock off (`Diff_Timeout = 0`: with
it, it gives up silently), without line mode, and in one order fixed by the texts, since it is not
symmetric. Its own clean-ups count characters, which mean nothing on token numbers; small named
passes take their place. It is slow on long texts that share little: those are told as changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

# It carries no stubs; what it returns is named once, in `_edit`.
from diff_match_patch import diff_match_patch  # pyright: ignore[reportMissingTypeStubs]

from reader.core.matching.kinship import Kinship, kinship
from reader.core.text.span import Span
from reader.core.text.tokens import Token, TokenKind, tokenize


class Fate(StrEnum):
    SAME = "same"
    CHANGED = "changed"
    ONLY_A = "only a"
    ONLY_B = "only b"


class Change(StrEnum):
    """What kind of substitution a changed stretch is."""

    VARIANT = "spelling variant"
    INFLECTION = "inflection"
    OTHER = "other words"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of tokens with one fate; one of the spans is empty where only one side has words.

    Spans count in each article's whole text; a blank belongs to the token before it.
    """

    fate: Fate
    a: Span
    b: Span
    change: Change | None = None


LARGEST: Final = 160_000
"""Product of both lengths in tokens above which what differs is told as one change."""

_FIRST_ID: Final = 0x100
_SURROGATES: Final = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A token with the blanks after it."""

    span: Span
    folded: str
    mark: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """Units `[a0, a1)` against `[b0, b1)`, the same or not."""

    same: bool
    a0: int
    a1: int
    b0: int
    b1: int


def stretches(text_a: str, span_a: Span, text_b: str, span_b: Span) -> tuple[Stretch, ...]:
    """What becomes of each word between two readings; both rebuild from the spans, in order."""
    return stretches_of(_tokens(text_a, span_a), span_a, _tokens(text_b, span_b), span_b)


def stretches_of(
    tokens_a: Sequence[Token], span_a: Span, tokens_b: Sequence[Token], span_b: Span
) -> tuple[Stretch, ...]:
    """The same from the tokens of both readings, their spans counted in each whole text."""
    a, b = _units(tokens_a, span_a), _units(tokens_b, span_b)
    folded_a, folded_b = [unit.folded for unit in a], [unit.folded for unit in b]
    if folded_b < folded_a:
        swapped = _runs(b, a, folded_b, folded_a)
        runs = [_Run(run.same, run.b0, run.b1, run.a0, run.a1) for run in swapped]
    else:
        runs = _runs(a, b, folded_a, folded_b)
    return tuple(_stretch(run, a, b, span_a, span_b) for run in runs)


def _runs(a: list[_Unit], b: list[_Unit], folded_a: list[str], folded_b: list[str]) -> list[_Run]:
    runs = _diff(folded_a, folded_b)
    runs = _without_islands(runs, a)
    runs = _at_good_edges(runs, a, b)
    return _with_kin_apart(runs, a, b)


def _tokens(text: str, span: Span) -> list[Token]:
    return [
        Token(token.span.shifted(span.start), token.kind, token.folded)
        for token in tokenize(span.of(text))
    ]


def _units(tokens: Sequence[Token], span: Span) -> list[_Unit]:
    units: list[_Unit] = []
    start = span.start
    folded, mark = "", True
    for token in tokens:
        if token.kind is TokenKind.SPACE:
            continue
        at = token.span.start
        if folded:
            units.append(_Unit(Span(start, at), folded, mark))
            start = at
        folded, mark = token.folded or " ", token.kind is TokenKind.PUNCTUATION
    if start < span.end:
        units.append(_Unit(Span(start, span.end), folded, mark))
    return units


def _diff(a: Sequence[str], b: Sequence[str]) -> list[_Run]:
    """Runs of equal and unequal units; the ends that are the same are taken off first."""
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    middle_a, middle_b = a[head : len(a) - tail], b[head : len(b) - tail]
    steps: list[tuple[int, int]] = [(0, head)] if head else []
    if len(middle_a) * len(middle_b) > LARGEST:
        steps += [(-1, len(middle_a)), (1, len(middle_b))]
    else:
        steps += _edit(middle_a, middle_b)
    if tail:
        steps.append((0, tail))
    return _grouped(steps)


def _edit(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The shortest edit as (-1 only a, 0 both, 1 only b; number of units)."""
    ids: dict[str, str] = {}
    for folded in (*a, *b):
        if folded not in ids:
            number = _FIRST_ID + len(ids)
            ids[folded] = chr(number if number < _SURROGATES.start else number + len(_SURROGATES))
    differ: Any = diff_match_patch()
    differ.Diff_Timeout = 0
    edits: list[tuple[int, str]] = differ.diff_main(
        "".join(ids[f] for f in a), "".join(ids[f] for f in b), False
    )
    return [(op, len(ids_of)) for op, ids_of in edits]


def _grouped(steps: list[tuple[int, int]]) -> list[_Run]:
    runs: list[_Run] = []
    i = j = 0
    for op, length in steps:
        i1, j1 = i + (length if op <= 0 else 0), j + (length if op >= 0 else 0)
        runs.append(_Run(op == 0, i, i1, j, j1))
        i, j = i1, j1
    return _merged(runs)


def _merged(runs: list[_Run]) -> list[_Run]:
    """Neighbours with one fate, as one; empty ones gone."""
    merged: list[_Run] = []
    for run in runs:
        if run.a0 == run.a1 and run.b0 == run.b1:
            continue
        if merged and merged[-1].same is run.same:
            merged[-1] = _Run(run.same, merged[-1].a0, run.a1, merged[-1].b0, run.b1)
        else:
            merged.append(run)
    return merged


def _without_islands(runs: list[_Run], a: list[_Unit]) -> list[_Run]:
    """A lone mark or tiny word between two substitutions means nothing: it is changed with them."""

    def tiny(at: int) -> bool:
        run = runs[at]
        if not (run.same and 0 < at < len(runs) - 1):
            return False
        units = a[run.a0 : run.a1]
        around = (runs[at - 1], runs[at + 1])
        if not all(side.a1 > side.a0 and side.b1 > side.b0 for side in around):
            return False
        changed = min(side.a1 - side.a0 + side.b1 - side.b0 for side in around)
        words = [unit for unit in units if not unit.mark]
        return len(units) <= 2 and (
            not words or (len(words) == 1 and len(words[0].folded) <= 3 and changed > 2)
        )

    return _merged(
        [
            _Run(False, run.a0, run.a1, run.b0, run.b1) if tiny(at) else run
            for at, run in enumerate(runs)
        ]
    )


def _at_good_edges(runs: list[_Run], a: list[_Unit], b: list[_Unit]) -> list[_Run]:
    """Slides what only one side has to where a clause begins or ends, if words repeat there."""
    moved = list(runs)
    for at in range(1, len(moved) - 1):
        before, run, after = moved[at - 1 : at + 2]
        one_sided = (run.a0 == run.a1) != (run.b0 == run.b1)
        if run.same or not one_sided or not (before.same and after.same):
            continue
        units, start, end = (a, run.a0, run.a1) if run.a1 > run.a0 else (b, run.b0, run.b1)
        shift = _best_shift(units, start, end, before.a1 - before.a0, after.a1 - after.a0)
        if shift:
            moved[at - 1] = _Run(True, before.a0, before.a1 + shift, before.b0, before.b1 + shift)
            moved[at] = _Run(False, run.a0 + shift, run.a1 + shift, run.b0 + shift, run.b1 + shift)
            moved[at + 1] = _Run(True, after.a0 + shift, after.a1, after.b0 + shift, after.b1)
    return _merged(moved)


def _best_shift(units: list[_Unit], start: int, end: int, left: int, right: int) -> int:
    """By how many units `[start, end)` should slide; neighbours keep at least one unit."""

    def worth(by: int) -> tuple[int, int]:
        first, last = start + by, end + by
        value = 0
        if first == 0 or units[first - 1].mark:
            value += 2
        if last == len(units) or units[last - 1].mark or units[last].mark:
            value += 1
        return value, -abs(by)

    shifts = [0]
    by = 0
    while -by < left - 1 and units[start + by - 1].folded == units[end + by - 1].folded:
        by -= 1
        shifts.append(by)
    by = 0
    while by < right - 1 and units[start + by].folded == units[end + by].folded:
        by += 1
        shifts.append(by)
    return max(shifts, key=worth)


_KIN: Final = (Kinship.VARIANT, Kinship.INFLECTION)


def _with_kin_apart(runs: list[_Run], a: list[_Unit], b: list[_Unit]) -> list[_Run]:
    """A changed run whose first or last words are forms of one word gives those words apart."""
    apart: list[_Run] = []
    for run in runs:
        if run.same:
            apart.append(run)
            continue
        a0, a1, b0, b1 = run.a0, run.a1, run.b0, run.b1
        ends: list[_Run] = []
        while a0 < a1 and b0 < b1 and kinship(a[a0].folded, b[b0].folded) in _KIN:
            apart.append(_Run(False, a0, a0 + 1, b0, b0 + 1))
            a0, b0 = a0 + 1, b0 + 1
        while a0 < a1 and b0 < b1 and kinship(a[a1 - 1].folded, b[b1 - 1].folded) in _KIN:
            a1, b1 = a1 - 1, b1 - 1
            ends.append(_Run(False, a1, a1 + 1, b1, b1 + 1))
        if a0 < a1 or b0 < b1:
            apart.append(_Run(False, a0, a1, b0, b1))
        apart += reversed(ends)
    return apart


def _stretch(run: _Run, a: list[_Unit], b: list[_Unit], span_a: Span, span_b: Span) -> Stretch:
    here, there = _span(a, run.a0, run.a1, span_a), _span(b, run.b0, run.b1, span_b)
    if run.same:
        return Stretch(Fate.SAME, here, there)
    if run.b0 == run.b1:
        return Stretch(Fate.ONLY_A, here, there)
    if run.a0 == run.a1:
        return Stretch(Fate.ONLY_B, here, there)
    change = Change.OTHER
    if run.a1 - run.a0 == run.b1 - run.b0 == 1:
        kin = kinship(a[run.a0].folded, b[run.b0].folded)
        if kin is Kinship.VARIANT:
            change = Change.VARIANT
        elif kin is Kinship.INFLECTION:
            change = Change.INFLECTION
    return Stretch(Fate.CHANGED, here, there, change)


def _span(units: list[_Unit], start: int, end: int, whole: Span) -> Span:
    if start < end:
        return Span(units[start].span.start, units[end - 1].span.end)
    at = units[start].span.start if start < len(units) else whole.end
    return Span(at, at)
