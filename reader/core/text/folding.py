"""A copy of a text for comparing, in one form of case, quotes and dashes, with the way back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from reader.core.text.span import Span

_SINGLE_QUOTES: Final = "‘’‚‛‹›′´`ʼ＇"
_DOUBLE_QUOTES: Final = "“”„‟«»″＂「」『』〝〞〟"
_DASHES: Final = "‐‑‒–—―−﹘﹣－"
_UNSEEN: Final = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphen, zero-width space, word joiner, byte order mark: no reader sees them."""

_ONE_FORM: Final[dict[str, str]] = (
    dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_UNSEEN, "")
)
_ODD_SPACE: Final = re.compile(r"[^\S \n]")
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_LONGEST_CLUSTER: Final = 31
"""A letter and thirty marks (Unicode's stream-safe format); ordering more is quadratic."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where it came from.

    `_starts` and `_ends` are, for each place where lengths differ, the folded start and end of the
    cluster; `_sources` its span in the canonical text. Between such places both run in step.
    """

    text: str
    _starts: tuple[int, ...]
    _ends: tuple[int, ...]
    _sources: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """The canonical code points behind folded code points `[start, end)`.

        A letter that was folded into several, or marks that were joined, come back whole. Raises
        ValueError outside the folded text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"no folded span: [{start}, {end})")
        first = self._source(start).start
        if start == end:
            return Span(first, first)
        return Span(first, max(first, self._source(end - 1).end))

    def _source(self, index: int) -> Span:
        """The canonical cluster behind one folded code point."""
        at = bisect_right(self._starts, index) - 1
        if at < 0:
            return Span(index, index + 1)
        if index < self._ends[at]:
            return self._sources[at]
        source = self._sources[at].end + index - self._ends[at]
        return Span(source, source + 1)


def fold(text: str) -> Folded:
    """The text under NFKC and case folding, with one form of quotes, dashes, spaces, apostrophes.

    Line feeds stay. Characters that nobody sees (soft hyphens, zero-width spaces) are dropped.
    """
    if text.isascii():
        return Folded(_ODD_SPACE.sub(" ", text.lower()), (), (), ())
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sources: list[Span] = []
    done = length = 0
    for run in _NOT_ASCII.finditer(text):
        at = run.start()
        if at > done and _joins(text[at]):
            at -= 1
        parts.append(text[done:at].casefold())
        length += at - done
        while at < run.end():
            end = _cluster_end(text, at, run.end())
            form = _fold_cluster(text[at:end])
            parts.append(form)
            if len(form) != 1 or end - at != 1:
                starts.append(length)
                ends.append(length + len(form))
                sources.append(Span(at, end))
            length += len(form)
            at = end
        done = at
    parts.append(text[done:].casefold())
    folded = _ODD_SPACE.sub(" ", "".join(parts))
    return Folded(folded, tuple(starts), tuple(ends), tuple(sources))


def _joins(character: str) -> bool:
    """Whether NFKC may join this character to the one before it."""
    return (
        unicodedata.category(character)[0] == "M"
        or "\u1160" <= character <= "\u11ff"
        or character in "\uff9e\uff9f"
    )


def _cluster_end(text: str, start: int, limit: int) -> int:
    end = start + 1
    limit = min(limit, start + _LONGEST_CLUSTER)
    while end < limit and _joins(text[end]):
        end += 1
    return end


def _fold_cluster(cluster: str) -> str:
    known = _ONE_FORM.get(cluster)
    if known is not None:
        return known
    form = unicodedata.normalize("NFKC", cluster).casefold()
    return "".join(_ONE_FORM.get(character, character) for character in form)
