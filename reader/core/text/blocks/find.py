"""The passes that give every line of an article its role, and what the person corrected."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate, takewhile
from typing import Final

from reader.core.pace import ignore
from reader.core.text.article import Article, Block, Role
from reader.core.text.blocks.authors import author_of
from reader.core.text.blocks.captions import copies, is_credited, is_same
from reader.core.text.blocks.cues import CLOSING, Cue, cue_of
from reader.core.text.blocks.headline import find_headline
from reader.core.text.blocks.lines import Line, read_lines
from reader.core.text.blocks.speakers import labels
from reader.core.text.blocks.wrapping import unwrapped
from reader.core.text.span import Span


def find_blocks(article: Article, did: Callable[[int], None] = ignore) -> tuple[Block, ...]:
    """The blocks of an article: in order, without overlap, over all that is not blank.

    A block is a paragraph, or a speaker's label and what follows it; a paragraph is a line, or
    several where the text is wrapped at a margin (`wrapping`). The rules look at shape, place and
    general cue words; where they are not sure a line belongs to the article. `article.roles`, a
    person's corrections, win over them. `did` is told how many more code points are looked at.
    """
    lines = unwrapped(article.text, read_lines(article.text))
    page = Page(lines, article.title, did)
    for rule in (_cues, _headline, _captions, _closing, _bios, _around_headline, _repeats, _rest):
        rule(page)
    blocks = _blocks(page)
    return _corrected(article, lines, blocks) if article.roles else blocks


class Page:
    """The lines of an article while their roles are being found; None where none is known yet."""

    def __init__(
        self, lines: Sequence[Line], title: str | None, did: Callable[[int], None] = ignore
    ) -> None:
        self.lines = lines
        self.title = title
        self.cues: list[Cue | None] = []
        for line in lines:
            self.cues.append(cue_of(line))
            did(len(line.span))
        self.roles: list[Role | None] = [None] * len(lines)
        self.headline: int | None = None
        self.labels = labels(lines)
        lengths = [len(line.text) if self.is_prose(line.number) else 0 for line in lines]
        self.prose = sum(lengths)
        self.prose_to = list(accumulate(lengths, initial=0))
        ended = [line.number for line in lines if line.ended and self.cues[line.number] is None]
        self.last_sentence = max(ended, default=0)

    def is_prose(self, number: int) -> bool:
        """Whether a line reads like the article's running text and nothing gives it away."""
        return self.cues[number] is None and self.lines[number].prose


_NO_WORDS: Final = re.compile(r"^[\W_]*$")


def _cues(page: Page) -> None:
    for line in page.lines:
        cue = page.cues[line.number]
        if cue in (Cue.DATE, Cue.BYLINE):
            page.roles[line.number] = Role.BYLINE
        elif cue is not None or _NO_WORDS.match(line.text):
            page.roles[line.number] = Role.FURNITURE


def _headline(page: Page) -> None:
    page.headline = find_headline(page.lines, page.cues, page.title)
    if page.headline is not None:
        page.roles[page.headline] = Role.HEADLINE


def _captions(page: Page) -> None:
    for line in page.lines:
        if page.roles[line.number] is None and is_credited(line):
            page.roles[line.number] = Role.CAPTION
    for first, second in copies(page.lines):
        if page.roles[second] in (None, Role.CAPTION) and page.roles[first] in (None, Role.CAPTION):
            page.roles[first] = Role.CAPTION
            page.roles[second] = Role.REPEAT


_STRONG: Final = frozenset({Cue.COMMENTS, Cue.ADBLOCK, Cue.COPYRIGHT, Cue.SOURCE})
"""Closing cues that may be followed by sentences of the page's own."""
_POINTS_ON: Final = re.compile(r"[:：»›>|]\s*\w")
"""A pointer with its title on the same line stands between paragraphs as well."""
_ENOUGH_BEFORE: Final = 0.4
"""Share of the running text that must stand before a closing cue."""
_AFTER_STRONG: Final = 0.3
"""Share of the running text that a strong one may cut off."""


def _closing(page: Page) -> None:
    """After the page's closing words nothing of the article comes, unless running text goes on."""
    for line in page.lines:
        cue = page.cues[line.number]
        before = page.prose_to[line.number]
        if cue not in CLOSING or not before or before < _ENOUGH_BEFORE * page.prose:
            continue
        if cue is Cue.RELATED and _POINTS_ON.search(line.text):
            continue
        if cue in _STRONG:
            over = cue is Cue.COMMENTS or page.prose - before <= _AFTER_STRONG * page.prose
        else:
            over = line.number >= page.last_sentence
        if over:
            for later in page.lines[line.number :]:
                if page.roles[later.number] is not Role.BYLINE:
                    page.roles[later.number] = Role.FURNITURE
            return
        if cue is Cue.RELATED:
            _drop_list(page, line.number + 1)


def _drop_list(page: Page, start: int) -> None:
    """The titles below 'Related stories' go with it."""
    for line in page.lines[start:]:
        if line.prose or line.ended or page.cues[line.number]:
            return
        page.roles[line.number] = Role.FURNITURE


_LAST: Final = 40
"""Lines at the end of a page among which a note on the author may stand."""


