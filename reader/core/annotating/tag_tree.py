"""The codebook as a tree: its order, and the way from the top down to a tag."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reader.core.annotating.annotation import Tag


def in_tree_order(tags: Sequence[Tag]) -> Iterator[tuple[Tag, int]]:
    """Every tag after the one it stands below, with its depth; none is lost."""
    known = {tag.id for tag in tags}
    below: defaultdict[str | None, list[Tag]] = defaultdict(list)
    for tag in tags:
        below[tag.parent_id if tag.parent_id in known else None].append(tag)
    told: set[str] = set()
    waiting = [(tag, 0) for tag in reversed(below[None])]
    while waiting:
        tag, depth = waiting.pop()
        told.add(tag.id)
        yield tag, depth
        waiting += [(child, depth + 1) for child in reversed(below[tag.id])]
    for tag in tags:  # those in a ring, which a damaged codebook may hold
        if tag.id not in told:
            yield tag, 0


def path_of(tag: Tag, tags: Mapping[str, Tag]) -> tuple[str, ...]:
    """The names of all tags above one, from the top, and its own; `tags` are by identifier."""
    names = [tag.name]
    seen = {tag.id}
    above = tags.get(tag.parent_id or "")
    while above is not None and above.id not in seen:
        names.append(above.name)
        seen.add(above.id)
        above = tags.get(above.parent_id or "")
    return tuple(reversed(names))
