"""Where sentences and their clauses begin and end: rules for many scripts, with exact spans."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from reader.core.text.abbreviations import (
    AFTER_ORDINAL,
    ALWAYS_MID_SENTENCE,
    BEFORE_A_FIGURE,
    BEFORE_ORDINAL,
    MID_SENTENCE,
    MONTHS,
    NAME_PARTICLES,
    SAYING,
    STARTERS,
)
from reader.core.text.article import Block
from reader.core.text.span import Span

_CLOSERS: Final = "\"'”’»›)]}」』）】》〉］"
_CLOSERS_IN_SOME: Final = "“‘«‹"
"""What closes a quotation in German, Danish and others, and opens it elsewhere."""
_OPENERS: Final = "\"'“‘«‹„‚([{「『（【《〈［¿¡-–—•*#"
_FULL_STOPS: Final = "。！？｡．"
_END: Final = re.compile(r"[.!?…。！？｡．؟۔।॥።៕။‼⁇⁈⁉]+")
_WORD_BEFORE: Final = re.compile(r"[\w.'’-]{1,40}\Z")
_WORD_AFTER: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_HIRAGANA: Final = re.compile("[\u3041-\u309f]")
_SAID: Final = re.compile(
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:" + "|".join(SAYING) + r")\b|(?:" + "|".join(SAYING) + r")\b"
)


def sentences(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The sentences of the blocks, in order, without the blanks around them.

    No sentence crosses a block or a blank line; a single line feed inside a block is a blank, for a
    block is one paragraph. Every character of a block that is not blank is in a sentence.
    The rules are of the kind in pysbd and syntok: every mark that could end a sentence is asked
    what stands before and after it.
    """
    found: list[Span] = []
    for block in blocks:
        for part in _parts(text, block.span):
            found.extend(_split(text, part))
    return tuple(found)


_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The stretches of a block between blank lines."""
    start = span.start
    for match in _BLANK_LINE.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _split(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for mark in _END.finditer(text, line.start, line.end):
        if mark.start() < start:
            continue
        end = mark.end()
        while end < line.end and (step := _closer(text, end, line.end)):
            end += step
        if end < line.end and _ends_here(text, start, mark.span(), end, line.end):
            sentence = _trimmed(text, start, end)
            if sentence:
                yield from _bounded(text, sentence)
                start = end
    last = _trimmed(text, start, line.end)
    if last:
        yield from _bounded(text, last)


LONGEST: Final = 10_000
"""Code points of a sentence: what goes on longer is no prose, and is cut at a blank."""
_BETWEEN_HAN: Final = re.compile("(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff])")


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence, or the parts of one that has no end; a word is never cut."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        limit = start + LONGEST
        cut = max(text.rfind(" ", start, limit), text.rfind("\n", start, limit))
        if cut < start and _BETWEEN_HAN.match(text, limit):
            cut = limit
        if cut < start:
            break
        part = _trimmed(text, start, cut)
        if part:
            yield part
        start = cut if cut == limit else cut + 1
    last = _trimmed(text, start, sentence.end)
    if last:
        yield last


def _closer(text: str, at: int, limit: int) -> int:
    """How many code points at a place close a quotation or bracket behind its mark, or 0.

    French puts a blank before its guillemet; a sign that could open one must have a blank behind.
    """
    if text[at] in _CLOSERS:
        return 1
    free = at + 1 >= limit or text[at + 1].isspace()
    if text[at] in _CLOSERS_IN_SOME:
        return int(free)
    guillemet = text[at].isspace() and text[at + 1 : at + 2] == "»"
    return 2 if guillemet and (at + 2 >= limit or text[at + 2].isspace()) else 0


def _ends_here(text: str, start: int, mark: tuple[int, int], end: int, limit: int) -> bool:
    """Whether the sentence begun at `start` ends with the mark and its closers at `end`."""
    last = text[mark[1] - 1]
    if last in "।॥።៕။":
        return True
    if last in _FULL_STOPS:
        return not (end > mark[1] and _HIRAGANA.match(text, end))
    if not text[end].isspace():
        return False
    at = end
    while at < limit and (text[at].isspace() or text[at] in _OPENERS):
        at += 1
    following = _WORD_AFTER.match(text, at, limit)
    if following is None:
        return False
    word = following[0]
    if word[0].islower() and not any(letter.isupper() for letter in word):
        return False
    closed = end > mark[1]
    if last != "." or mark[1] - mark[0] > 1:
        quoted = closed and _SAID.match(text, at, limit)
        return not quoted and not (mark[1] - mark[0] > 1 and word == "I")
    if closed:
        return True
    return _full_stop_ends(text, start, mark[0], word)


def _full_stop_ends(text: str, start: int, stop: int, after: str) -> bool:
    """Whether a single point with a blank behind it ends its sentence, by the words around it."""
    before = _WORD_BEFORE.search(text, max(start, stop - 41), stop)
    if before is None:
        return True
    word = before[0].lstrip("'’-.")
    if not word:
        return True
    if word.isdecimal():
        return _number_ends(text, start, before.start(), word, after)
    bare = word.casefold()
    starter = after in STARTERS
    if bare in ("a.m", "p.m"):
        return not (after.isupper() or after[0].isdecimal() or after.casefold() in MONTHS)
    if len(word) == 1:
        return word.isupper() and starter and after not in NAME_PARTICLES
    if _DOTTED.match(word) or (len(word) == 2 and word[0] == word[1] and word.isupper()):
        return starter
    if bare in ALWAYS_MID_SENTENCE and word[0].isupper():
        return False
    if bare in BEFORE_A_FIGURE:
        return not after[0].isdecimal()
    if bare in MID_SENTENCE:
        return starter
    return True


def _number_ends(text: str, start: int, at: int, number: str, after: str) -> bool:
    """Whether a point behind a number ends a sentence, or makes an ordinal or a list's number."""
    if len(number) > 2:
        return True
    lead = text[max(start, at - 40) : at].rstrip()
    if not lead.strip(_OPENERS) or lead[-1] in ":;":
        return False
    previous = re.search(r"[^\W\d_]+\Z", lead)
    if after.casefold().rstrip(".") in AFTER_ORDINAL:
        return False
    return not (previous and previous[0].casefold() in BEFORE_ORDINAL)


_CLAUSE_EDGE: Final = re.compile(r"[;:；：]\s*|[，、،؛]|,\s+|\s+[–—-]{1,2}\s+|—")
_STRONG: Final = re.compile(r"[;:；：–—]|\s-")
_UNIT: Final = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\u0e01-\u0eff]|[^\W_]+")


def clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """Parts of a sentence that may make a claim of their own, each at least a few words.

    They follow each other and leave out blanks alone. Cut at semicolons, colons and dashes where
    three words stand on both sides, at commas where five do.
    """
    units = [match.start() for match in _UNIT.finditer(text, sentence.start, sentence.end)]
    found: list[Span] = []
    start, before = sentence.start, 0
    for match in _CLAUSE_EDGE.finditer(text, sentence.start, sentence.end):
        dash = match[0].strip()[:1] in "–—-"
        at = match.start() if dash else match.end()
        least = 3 if _STRONG.search(match[0]) else 5
        done = bisect_left(units, at)
        if min(done - before, len(units) - done) < least:
            continue
        part = _trimmed(text, start, at)
        if part:
            found.append(part)
            start, before = at, done
    last = _trimmed(text, start, sentence.end)
    if last:
        found.append(last)
    return tuple(found)
