"""The title of a text that does not say which of its lines is one."""

from __future__ import annotations

import re

_LINES_LOOKED_AT = 12
_LONGEST = 200
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NO_TITLE = re.compile(r"©|\bcopyright\b|https?://|\d{1,2}:\d{2}|»|\|", re.IGNORECASE)


def find_title(text: str) -> str | None:
    """The first line that looks like a headline, None where none does.

    A headline stands alone on its line among the first lines, has four words or more (or two
    characters a word in scripts without spaces), and is no sentence of the page around it.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:_LINES_LOOKED_AT]:
        if _looks_like_headline(line):
            return line
    return None


def _looks_like_headline(line: str) -> bool:
    if len(line) > _LONGEST or _NO_TITLE.search(line) or line.endswith((".", ":", ";", ",", "。")):
        return False
    letters = sum(c.isalpha() for c in line)
    digits = sum(c.isdigit() for c in line)
    spaced = len(_WORD.findall(line)) >= 4
    unspaced = letters >= 8 and line.count(" ") <= 1 and not line.isascii()
    return (spaced or unspaced) and digits * 4 <= letters