def _bios(page: Page) -> None:
    """Last paragraphs on who the author is, unless the article tells of that person."""
    last = max(len(page.lines) // 2, len(page.lines) - _LAST)
    for line in reversed(page.lines[last:]):
        if page.roles[line.number] in (Role.FURNITURE, Role.BYLINE):
            continue
        name = author_of(line)
        if name is None or not _is_author(page, line.number, name):
            return
        page.roles[line.number] = Role.FURNITURE


def _is_author(page: Page, bio: int, name: str) -> bool:
    """Whether a name is in the byline or on a speaker's label, or nowhere in the running text."""
    wanted = name.casefold()
    told = False
    for line in page.lines[:bio]:
        if wanted not in line.text.casefold():
            continue
        label = line.text[: page.labels.get(line.number, 0)]
        if page.roles[line.number] is Role.BYLINE or wanted in label.casefold():
            return True
        told = True
    return not told


def _around_headline(page: Page) -> None:
    """What stands before the headline is page; after it come standfirst, byline and pictures."""
    if page.headline is None:
        return
    before = page.lines[: page.headline]
    dirty = any(page.roles[line.number] is Role.FURNITURE for line in before)
    for line in before:
        if page.roles[line.number] is None and (dirty or line.words <= 2):
            page.roles[line.number] = Role.FURNITURE
    _standfirst(page, page.headline)
    _around_byline(page, page.headline + 1)


def _around_byline(page: Page, start: int) -> None:
    """Names before the running text belong to the byline, a few other words to a picture."""
    header = list(takewhile(lambda line: not page.is_prose(line.number), page.lines[start:]))
    signed = {line.number for line in header if page.roles[line.number] is Role.BYLINE}
    for line in header:
        if page.roles[line.number] is not None or line.ended or line.words > 8 or not signed:
            continue
        if line.words <= 4 and line.lowercase == 0:
            page.roles[line.number] = Role.BYLINE
        elif signed & {line.number - 1, line.number + 1}:
            page.roles[line.number] = Role.CAPTION


def _standfirst(page: Page, headline: int) -> None:
    """The line below the headline, where it is shorter than what follows or parted from it."""
    if headline + 1 >= len(page.lines):
        return
    line = page.lines[headline + 1]
    if page.roles[line.number] is not None or not 6 <= line.words <= 45:
        return
    after = page.roles[line.number + 1] if line.number + 1 < len(page.lines) else None
    parted = after in (Role.BYLINE, Role.CAPTION, Role.FURNITURE)
    later = [other for other in page.lines[line.number + 1 :] if page.is_prose(other.number)][:5]
    typical = sorted(other.words for other in later)[len(later) // 2] if later else 0
    if parted or not line.ended or line.words < 0.6 * typical:
        page.roles[line.number] = Role.STANDFIRST


def _repeats(page: Page) -> None:
    """A second copy of the headline or of a caption; what the article says twice stays its own."""
    if page.headline is not None:
        headline = page.lines[page.headline]
        for line in page.lines:
            if line.number != page.headline and line.words >= 4 and is_same(headline, line):
                page.roles[line.number] = Role.REPEAT
    seen: set[str] = set()
    for line in page.lines:
        if page.roles[line.number] is Role.CAPTION:
            key = line.text.casefold()
            if key in seen:
                page.roles[line.number] = Role.REPEAT
            seen.add(key)


def _rest(page: Page) -> None:
    """What is left belongs to the article: headings are short lines before running text."""
    for line in page.lines:
        if page.roles[line.number] is not None:
            continue
        role = Role.HEADING if _is_heading(page, line) else Role.BODY
        page.roles[line.number] = role


def _is_heading(page: Page, line: Line) -> bool:
    """Whether a short line without an end stands alone before running text: no item of a list."""
    if line.words > 12 or line.ended or line.number in page.labels:
        return False
    if line.number + 1 == len(page.lines) or not page.lines[line.number + 1].prose:
        return False
    before = line.number - 1
    return before < 0 or page.lines[before].ended or page.roles[before] is not Role.BODY


def _blocks(page: Page) -> tuple[Block, ...]:
    found: list[Block] = []
    for line in page.lines:
        role = page.roles[line.number] or Role.BODY
        start = line.span.start
        label = page.labels.get(line.number)
        if label and role is Role.BODY:
            found.append(Block(Span(start, start + label), Role.SPEAKER))
            spoken = line.text[label:]
            start += label + len(spoken) - len(spoken.lstrip())
        found.append(Block(Span(start, line.span.end), role))
    return tuple(found)


def _corrected(
    article: Article, lines: Sequence[Line], blocks: Sequence[Block]
) -> tuple[Block, ...]:
    """The blocks with a person's corrections cut out of them; of corrections the last one wins.

    A correction over several paragraphs is a block in each, so that no sentence runs through.
    """
    found = list(blocks)
    for correction in article.roles:
        cut: list[Block] = []
        for block in found:
            cut.extend(_without(article.text, block, correction.span))
        for line in lines:
            start = max(line.span.start, correction.span.start)
            kept = _stripped(article.text, start, min(line.span.end, correction.span.end))
            if kept:
                cut.append(Block(kept, correction.role))
        found = sorted(cut)
    return tuple(found)


def _without(text: str, block: Block, hole: Span) -> list[Block]:
    if not block.span.overlaps(hole):
        return [block]
    parts = (
        _stripped(text, block.span.start, hole.start),
        _stripped(text, hole.end, block.span.end),
    )
    return [Block(part, block.role) for part in parts if part]


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
