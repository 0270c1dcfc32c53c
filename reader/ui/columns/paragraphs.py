"""The lines of an article as they are set: a paragraph a line, each with role and direction."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.text.article import Block, Role
from reader.core.text.span import Span

_LEFT_TO_RIGHT = frozenset({"L"})
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LOOKED_AT = 200
"""Characters after which a paragraph without any letter counts as left to right."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the canonical text, without its line feed.

    `labels` are speaker labels inside it; `number` counts paragraphs that hold text of the
    article, from 1, and is 0 for blank lines and furniture.
    """

    span: Span
    role: Role
    blank: bool = False
    right_to_left: bool = False
    labels: tuple[Span, ...] = ()
    number: int = 0


def paragraphs(text: str, blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """All lines of the text in order, blank ones too, so that positions stay one to one.

    `blocks` stand in order of place. A line takes the role of its longest block that is no
    speaker label; what no block covers is body.
    """
    found: list[Paragraph] = []
    at = number = first = 0
    for line in text.split("\n"):
        span = Span(at, at + len(line))
        at = span.end + 1
        blank = not line.strip()
        while first < len(blocks) and blocks[first].span.end <= span.start:
            first += 1
        role, labels = _role(blocks, first, span)
        counted = not blank and role not in (Role.FURNITURE, Role.REPEAT)
        number += counted
        right_to_left = not blank and is_right_to_left(line)
        found.append(Paragraph(span, role, blank, right_to_left, labels, number if counted else 0))
    return tuple(found)


def is_right_to_left(line: str) -> bool:
    """Whether the first character with a strong direction runs from right to left (UAX 9, P2)."""
    for character in line[:_LOOKED_AT]:
        kind = unicodedata.bidirectional(character)
        if kind in _LEFT_TO_RIGHT:
            return False
        if kind in _RIGHT_TO_LEFT:
            return True
    return False


def _role(blocks: Sequence[Block], first: int, span: Span) -> tuple[Role, tuple[Span, ...]]:
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
            role, longest = block.role, shared
    return role, tuple(labels)
