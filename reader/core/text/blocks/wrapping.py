"""Paragraphs that were cut into lines at a margin, as in mail and text archives, made one again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reader.core.text.article import Block
from reader.core.text.blocks.cues import cue_of
from reader.core.text.blocks.lines import Line
from reader.core.text.blocks.speakers import labels
from reader.core.text.span import Span
from reader.core.text.tokens import SPACELESS_SIGN

_NARROWEST: Final = 50
_WIDEST: Final = 120
"""Columns between which a margin is looked for: verse is narrower, paragraphs are wider."""
_NEAR: Final = 0.85
"""Share of the margin that a line must reach with the next line's first word.

Programs that even out their lines (`fmt`), and people, stop before the margin.
"""
_BEYOND: Final = 1.1
"""How far beyond the margin of most lines a line may go, as a share of it."""
_ADDRESS: Final = 0.4
"""Share of the margin from which a last word may lead beyond it."""
_LEAST: Final = 3
"""Breaks inside a sentence from which a text counts as wrapped."""
_LEAST_STRICT: Final = 2
"""The same where every line keeps the margin and stops only where the next word needs more."""
_CONTRARY: Final = 0.25
"""Breaks inside sentences far from the margin, as a share of those near it, that may be."""
_EXACT: Final = 0.9
"""Share of the breaks at the next word that does not fit from which no other break counts."""
_SMALL: Final = 0.35
"""Share of breaks before a small letter: German has some .6, verse and lists nearly none."""

_MARKER: Final = re.compile(
    r"[*+•·▪◦‣●○■□►✓]\s|(?P<dash>[–—-]\s)|(?P<number>\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s)"
    r"|[>|]|#{1,6}\s|```"
)
_TABLE: Final = re.compile(r"\t|\S {3,}\S.*\S {3,}\S|\S {5,}\S| \| ")
_FIELD: Final = re.compile(r"[A-ZÀ-Þ][\w-]{1,20}(?: [\w-]{1,20})?:\s")
_LINE_FEED: Final = re.compile(r"(?<!\n)\n(?!\s*\n)")
_SIGN_WITH_MARKS: Final = re.compile(r".[^\w\s]*")
_WORD: Final = re.compile("(?:\\S|[\u00a0\u2007\u202f])+")
"""A first word with what no-break blanks tie to it."""


@dataclass(frozen=True, slots=True)
class _Break:
    """The line feed between two lines that no blank line parts, measured in columns."""

    before: Line
    after: Line
    width: int
    needed: int
    """What the line before would take with the first word of the line after."""
    indent: int
    """By how much the line after is indented more."""

    @property
    def open(self) -> bool:
        """Whether the line before does not end as a sentence does."""
        return not self.before.ended

    @property
    def capital(self) -> bool:
        return _first_letter(self.after.text).isupper()

    @property
    def small(self) -> bool:
        """Whether the line after goes on in a small letter, or in one that knows no case."""
        first = _first_letter(self.after.text)
        return first.isalpha() and not first.isupper() and not first.istitle()

    def is_near(self, margin: int) -> bool:
        if self.width > _BEYOND * margin:
            return self._is_overlong(margin)
        return self.needed > _NEAR * margin

    def is_full(self, margin: int) -> bool:
        """Whether the next word would not have fitted."""
        return margin < self.needed and (self.width <= margin or self._is_overlong(margin))

    def _is_overlong(self, margin: int) -> bool:
        """Whether an address that nothing can break leads beyond the margin."""
        return len(self.before.text.rsplit(None, 1)[-1]) > _ADDRESS * margin


@dataclass(frozen=True, slots=True)
class _Margin:
    """Where a text is wrapped; `exact` where a line goes on as long as the next word fits."""

    column: int
    exact: bool


def unwrapped(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of `text`, those of one wrapped paragraph as one, with blanks for line feeds.

    Only where the text as a whole shows a margin; items of lists, verse, addresses, turns of
    speakers and rows of tables stay lines.
    """
    breaks = {found.before.number: found for found in _breaks(text, lines)}
    longest = max((len(line.span) for line in lines), default=0)
    margin = _margin(list(breaks.values()), longest)
    if margin is None:
        return tuple(lines)
    paragraphs: list[Sequence[Line]] = []
    header = True
    for chain, joins in _chains(lines, breaks, margin):
        kept = _kept(chain, joins, margin, header=header)
        header = header and not (len(kept[0]) > 1 and kept[0][-1].ended)
        paragraphs.extend(kept)
    return tuple(_joined(text, chain, number) for number, chain in enumerate(paragraphs))


def flowing(text: str, blocks: Sequence[Block]) -> str:
    """The text with a blank for each line feed inside a block, of the same length.

    For rules that read a line feed as an end: every span of it is a span of `text`.
    """
    parts: list[str] = []
    done = 0
    for block in sorted(blocks):
        inside = block.span.of(text)
        if "\n" in inside:
            parts += (text[done : block.span.start], _LINE_FEED.sub(" ", inside))
            done = block.span.end
    return "".join((*parts, text[done:])) if parts else text


