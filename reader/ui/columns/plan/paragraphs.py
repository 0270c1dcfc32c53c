"""The paragraphs of an article as they are set, each with its role and direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.core.text.article import Block, Role
from reader.core.text.direction import is_right_to_left
from reader.core.text.span import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the canonical text, or the lines of a paragraph that was wrapped by hand.

    The line feed at its end is not part of it; those inside it are set as blanks, so that it
    breaks where the column asks for it. `labels` are speaker labels inside it; `number` counts
    paragraphs that hold text of the article, from 1, and is 0 for blank lines and furniture.
    """

    span: Span
    role: Role
    blank: bool = False
    right_to_left: bool = False
    labels: tuple[Span, ...] = ()
    number: int = 0


def paragraphs(text: str, blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """All of the text in order, blank lines too, so that positions stay one to one.

    `blocks` stand in order of place. A line takes the role of its longest block that is no
    speaker label; what no block covers is body. Lines of one block are one paragraph, but for
    furniture, whose lines are entries of menus and the like.
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
        furniture = role in (Role.FURNITURE, Role.REPEAT)
        if block is not None and block is above and not furniture:
            begun = found[-1]
            whole = Span(begun.span.start, span.end)
            found[-1] = replace(begun, span=whole, labels=begun.labels + labels)
            continue
        counted = not blank and not furniture
        number += counted
        turned = not blank and is_right_to_left(line)
        found.append(Paragraph(span, role, blank, turned, labels, number if counted else 0))
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
