"""The codebook that a new project carries, for people who check facts."""

from __future__ import annotations

import uuid

from reader.core.annotation import Tag

PALETTE = ("blue", "green", "violet", "orange", "red", "teal", "pink", "brown", "yellow")
"""Names of tag colours; their hues belong to the themes."""

_NAMESPACE = uuid.UUID("6f1d1c58-5f0e-5f0c-9b6a-2f2f3f0f7a11")

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


def first_tags() -> tuple[Tag, ...]:
    """The tags with hotkeys 1 to 8; their identifiers are the same in every project.

    So that merging two people's projects does not double the codebook.
    """
    return tuple(
        Tag(
            id=str(uuid.uuid5(_NAMESPACE, name)),
            name=name,
            colour=colour,
            hotkey=number,
            description=description,
            position=number - 1,
        )
        for number, (name, colour, description) in enumerate(_ENTRIES, start=1)
    )
