"""Tags that one of two projects merged into others: they do not come back from the other one."""

from __future__ import annotations

from typing import cast

from reader.store.database import Record
from reader.store.sides import Side
from reader.store.tags import use_id
from reader.store.writer import Writer


def gone_tags(ours: Side, theirs: Side) -> dict[str, str | None]:
    """Tags that one side has and the other took away, with the tag that has their uses now.

    None where nothing uses them. A tag that was taken away but into none that is still there
    stays where notes use it: no note loses a tag. Does not depend on which side is which.
    """
    removed: dict[str, str] = {}
    into: dict[str, str] = {}
    for side, other in ((ours, theirs), (theirs, ours)):
        for tag_id in other.tables["tag"].keys() - side.tables["tag"].keys():
            if side.changed(tag_id):
                removed[tag_id] = side.changed(tag_id)
        for tag_id, row in sorted(side.tables["merged_tag"].items()):
            if tag_id not in into or side.changed(tag_id) > other.changed(tag_id):
                into[tag_id] = cast(str, row["into_id"])
    for kept in _kept_of_rings(removed, into):
        del removed[kept]
    living = (ours.tables["tag"].keys() | theirs.tables["tag"].keys()) - removed.keys()
    used = _used(ours) | _used(theirs)
    found: dict[str, str | None] = {}
    for tag_id in removed:
        at = _end(tag_id, into)
        if at in living:
            found[tag_id] = at
        elif tag_id not in used:
            found[tag_id] = None
    return found


def take_away(writer: Writer, side: Side, gone: dict[str, str | None]) -> None:
    """Gives what uses the gone tags of one side the tags that have their uses now."""
    tags = side.tables["tag"]
    for tag_id in sorted(gone.keys() & tags.keys()):
        into = gone[tag_id]
        for child in side.children("tag", "parent_id", tag_id):
            parent = tags[tag_id]["parent_id"] if child["id"] == into else into
            writer.alter("tag", cast(str, child["id"]), parent_id=parent)
        for use in side.children("annotation_tag", "tag_id", tag_id):
            writer.remove("annotation_tag", cast(str, use["id"]))
            if into is not None:
                _use_instead(writer, use, into)
        writer.remove("tag", tag_id)


def _use_instead(writer: Writer, use: Record, into: str) -> None:
    row_id = use_id(cast(str, use["annotation_id"]), into)
    if writer.get("annotation_tag", row_id) is None:
        writer.put("annotation_tag", {**use, "id": row_id, "tag_id": into})


def _end(tag_id: str, into: dict[str, str]) -> str:
    """The tag at the end of a chain of merges."""
    seen: set[str] = set()
    at = tag_id
    while at in into and at not in seen:
        seen.add(at)
        at = into[at]
    return at


def _kept_of_rings(removed: dict[str, str], into: dict[str, str]) -> list[str]:
    """Where one merged A into B and the other B into A, the later word stands: one tag a ring."""
    kept: list[str] = []
    told: set[str] = set()
    for tag_id in sorted(removed):
        ring: list[str] = []
        at: str | None = tag_id
        while at is not None and at in removed and at not in ring:
            ring.append(at)
            at = into.get(at)
        if at == tag_id and tag_id not in told:
            told.update(ring)
            kept.append(min(ring, key=lambda one: (removed[one], one)))
            into.pop(kept[-1])
    return kept


def _used(side: Side) -> set[str]:
    uses = {cast(str, row["tag_id"]) for row in side.of("annotation_tag")}
    return uses | {cast(str, row["parent_id"]) for row in side.of("tag") if row["parent_id"]}
