"""An article: one immutable source text with its metadata, and its stretches by role."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from reader.core.text.span import Span
from reader.core.text.tokens import count_words


class Role(StrEnum):
    """What a stretch of an article is for its reader."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    BYLINE = "byline"
    BODY = "body"
    SPEAKER = "speaker"
    CAPTION = "caption"
    REPEAT = "repeat"
    """A second copy of a caption or paragraph in the same article."""
    FURNITURE = "furniture"


COMPARED_ROLES: frozenset[Role] = frozenset(
    {Role.HEADLINE, Role.STANDFIRST, Role.HEADING, Role.BODY, Role.CAPTION}
)
"""What is compared unless the options say otherwise."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A stretch of an article with one role; blocks do not overlap."""

    span: Span
    role: Role


LONG: Final = 40_000
"""Characters above which `about_words` does not count words one by one."""


@dataclass(frozen=True)
class Article:
    """One source text in canonical form (`core.text.canonical`), and what is known about it.

    `roles` are a person's corrections of block roles, which win over what the rules find.
    """

    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    roles: tuple[Block, ...] = field(default=())

    @cached_property
    def sha256(self) -> str:
        """Hash of the canonical text as UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @cached_property
    def word_count(self) -> int:
        """Words as the comparison counts them: a character each in scripts without blanks."""
        return count_words(self.text)

    @cached_property
    def about_words(self) -> int:
        """`word_count`; of a long text an estimate from its beginning, since counting takes long.

        In the window a text of 100,000 words would hold up everything else for 150 ms.
        """
        if len(self.text) < LONG:
            return self.word_count
        return int(round(count_words(self.text[:LONG]) * len(self.text) / LONG, -2))