def _chains(
    lines: Sequence[Line], breaks: dict[int, _Break], margin: _Margin
) -> Iterator[tuple[list[Line], list[_Break]]]:
    """All lines in order, with each one those that seem to go on its paragraph."""
    spoken = labels(lines)
    chain: list[Line] = []
    joins: list[_Break] = []
    for line in lines:
        found = breaks.get(line.number - 1)
        if found and line.number not in spoken and _goes_on(found, margin, chain[0]):
            joins.append(found)
        else:
            if chain:
                yield chain, joins
            chain, joins = [], []
        chain.append(line)
    if chain:
        yield chain, joins


def _breaks(text: str, lines: Sequence[Line]) -> Iterator[_Break]:
    start = 0
    for before, after in pairwise(lines):
        if after.gap:
            continue
        start = text.rfind("\n", 0, before.span.start) + 1
        edge = text.rfind("\n", before.span.end, after.span.start) + 1
        width = before.span.end - start + _wide(before.text)
        sign = SPACELESS_SIGN.match(after.text) and _SIGN_WITH_MARKS.match(after.text)
        word = sign or _WORD.match(after.text)
        first = word[0] if word else ""
        needed = width + len(first) + _wide(first) + (0 if sign else 1)
        indent = (after.span.start - edge) - (before.span.start - start)
        yield _Break(before, after, width, needed, indent)


def _wide(text: str) -> int:
    """How many signs take a second column."""
    if text.isascii():
        return 0
    return sum(unicodedata.east_asian_width(sign) in "WF" for sign in text[: 2 * _WIDEST])


def _first_letter(text: str) -> str:
    return next((sign for sign in text if sign.isalnum()), "")


def _margin(breaks: Sequence[_Break], longest: int) -> _Margin | None:
    """The column at which the text was wrapped, None where it was not.

    It is the one before which most lines stop because the next word does not fit. Lines that end
    inside a sentence far from it speak against it.
    """
    inside = [found for found in breaks if found.open]
    counts: Counter[int] = Counter()
    for found in inside:
        counts.update(range(max(found.width, _NARROWEST), min(found.needed, _WIDEST + 1)))
    if not counts:
        return None
    column = max(counts, key=lambda column: (counts[column], column))
    near = [found for found in inside if found.is_near(column)]
    sure = [found for found in near if found.small]
    full = sum(found.is_full(column) for found in sure)
    contrary = sum(found.small for found in inside) - len(sure)
    strict = not contrary and full == len(sure) and longest <= column
    if len(sure) < (_LEAST_STRICT if strict else _LEAST) or contrary > _CONTRARY * len(sure):
        return None
    if len(sure) < _SMALL * (len(sure) + sum(found.capital for found in near)):
        return None
    return _Margin(column, full >= _EXACT * len(sure))


def _goes_on(found: _Break, margin: _Margin, first: Line) -> bool:
    """Whether the line after a break belongs to the paragraph that `first` began."""
    before, after = found.before, found.after
    full = found.is_full(margin.column)
    loose = found.is_near(margin.column) and (found.small or not margin.exact)
    if not (full or (found.open and loose)):
        return False
    if _is_apart(before.text) or _is_apart(after.text):
        return False
    if _FIELD.match(before.text) and _FIELD.match(after.text):
        return False
    listed = _MARKER.match(first.text) is not None
    if found.indent > 1 and not (listed and before is first):
        return False
    marker = _MARKER.match(after.text)
    if marker:
        dash = marker["dash"] and found.small and before.text[-1] not in ":：,"
        return found.open and full and not listed and bool(dash or marker["number"])
    return found.open or cue_of(after) is None


def _is_apart(text: str) -> bool:
    """Whether a line is a table's row, a quoted line of a mail, a heading or a rule."""
    if text[0] in ">|" or (text[0] == "#" and _MARKER.match(text)):
        return True
    return not _first_letter(text) or _TABLE.search(text) is not None


def _kept(
    chain: Sequence[Line], joins: Sequence[_Break], margin: _Margin, *, header: bool
) -> list[Sequence[Line]]:
    """A chain of lines as the paragraphs that it surely is: itself, or its lines one by one.

    A heading that follows a full line is cut off. What is left must go on in a small letter
    somewhere, or be full and end as a sentence does; a headline or page furniture need no end.
    """
    if not joins:
        return [chain]
    if not joins[-1].open and not chain[-1].ended and not joins[-1].small:
        return [*_kept(chain[:-1], joins[:-1], margin, header=header), chain[-1:]]
    if any(join.small for join in joins):
        return [chain]
    full = all(join.is_full(margin.column) for join in joins)
    if full and (header or len(joins) > 1 or chain[-1].ended or cue_of(chain[0]) is not None):
        return [chain]
    return [[line] for line in chain]


def _joined(text: str, chain: Sequence[Line], number: int) -> Line:
    span = Span(chain[0].span.start, chain[-1].span.end)
    return Line(number, span, span.of(text).replace("\n", " "), chain[0].gap)
