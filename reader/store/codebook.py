"""The codebook and the scale of ratings that a new project carries, for people who check facts."""

from __future__ import annotations

import uuid

from reader.core.annotating.annotation import Rating, Tag
from reader.store.database import Record

PALETTE = ("blue", "green", "violet", "orange", "red", "teal", "pink", "brown", "yellow")
"""Names of tag colours; their hues belong to the themes."""

_NAMESPACE = uuid.UUID("6f1d1c58-5f0e-5f0c-9b6a-2f2f3f0f7a11")
_RATINGS = uuid.UUID("0d1a5a1e-7c0c-5b0e-8a55-6a0c5a1e5ca1")

_ENTRIES = (
    ("claim", "blue", "A statement that can be true or false and is worth checking."),
    ("figure", "green", "A number, date or amount."),
    ("quotation", "violet", "Words that are said to be someone's own."),
    ("attribution", "orange", "Who is said to have said it, or where it is said to come from."),
    ("contradiction", "red", "It cannot be true together with another passage."),
    ("unsourced", "brown", "A claim for which no source is named."),
    ("loaded wording", "pink", "Words that judge while they seem to report."),
    ("to verify", "teal", "Still to be looked up."),
)

_SCALE = (
    ("supported", "green", "What is known bears it out."),
    ("contradicted", "red", "What is known speaks against it."),
    ("unverified", "yellow", "Nothing was found yet that settles it."),
    ("misleading", "orange", "Right in its words, wrong in what it makes people think."),
    ("opinion", "violet", "A judgement: there is nothing in it to check."),
)


def first_tags() -> tuple[Tag, ...]:
    """The tags with hotkeys 1 to 8; their identifiers are the same in every project.

    So that merging two people's projects does not double the codebook.
    """
    return tuple(
        Tag(
            id=str(uuid.uuid5(_NAMESPACE, name)),
            name=name,
            colour=colour,
            hotkey=str(number),
            description=description,
            position=number - 1,
        )
        for number, (name, colour, description) in enumerate(_ENTRIES, start=1)
    )


def first_ratings() -> tuple[Rating, ...]:
    """The first scale, after ClaimReview; its identifiers are the same in every project."""
    return tuple(
        Rating(rating_id(name), name, colour, description, position=position)
        for position, (name, colour, description) in enumerate(_SCALE)
    )


def rating_id(name: str) -> str:
    """The identifier of a rating of the first scale, or of a word of format 1 that became one."""
    return str(uuid.uuid5(_RATINGS, name))


def rating_row(rating: Rating) -> Record:
    """The row of a rating."""
    return {
        "id": rating.id,
        "name": rating.name,
        "colour": rating.colour,
        "description": rating.description,
        "archived": int(rating.archived),
        "position": rating.position,
    }
