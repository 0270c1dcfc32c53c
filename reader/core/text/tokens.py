"""Tokens, the smallest pieces that are compared, and words, the units of the verbatim index."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reader.core.text.folding import fold
from reader.core.text.span import Span


class TokenKind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    PUNCTUATION = "punctuation"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number with its separators, a date, a time, a mark or a run of blanks.

    `folded` is what comparing looks at: NFKC, one case, one form of quotes, dashes and blanks.
    """

    span: Span
    kind: TokenKind
    folded: str


@dataclass(frozen=True, slots=True)
class Word:
    """A unit of the verbatim index: a run of letters or digits with inner apostrophes.

    `folded` is in one case with straight apostrophes, and nothing more.
    """

    span: Span
    folded: str


SPACELESS: Final = (
    "\u0e01-\u0eff"  # Thai, Lao
    "\u1000-\u109f\uaa60-\uaa7f"  # Myanmar
    "\u1780-\u17ff"  # Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u31c0-\u31ef"  # Han signs
    "\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Kana
    "\u3105-\u312f\u31a0-\u31bf"  # Bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff"  # Han
)
"""Ranges of the scripts that put no blank between words, as the inside of a character class."""

_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc"
    "\u09be-\u09cd\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a81-\u0a83\u0abc\u0abe-\u0acd"
    "\u0b01-\u0b03\u0b3c\u0b3e-\u0b57\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3e-\u0c56"
    "\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0d00-\u0d03\u0d3e-\u0d4d\u0d57\u0d81-\u0d83\u0dca-\u0ddf"
    "\u0f18\u0f19\u0f35\u0f37\u0f39\u0f71-\u0f84\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0"
    "\ufe20-\ufe2f\u00ad"
)
"""Marks that stand inside words of scripts with blanks, joiners and the soft hyphen."""

_LETTER: Final = rf"(?:(?![{SPACELESS}])[^\W_])"
_IN_WORD: Final = rf"(?:{_LETTER}|[{_MARKS}])"
_SYLLABLE: Final = "[\u0e01-\u0eff\u1000-\u109f\uaa60-\uaa7f\u1780-\u17ff]"
_SYLLABLE_MARK: Final = (
    "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3]"
)
_GROUP_BLANK: Final = "\u00a0\u2009\u202f"

_TOKEN: Final = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<number>
        (?:
            \d{{4}}(?P<ymd>[-/.])\d{{1,2}}(?P=ymd)\d{{1,2}}(?!\d)                 # 2022-05-24
          | \d{{1,2}}(?P<dmy>[-/.])\d{{1,2}}(?P=dmy)(?:\d{{4}}|\d\d)(?!\d)       # 24.05.2022
          | \d{{1,2}}:\d\d(?::\d\d)?(?!\d)                          # 10:31
          | \d{{1,3}}(?:[{_GROUP_BLANK}'’]\d{{3}})+(?!\d)(?:[.,]\d+)?  # 1'000'000
          | \d+(?:[.,٫٬]\d+)*                                       # 2,884 12.1 1,25
        )
        {_IN_WORD}*                                                 # 200m 17th 2010s
    )
  | (?P<word>
        (?:[^\W\d_a-z]\.){{2,}}(?!{_IN_WORD})                       # U.N.
      | {_LETTER}{_IN_WORD}*(?:['’]{_LETTER}{_IN_WORD}*)*
      | [\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]+                   # a run of katakana
      | {_SYLLABLE}{_SYLLABLE_MARK}*
      | [{SPACELESS}]
    )
  | (?P<punctuation>\.\.+|--+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS: Final = {kind.value: kind for kind in TokenKind}

_WORD: Final = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)*|(?=[^\W_])[{SPACELESS}]")


def tokenize(text: str) -> tuple[Token, ...]:
    """Cuts the whole text: every code point is in exactly one token, in order.

    A number keeps its separators ('2,884', '12.1', '10:31', '2022-05-24') and the letters written
    onto it ('17th', '200m'); a currency sign and the hyphen of '15-year' stand for themselves.
    In scripts without blanks a token is a character with its marks, in katakana a run.
    """
    forms: dict[str, str] = {}
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        form = forms.get(word)
        if form is None:
            form = forms[word] = " " if word.isspace() else fold(word).text
        kind = _KINDS[match.lastgroup or "punctuation"]
        tokens.append(Token(Span(match.start(), match.end()), kind, form))
    return tuple(tokens)


def words(text: str) -> tuple[Word, ...]:
    r"""The words of the verbatim index: `[^\W_]+(?:['’][^\W_]+)*` without regard to case.

    Hyphen, point and comma part words here. Scripts without blanks give a word a character, so that
    shared runs can be found in them too.
    """
    forms: dict[str, str] = {}
    found: list[Word] = []
    for match in _WORD.finditer(text):
        word = match[0]
        form = forms.get(word)
        if form is None:
            form = forms[word] = word.replace("’", "'").casefold()
        found.append(Word(Span(match.start(), match.end()), form))
    return tuple(found)
