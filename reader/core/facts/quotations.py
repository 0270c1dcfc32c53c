"""Quotations with speaker and verb of saying, before, after or around the quoted words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reader.core.facts.names import Name
from reader.core.facts.quotation import Quotation
from reader.core.facts.quotation_marks import Quoted, find_quoted
from reader.core.facts.saying import Saying, find_sayings
from reader.core.facts.speakers import Speakers
from reader.core.facts.vocabulary import PEOPLE_IN_GENERAL, TITLES, plain_form
from reader.core.text.article import Block, Role
from reader.core.text.span import Span
from reader.core.text.tokens import SPACELESS

_SCARE_WORDS: Final = 4
_SCARE_LENGTH: Final = 60
_NEAR: Final = 60
"""Code points between a quotation and a clause of saying that certainly belong together."""
_LINE: Final = re.compile(r"[^\n]+")
_LABEL_WORDS: Final = 6
_LABEL_END: Final = re.compile(r"[:：]\s*\Z")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class _Gap:
    """The words between two quotations of a paragraph, or between one and the paragraph's edge.

    `left` are the sayings in the sentence that goes on after the quotation before, `right` those in
    the sentence that leads to the quotation after; they are the same where no sentence ends here.
    """

    left: tuple[Saying, ...]
    right: tuple[Saying, ...]
    whole: bool
    """Whether no sentence ends inside."""
    blank: bool


class _Reader:
    """Walks through one article and carries the speaker from quotation to quotation."""

    def __init__(
        self, text: str, sentences: Sequence[Span], names: Sequence[Name], speakers: Speakers
    ) -> None:
        self.text = text
        self.names = names
        self.starts = [name.span.start for name in names]
        self.ends = [sentence.end for sentence in sentences]
        self.speakers = speakers
        self.last: Quotation | None = None
        self.open = False
        self.introduction: Saying | None = None

    def read(self, paragraph: _Paragraph) -> list[Quotation]:
        """The quotations of one paragraph; inner ones take no speaker."""
        if not paragraph.quoted:
            self.last, self.open = None, False
            self.introduction = self._leading_over(paragraph.span)
            return []
        outer, inner = _parted(paragraph.quoted)
        gaps = self._gaps(paragraph.span, outer)
        found: list[Quotation] = []
        for at, quoted in enumerate(outer):
            saying = self._saying(quoted, gaps[at], gaps[at + 1], first=at == 0)
            found.append(self._quotation(quoted, saying, gaps[at], found, paragraph))
        spoken = [self._inner(one) for one in inner]
        self.last, self.open = found[-1], not outer[-1].closed
        self.introduction = (
            gaps[-1].right[-1] if gaps[-1].right and self._leads(paragraph.span) else None
        )
        return sorted([*found, *spoken], key=lambda one: (one.span.start, -one.span.end))

    def _gaps(self, paragraph: Span, outer: Sequence[Quoted]) -> list[_Gap]:
        edges = [paragraph.start]
        for quoted in outer:
            edges += [quoted.outer.start, quoted.outer.end]
        edges.append(max(edges[-1], paragraph.end))
        return [self._gap(Span(a, b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]

    def _gap(self, span: Span) -> _Gap:
        first = bisect_right(self.ends, span.start)
        last = bisect_left(self.ends, span.end)
        inner = [end for end in self.ends[first:last] if span.start < end < span.end]
        blank = not span.of(self.text).strip(" .,;:\u00a0\u202f")
        if not inner:
            sayings = self._sayings(span)
            return _Gap(sayings, sayings, whole=True, blank=blank)
        left = self._sayings(Span(span.start, inner[0]))
        right = self._sayings(Span(inner[-1], span.end))
        return _Gap(left, right, whole=False, blank=blank)

    def _sayings(self, span: Span) -> tuple[Saying, ...]:
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end)
        return find_sayings(self.text, span, self.names[first:last])

    def _saying(self, quoted: Quoted, before: _Gap, after: _Gap, first: bool) -> Saying | None:
        """After the quotation if it stands close there; else before it; else further after it."""
        following = after.left[0] if after.left else None
        leading = before.right[-1] if before.right else None
        if following is not None and following.span.start - quoted.outer.end < 4:
            return following
        if leading is not None and quoted.outer.start - leading.span.end < _NEAR:
            return leading
        if following is not None and following.span.start - quoted.outer.end < _NEAR:
            return following
        if leading is not None or following is not None:
            return leading or following
        return self.introduction if first and before.blank else None

    def _quotation(
        self,
        quoted: Quoted,
        saying: Saying | None,
        before: _Gap,
        earlier: list[Quotation],
        paragraph: _Paragraph,
    ) -> Quotation:
        if saying is not None:
            speaker = self.speakers.named(saying)
            verb = saying.verb.of(self.text)
            return Quotation(quoted.inner, speaker, saying.source, verb)
        label = self._label(Span(paragraph.span.start, quoted.outer.start)) if not earlier else None
        if label is not None:
            return Quotation(quoted.inner, self.speakers.full(label.of(self.text)), label)
        goes_on = before.blank and quoted.outer.start == paragraph.span.start and self.open
        source = self.last if goes_on else None
        if earlier and not earlier[-1].scare and earlier[-1].verb is not None:
            source = earlier[-1] if before.whole or _follows(before) else None
        if source is not None:
            return replace(source, span=quoted.inner, scare=False)
        return Quotation(quoted.inner, scare=_is_short(quoted.inner.of(self.text)))

    def _label(self, lead: Span) -> Span | None:
        """'MEP from France: "..."': a short lead with a colon that names a person or an office."""
        label = _without_colon(self.text, lead)
        words = [plain_form(word) for word in label.of(self.text).split()]
        if label == lead or not 0 < len(words) <= _LABEL_WORDS:
            return None
        named = bisect_left(self.starts, label.end) > bisect_left(self.starts, label.start)
        return label if named or any(w in TITLES or w in PEOPLE_IN_GENERAL for w in words) else None

    def _inner(self, quoted: Quoted) -> Quotation:
        return Quotation(quoted.inner, scare=_is_short(quoted.inner.of(self.text)))

    def _leads(self, paragraph: Span) -> bool:
        return _LABEL_END.search(self.text, paragraph.start, paragraph.end) is not None

    def _leading_over(self, paragraph: Span) -> Saying | None:
        """The saying of a paragraph that ends with a colon and so leads over to the next."""
        if not self._leads(paragraph):
            return None
        sayings = self._gap(paragraph).right
        return sayings[-1] if sayings else None


def _follows(gap: _Gap) -> bool:
    """'"A," X said. "B."': the gap holds one clause of saying and the sentence's end."""
    return gap.blank or (not gap.whole and bool(gap.left) and not gap.right)


