"""What a person keeps in a project: people, stories, tags, annotations, reviews, decisions.

Every record is an immutable value with an identifier that is a UUID as text, so that two copies of
a project can be merged. Places in texts are kept as anchors, never as bare offsets.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.text.article import Article
from reader.core.text.span import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """How a span is found again: the version it was made on, offsets, exact quote, context.

    `sha256` is of the canonical text; `prefix` and `suffix` are the code points around the quote.
    """

    sha256: str
    span: Span
    quote: str
    prefix: str
    suffix: str


class Standing(StrEnum):
    """How well a target is known to sit on its words."""

    FOUND = "found"
    MOVED = "moved"
    REVIEW = "review"
    """Several places could be meant: the person decides."""
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Target:
    """One span of one article that an annotation is about; `span` is None where it is lost."""

    article_id: str
    anchor: Anchor
    span: Span | None
    standing: Standing = Standing.FOUND
    candidates: tuple[Span, ...] = ()
    """Where it could be, best first, while its standing is REVIEW."""


class Status(StrEnum):
    OPEN = "open"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a rating rests on; nothing here is ever fetched."""

    where: str
    """A URL or a file's name."""
    title: str = ""
    quote: str = ""
    seen: str = ""
    """ISO 8601 date."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A person's note, tags and rating on 1..N spans in 1..N articles; times are ISO 8601 UTC."""

    id: str
    story_id: str
    person_id: str
    targets: tuple[Target, ...]
    tag_ids: tuple[str, ...] = ()
    note: str = ""
    rating_id: str | None = None
    confidence: int | None = None
    """0..100."""
    status: Status = Status.OPEN
    evidence: tuple[Evidence, ...] = ()
    created: str = ""
    changed: str = ""


class RelationKind(StrEnum):
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    SAME_CLAIM = "same claim"
    QUOTES = "quotes"
    SOURCE_OF = "source of"


@dataclass(frozen=True, slots=True)
class Relation:
    """What one annotation is to another, read from `from_id` to `to_id`."""

    id: str
    from_id: str
    to_id: str
    kind: RelationKind
    person_id: str


@dataclass(frozen=True, slots=True)
class Tag:
    """An entry of the codebook; `colour` is a name of the theme's tag palette ('blue')."""

    id: str
    name: str
    colour: str
    hotkey: str | None = None
    """One key as `hotkey_of` writes it: '1', 'G', 'Shift+G'."""
    description: str = ""
    parent_id: str | None = None
    archived: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class Rating:
    """An entry of the scale by which claims are rated; a note keeps it by its identifier.

    `colour` is a name of the theme's tag palette, as a tag's is.
    """

    id: str
    name: str
    colour: str
    description: str = ""
    archived: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Story:
    id: str
    title: str
    position: int
    created: str
    kept: bool = True
    """False for texts only opened to look: dropped at closing unless something is noted."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article of a story in its newest version; `versions` are hashes, oldest first."""

    id: str
    story_id: str
    position: int
    article: Article
    versions: tuple[str, ...]
    encoding: str = "utf-8"
    source: str = ""
    """Where it came from: a file's path, 'pasted' or 'bundled'."""
    why: str = ""
    """One sentence on what makes it interesting, for bundled articles."""


class ReviewState(StrEnum):
    UNSEEN = "unseen"
    SEEN = "seen"
    CHECKED = "checked"
    NEEDS_A_CALL = "needs a call"


@dataclass(frozen=True, slots=True)
class Review:
    """A person's review state of a passage, known again by the anchors of its readings."""

    id: str
    story_id: str
    places: tuple[Target, ...]
    state: ReviewState
    person_id: str = ""
    """Whose word it is: two people review a passage each for themselves."""


class DecisionKind(StrEnum):
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    MADE = "made"
    """A link between two selections that the person made by hand."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on a link, known again by the anchors of its two readings."""

    id: str
    story_id: str
    kind: DecisionKind
    a: Target
    b: Target
