"""The lines of an article as they are set: a paragraph a line, each with role and direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.core.text.article import Block, Role
from reader.core.text.direction import is_right_to_left
from reader.core.text.span import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the canonical text, without its line feed.

    `labels` are speaker labels inside it; `number` counts paragraphs that hold text of the
    article, from 1, and is 0 for blank lines and furniture. Where a text is wrapped by hand a
    paragraph has several lines: the first has its number, and on those after it it `goes_on`.
    """

    span: Span
    role: Role
    blank: bool = False
    right_to_left: bool = False
    labels: tuple[Span, ...] = ()
    number: int = 0
    goes_on: bool = False
    """Whether the paragraph of the line above goes on here."""
    flows: bool = False
    """Whether the paragraph goes on in the line below."""


def paragraphs(text: str, blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """All lines of the text in order, blank ones too, so that positions stay one to one.

    `blocks` stand in order of place. A line takes the role of its longest block that is no
    speaker label; what no block covers is body.
    """
    found: list[Paragraph] = []
    above: Block | None = None
    at = number = first = 0
    for line in text.split("\n"):
        span = Span(at, at + len(line))
        at = span.end + 1
        blank = not line.strip()
        while first < len(blocks) and blocks[first].span.end <= span.start:
            first += 1
        block, role, labels = _role(blocks, first, span)
        goes_on = block is not None and block is above
        counted = not blank and not goes_on and role not in (Role.FURNITURE, Role.REPEAT)
        number += counted
        if goes_on:
            found[-1] = replace(found[-1], flows=True)
            turned = found[-1].right_to_left
        else:
            turned = not blank and is_right_to_left(line)
        shown = number if counted else 0
        found.append(Paragraph(span, role, blank, turned, labels, shown, goes_on))
        above = block
    return tuple(found)


def _role(
    blocks: Sequence[Block], first: int, span: Span
) -> tuple[Block | None, Role, tuple[Span, ...]]:
    owner: Block | None = None
    role, longest = Role.BODY, 0
    labels: list[Span] = []
    for block in blocks[first:]:
        if block.span.start >= span.end:
            break
        shared = block.span.shared(span)
        if block.role is Role.SPEAKER:
            labels.append(Span(max(block.span.start, span.start), min(block.span.end, span.end)))
            if not longest:
                role = Role.SPEAKER if shared == len(span) else role
        elif shared > longest:
            owner, role, longest = block, block.role, shared
    return owner, role, tuple(labels)