def _parted(quoted: Sequence[Quoted]) -> tuple[list[Quoted], list[Quoted]]:
    """The outermost quotations of a paragraph, and those inside them."""
    outer: list[Quoted] = []
    inner: list[Quoted] = []
    for one in quoted:
        apart = not outer or one.outer.start >= outer[-1].outer.end
        (outer if apart else inner).append(one)
    return outer, inner


def _is_short(quoted: str) -> bool:
    """A word or phrase; in scripts without blanks two signs count as a word."""
    count = len(quoted.split()) + len(_WITHOUT_BLANKS.findall(quoted)) // 2
    return len(quoted) < _SCARE_LENGTH and count <= _SCARE_WORDS


_WITHOUT_BLANKS: Final = re.compile(f"[{SPACELESS}]")


def find_quotations(
    text: str,
    blocks: Iterable[Block],
    compared: Sequence[bool],
    sentences: Sequence[Span],
    names: Sequence[Name],
    speakers: Speakers,
) -> tuple[Quotation, ...]:
    """The quotations of the compared blocks, by place; an inner one follows the one around it.

    The paragraphs under a speaker's label are quotations too, of that speaker and without a verb.
    """
    reader = _Reader(text, sentences, names, speakers)
    found: list[Quotation] = []
    label: Span | None = None
    for block, wanted in zip(blocks, compared, strict=True):
        if block.role is Role.SPEAKER:
            label = _without_colon(text, block.span)
        elif block.role is not Role.BODY:
            label = None
        if not wanted:
            continue
        if label is not None:
            speaker = reader.speakers.full(label.of(text))
            found.append(Quotation(block.span, speaker, label))
        for line in _LINE.finditer(text, block.span.start, block.span.end):
            span = Span(*line.span())
            found += reader.read(_Paragraph(span, find_quoted(text, span)))
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def _without_colon(text: str, label: Span) -> Span:
    end = _LABEL_END.search(text, label.start, label.end)
    return Span(label.start, end.start()) if end else label
