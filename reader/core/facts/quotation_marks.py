"""Pairs of quotation marks: straight, curly, angled, low, corner; single ones by their place.

Pairs are sought inside one paragraph, so that a mark without its partner spoils nothing further on,
and every mark is looked at a bounded number of times: the work is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final

from reader.core.text.span import Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks; `outer` includes the marks, `closed` is False where one is missing."""

    outer: Span
    inner: Span
    closed: bool = True


_CLOSERS: Final = {
    "“": "”",
    "”": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    '"': '"',
    "＂": "＂",
    "‹": "›",
    "›": "‹",
}
_ONLY_OPENS: Final = frozenset("“„‟«「『〝‹")
_EITHER: Final = frozenset('"＂”»›')
_DOUBLE: Final = re.compile("[" + "".join(_CLOSERS) + "」』〞〟]|''|``")
_SINGLE: Final = re.compile("['‘’‚]")
_FARTHEST: Final = 12
"""Closing candidates of a single mark that are weighed."""
_BEFORE_OPENING: Final = frozenset(" \t\u00a0\u202f([{-–—:;,/…")


def find_quoted(text: str, paragraph: Span) -> tuple[Quoted, ...]:
    """What stands between quotation marks in one paragraph, by place; outer ones before inner."""
    doubles = _doubles(text, paragraph)
    singles = _singles(text, paragraph)
    kept = [one for one in singles if not _crosses(one, doubles)]
    return tuple(sorted([*doubles, *kept], key=lambda one: (one.outer.start, -one.outer.end)))


def _doubles(text: str, paragraph: Span) -> list[Quoted]:
    found: list[Quoted] = []
    opened: tuple[int, int] | None = None
    closers = ""
    for match in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        mark, at = match.group(), match.start()
        if opened is None:
            if mark in ("''", "``"):
                mark = '"'
            if mark in _ONLY_OPENS or (mark in _EITHER and _may_open(text, paragraph, match)):
                opened, closers = (at, match.end()), _CLOSERS[mark] + ("''" if mark == '"' else "")
        elif mark in closers and not _opens_anew(text, paragraph, match, opened):
            found.append(Quoted(Span(opened[0], match.end()), Span(opened[1], at)))
            opened = None
    if opened is not None and _may_stay_open(text, paragraph, opened[0]):
        end = paragraph.start + len(paragraph.of(text).rstrip())
        if end > opened[1]:
            found.append(Quoted(Span(opened[0], end), Span(opened[1], end), closed=False))
    return [one for one in found if one.inner.of(text).strip()]


def _may_open(text: str, paragraph: Span, match: re.Match[str]) -> bool:
    """A mark that looks alike on both sides opens after a blank and before a word."""
    at, end = match.span()
    before = text[at - 1] if at > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    return not after.isspace() and (
        before in _BEFORE_OPENING or not (before.isalnum() or before in ".!?%")
    )


def _opens_anew(text: str, paragraph: Span, match: re.Match[str], opened: tuple[int, int]) -> bool:
    """A straight mark after a blank and before a word, where another is open, cannot close it."""
    if match.group() not in _EITHER:
        return False
    at, end = match.span()
    if at <= opened[1]:
        return False
    after = text[end] if end < paragraph.end else " "
    return text[at - 1] in " \u00a0(" and after.isalnum() and match.group() == '"'


def _may_stay_open(text: str, paragraph: Span, at: int) -> bool:
    """An unclosed mark counts only where a quotation would begin: first, or after a colon."""
    before = text[paragraph.start : at].rstrip()[-1:]
    return not before or before in ":,"


def _singles(text: str, paragraph: Span) -> list[Quoted]:
    marks = list(_SINGLE.finditer(text, paragraph.start, paragraph.end))
    found: list[Quoted] = []
    at = 0
    while at < len(marks):
        closing = (
            _closing(text, paragraph, marks, at) if _opens(text, paragraph, marks[at]) else None
        )
        if closing is None:
            at += 1
            continue
        opening, end = marks[at], marks[closing]
        found.append(Quoted(Span(opening.start(), end.end()), Span(opening.end(), end.start())))
        at = closing + 1
    return found


def _opens(text: str, paragraph: Span, match: re.Match[str]) -> bool:
    at, end = match.span()
    before = text[at - 1] if at > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    if match.group() == "’" or before.isalnum() or before in ".,!?%’'":
        return False
    return after.isalnum() or after in '[(…“"'


def _closing(text: str, paragraph: Span, marks: list[re.Match[str]], at: int) -> int | None:
    """The mark that closes the one at `at`: rather after a stop than after a plural's s."""
    doubtful: int | None = None
    for candidate in range(at + 1, min(len(marks), at + 1 + _FARTHEST)):
        match = marks[candidate]
        start, end = match.span()
        before = text[start - 1]
        after = text[end] if end < paragraph.end else " "
        if match.group() in "‘‚" and match.group() != marks[at].group() == "‚":
            return candidate
        if match.group() in "‘‚" or after.isalnum() or before.isspace():
            if _opens(text, paragraph, match) and before.isspace():
                break
            continue
        if before in ".,!?…" or after in '.,!?;:)]-–—”"' or before not in "sSxz":
            return candidate
        doubtful = candidate if doubtful is None else doubtful
    return doubtful


def _crosses(single: Quoted, doubles: list[Quoted]) -> bool:
    """Whether a pair of single marks is cut by a pair of double ones, which are in order."""
    at = bisect_right(doubles, single.outer.start, key=lambda one: one.outer.start)
    return any(
        double.outer.overlaps(single.outer)
        and not (double.outer.covers(single.outer) or single.outer.covers(double.outer))
        for double in (*doubles[max(0, at - 1) : at], *_last_before(doubles, single.outer.end))
    )


def _last_before(doubles: list[Quoted], place: int) -> list[Quoted]:
    at = bisect_left(doubles, place, key=lambda one: one.outer.start)
    return doubles[max(0, at - 1) : at]
