"""The lines of a text with what the rules ask about their shape."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reader.core.text.span import Span
from reader.core.text.tokens import SPACELESS_SIGN, word_forms

_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_END: Final = re.compile(r"""[.!?…。！？｡؟۔।॥][\s"'”’»›)\]」』）】*]*$""")
_INNER_END: Final = re.compile(
    r"""(?<=[^\W\d_]{2})[.!?。！？؟۔।]["'”’»)\]」』]*(?:\s+|(?<=[。！？]))\S"""
)
_LONGEST_BRIEF: Final = 800
_LONGEST_LOOKED_AT: Final = 2_000


@dataclass(frozen=True)
class Line:
    """One line without the blanks around it; `gap` is the number of blank lines before it."""

    number: int
    span: Span
    text: str
    gap: int

    @property
    def brief(self) -> bool:
        """Whether it is short enough for a caption, a credit or a note on the author."""
        return len(self.text) <= _LONGEST_BRIEF

    @cached_property
    def words(self) -> int:
        """How many words, where two signs of a script without blanks count as one."""
        if self.text.isascii():
            return len(self._found)
        looked_at = self.text[:_LONGEST_LOOKED_AT]
        signs = len(SPACELESS_SIGN.findall(looked_at))
        if not signs:
            return len(self._found)
        return len(_WORD.findall(SPACELESS_SIGN.sub(" ", looked_at))) + (signs + 1) // 2

    @cached_property
    def _found(self) -> list[str]:
        return _WORD.findall(self.text[:_LONGEST_LOOKED_AT])

    @cached_property
    def bag(self) -> Counter[str]:
        """The words without order, as the verbatim index folds them."""
        return Counter(word_forms(self.text[:_LONGEST_LOOKED_AT]))

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return _END.search(self.text[-20:]) is not None

    @cached_property
    def prose(self) -> bool:
        """Whether it reads like a paragraph: ended, and long or of several sentences."""
        inner = _INNER_END.search(self.text[:_LONGEST_LOOKED_AT]) is not None
        return (self.ended and (self.words >= 8 or (inner and self.words >= 5))) or (
            self.words >= 25 and (inner or self.lowercase > 0.5)
        )

    @cached_property
    def lowercase(self) -> float:
        """The share of words that do not begin with a capital or a figure."""
        found = self._found
        return sum(not (w[0].isupper() or w[0].isdecimal()) for w in found) / max(1, len(found))


def read_lines(text: str) -> tuple[Line, ...]:
    """All lines that are not blank."""
    found: list[Line] = []
    start = gap = 0
    for row in text.split("\n"):
        bare = row.strip()
        if bare:
            at = start + row.index(bare[0])
            found.append(Line(len(found), Span(at, at + len(bare)), bare, gap))
            gap = 0
        else:
            gap += 1
        start += len(row) + 1
    return tuple(found)
