"""Which tags are offered while a person types: those used lately first, then by how they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.annotating.annotation import Tag
from reader.core.annotating.tag_tree import in_tree_order, path_of

STEP = " › "
"""Between the names of a path down the tree."""


@dataclass(frozen=True, slots=True)
class TagChoice:
    """A tag that can be chosen; `path` holds the names from the top of the tree, its own last."""

    tag: Tag
    path: tuple[str, ...]
    worn: bool = False
    """Whether what would be tagged has it already."""

    @property
    def words(self) -> str:
        return STEP.join(self.path)


def choices(
    tags: Sequence[Tag], recent: Sequence[str], worn: Sequence[str] = ()
) -> tuple[TagChoice, ...]:
    """Every tag that is not archived, those of `recent` in its order first, then the tree's."""
    known = {tag.id: tag for tag in tags}
    offered = [tag for tag, _ in in_tree_order(tags) if not tag.archived]
    lately = {tag_id: number for number, tag_id in enumerate(recent)}
    offered.sort(key=lambda tag: lately.get(tag.id, len(lately)))
    return tuple(TagChoice(tag, path_of(tag, known), tag.id in worn) for tag in offered)


def at_hand(
    tags: Sequence[Tag], recent: Sequence[str], worn: Sequence[str], most: int
) -> tuple[Tag, ...]:
    """The tags that fit beside a note, in the order of the codebook: all that it has, then those
    used lately, then the first ones, up to `most`; none that is archived unless the note has it.
    """
    offered = [tag for tag in tags if not tag.archived or tag.id in worn]
    ranked = sorted(
        offered,
        key=lambda tag: (
            tag.id not in worn,
            recent.index(tag.id) if tag.id in recent else len(recent),
        ),
    )
    kept = {tag.id for tag in ranked[: max(most, len(worn))]}
    return tuple(tag for tag in offered if tag.id in kept)


def narrowed(offered: Sequence[TagChoice], typed: str) -> tuple[TagChoice, ...]:
    """Those whose path holds every word typed; a name that begins with it all comes first."""
    wanted = typed.casefold().split()
    if not wanted:
        return tuple(offered)
    ranked = [
        (_rank(choice, wanted), number, choice)
        for number, choice in enumerate(offered)
        if all(word in choice.words.casefold() for word in wanted)
    ]
    return tuple(choice for _, _, choice in sorted(ranked, key=lambda one: one[:2]))


def is_new(offered: Sequence[TagChoice], typed: str) -> bool:
    """Whether what is typed could be the name of a new tag: none at the top is called that."""
    name = typed.strip().casefold()
    return bool(name) and all(
        choice.tag.name.casefold() != name for choice in offered if len(choice.path) == 1
    )


def _rank(choice: TagChoice, wanted: Sequence[str]) -> int:
    name, typed = choice.tag.name.casefold(), " ".join(wanted)
    if name.startswith(typed):
        return 0 if name == typed else 1
    starts = name.split()
    if all(any(part.startswith(word) for part in starts) for word in wanted):
        return 2
    return 3 if all(word in name for word in wanted) else 4
