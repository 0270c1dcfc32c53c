"""A text cut into numbers, words and marks, as the figure rules read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum, StrEnum
from typing import Final, NamedTuple


class LexemeKind(StrEnum):
    NUMBER = "number"
    HAN_NUMBER = "han number"
    HAN = "han"
    """One sign of a script without blanks."""
    WORD = "word"
    MARK = "mark"
    ADDRESS = "address"
    """A web address: its digits are no figures."""
    END = "end"


class Gap(IntEnum):
    """What stands before a lexeme."""

    NONE = 0
    SPACE = 1
    LINE = 2


class Lexeme(NamedTuple):
    """A number with its separators, a word, a mark; `form` is in one case with plain quotes."""

    text: str
    form: str
    start: int
    end: int
    kind: LexemeKind
    gap: Gap

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


HAN_DIGITS: Final = "〇零一二两兩三四五六七八九十百千万亿億萬兆半数數几幾"
_HAN: Final = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
_LEXEME: Final = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<address>(?:https?://|www\.)[!-~]+)
  | (?P<number>\d{{1,3}}(?:[\u00a0\u2009\u202f'’ ]\d{{3}})+(?!\d)(?:[.,]\d+)?
              |\d+(?:[.,٫٬·]\d+)*)
  | (?P<hannumber>[{HAN_DIGITS}]+)
  | (?P<han>[{_HAN}])
  | (?P<word>(?:(?![{_HAN}])[^\W\d_])+(?:['’](?:(?![{_HAN}])[^\W\d_])+)*)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS: Final = {
    "address": LexemeKind.ADDRESS,
    "number": LexemeKind.NUMBER,
    "hannumber": LexemeKind.HAN_NUMBER,
    "han": LexemeKind.HAN,
    "word": LexemeKind.WORD,
    "mark": LexemeKind.MARK,
}
_DASHES: Final = dict.fromkeys("‐‑‒–—−－", "-")


class Lexemes:
    """The lexemes of one paragraph, with a safe look before its first and behind its last."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.items: list[Lexeme] = list(_cut(text, start, end))
        self._end = Lexeme("", "", end, end, LexemeKind.END, Gap.LINE)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Lexeme:
        return self.items[index] if 0 <= index < len(self.items) else self._end

    def form(self, index: int) -> str:
        return self.items[index].form if 0 <= index < len(self.items) else ""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this lexeme and the one before."""
        return 0 < index < len(self.items) and self.items[index].gap is Gap.NONE

    def after_line(self, index: int) -> bool:
        """Whether this lexeme begins a line (or there is none)."""
        return not 0 < index < len(self.items) or self.items[index].gap is Gap.LINE

    def matches(self, index: int, *forms: str) -> bool:
        return all(self.form(index + offset) == form for offset, form in enumerate(forms))


def _cut(text: str, start: int, end: int) -> Iterator[Lexeme]:
    gap = Gap.LINE
    for match in _LEXEME.finditer(text, start, end):
        group = match.lastgroup or "mark"
        word = match[0]
        if group == "space":
            gap = Gap.LINE if "\n" in word else Gap.SPACE
            continue
        if group == "word":
            form = word.casefold().replace("’", "'")
        elif group == "mark":
            form = _DASHES.get(word, "'" if word == "’" else word)
        else:
            form = word
        yield Lexeme(word, form, match.start(), match.end(), _KINDS[group], gap)
        gap = Gap.NONE


_BLANK_LINES: Final = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches between blank lines: a figure is read from its own paragraph alone."""
    at = start
    for match in _BLANK_LINES.finditer(text, start, end):
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end
