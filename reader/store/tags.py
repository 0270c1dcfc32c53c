"""The codebook: tags in a tree, archived and merged but never taken away from a note."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypedDict, Unpack, cast

from reader.core.annotating.annotation import Tag
from reader.core.annotating.hotkey import hotkey_of
from reader.store import errors
from reader.store.database import Record, Value
from reader.store.log import Log
from reader.store.stamps import new_id
from reader.store.writer import Writer


class TagValues(TypedDict, total=False):
    """What of a tag can be edited."""

    name: str
    colour: str
    hotkey: str | None
    description: str
    parent_id: str | None
    archived: bool
    position: int


class Tags:
    """The tags of a project."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._connection = log.connection
        self._counted: tuple[tuple[int, str | None], dict[str, int]] | None = None
        """Uses of the tags: up to which event and of whom they were counted."""

    def all(self) -> tuple[Tag, ...]:
        """Every tag in its order, the archived ones included."""
        rows = self._connection.rows("SELECT * FROM tag ORDER BY position, name, id")
        return tuple(_tag(dict(row)) for row in rows)

    def get(self, tag_id: str) -> Tag:
        """One tag. Raises Refused where there is none."""
        row = self._connection.row("SELECT * FROM tag WHERE id = ?", [tag_id])
        if row is None:
            raise errors.gone("tag")
        return _tag(dict(row))

    def add(
        self,
        name: str,
        colour: str,
        hotkey: str | None = None,
        description: str = "",
        parent_id: str | None = None,
    ) -> Tag:
        """Adds a tag; a hotkey that another tag has passes to the new one.

        Raises Refused where a tag of that name stands at the same place of the tree, and where
        `hotkey` is not one as `hotkey_of` writes it.
        """
        position = max((tag.position for tag in self.all()), default=-1) + 1
        tag = Tag(new_id(), name.strip(), colour, hotkey, description, parent_id, False, position)
        self._check(tag)
        with self._log.change(f"Add tag “{tag.name}”") as change:
            self._free_hotkey(change, tag)
            change.put("tag", tag_row(tag))
        return tag

    def take(self, tags: Sequence[Tag]) -> tuple[Tag, ...]:
        """Adds the tags of another codebook as one change; returns those that are new here.

        A tag that is here already, by its identifier or by its name at the same place of the tree,
        stays as it is, so that importing twice doubles nothing. A hotkey that is taken stays
        with the tag that has it.
        """
        known = {tag.id: tag for tag in self.all()}
        named = {(tag.parent_id, tag.name.casefold()): tag for tag in known.values()}
        worn = {tag.hotkey for tag in known.values()}
        here: dict[str, str] = {}
        added: list[Tag] = []
        position = max((tag.position for tag in known.values()), default=-1) + 1
        with self._log.change("Import codebook") as change:
            for tag in _parents_first(tags):
                parent_id = here.get(tag.parent_id or "")
                name = tag.name.strip()
                own = known.get(tag.id) or named.get((parent_id, name.casefold()))
                if own is None:
                    own = replace(
                        tag,
                        id=tag.id if _is_uuid(tag.id) else new_id(),
                        name=name,
                        parent_id=parent_id,
                        hotkey=None if tag.hotkey in worn else tag.hotkey,
                        position=position + len(added),
                    )
                    change.put("tag", tag_row(own))
                    known[own.id] = named[parent_id, name.casefold()] = own
                    worn.add(own.hotkey)
                    added.append(own)
                here[tag.id] = own.id
        return tuple(added)

    def edit(self, tag_id: str, **values: Unpack[TagValues]) -> Tag:
        """Changes a tag wherever it is used; what is not named stays. Raises Refused."""
        row = tag_row(self.get(tag_id)) | cast(Record, values)
        row["name"] = str(row["name"]).strip()
        tag = _tag(row | {"archived": int(bool(row["archived"]))})
        self._check(tag)
        with self._log.change(f"Edit tag “{tag.name}”") as change:
            self._free_hotkey(change, tag)
            change.put("tag", tag_row(tag))
        return tag

    def archive(self, tag_id: str, archived: bool = True) -> None:
        """Takes a tag out of the choice; notes that have it keep it. Its hotkey becomes free."""
        tag = self.get(tag_id)
        verb = "Archive" if archived else "Bring back"
        with self._log.change(f"{verb} tag “{tag.name}”") as change:
            change.alter("tag", tag_id, archived=int(archived), hotkey=None)

    def merge(self, tag_id: str, into: str) -> None:
        """Gives everything that has one tag another instead; the first tag then is gone."""
        tag, other = self.get(tag_id), self.get(into)
        if tag_id == into:
            raise errors.Refused(
                f"“{tag.name}” cannot be merged with itself.", "Choose another tag."
            )
        with self._log.change(f"Merge tag “{tag.name}” into “{other.name}”") as change:
            for child in self.all():
                if child.parent_id == tag_id:
                    parent = tag.parent_id if child.id == into else into
                    change.alter("tag", child.id, parent_id=parent)
            rows = self._connection.rows(
                "SELECT annotation_id, position FROM annotation_tag WHERE tag_id = ?", [tag_id]
            )
            for row in rows:
                change.remove("annotation_tag", use_id(row["annotation_id"], tag_id))
                if change.get("annotation_tag", use_id(row["annotation_id"], into)) is None:
                    change.put(
                        "annotation_tag", use_row(row["annotation_id"], into, row["position"])
                    )
            change.remove("tag", tag_id)
            change.put("merged_tag", {"id": tag_id, "into_id": into})

    def uses(self, *, person_id: str | None = None) -> dict[str, int]:
        """How many annotations that are not removed have each tag, by its identifier.

        Of one person only for reading blind.
        """
        if self._connection.in_transaction:  # what is not committed yet may not be kept
            return self._count_uses(person_id)
        latest = self._connection.row("SELECT coalesce(max(seq), 0) AS seq FROM event")
        moment = (latest["seq"] if latest else 0, person_id)
        if self._counted is None or self._counted[0] != moment:
            self._counted = moment, self._count_uses(person_id)
        return dict(self._counted[1])

    def _count_uses(self, person_id: str | None) -> dict[str, int]:
        """Few annotations are left out, so it is quicker to look for those."""
        rows = self._connection.rows(
            "SELECT tag_id, count(*) AS uses FROM annotation_tag WHERE annotation_id NOT IN "
            "(SELECT id FROM annotation WHERE removed IS NOT NULL OR person_id <> ?) "
            "GROUP BY tag_id",
            [person_id],
        )
        return {tag.id: 0 for tag in self.all()} | {row["tag_id"]: row["uses"] for row in rows}

    def _check(self, tag: Tag) -> None:
        if not tag.name:
            raise errors.Refused("A tag needs a name.", "Type one.")
        if tag.hotkey is not None and hotkey_of(tag.hotkey) != tag.hotkey:
            raise errors.Refused(
                f"“{tag.hotkey}” cannot be the key of a tag.",
                "Choose a letter or a digit, alone or with Ctrl or Shift.",
            )
        tags = {other.id: other for other in self.all()}
        for other in tags.values():
            if (
                other.id != tag.id
                and other.parent_id == tag.parent_id
                and other.name.casefold() == tag.name.casefold()
            ):
                raise errors.Refused(
                    f"There is already a tag “{other.name}”.",
                    "Choose another name, or merge the two tags.",
                )
        if tag.id in _line(tags, tag.parent_id):
            raise errors.Refused(
                f"“{tag.name}” cannot stand below itself.", "Choose another place in the tree."
            )

    def _free_hotkey(self, change: Writer, tag: Tag) -> None:
        if tag.hotkey is not None:
            for other in self.all():
                if other.hotkey == tag.hotkey and other.id != tag.id:
                    change.alter("tag", other.id, hotkey=None)


def _parents_first(tags: Sequence[Tag]) -> Iterator[Tag]:
    """Every tag after the one it stands below; those in a ring come last."""
    known = {tag.id for tag in tags}
    below: defaultdict[str | None, list[Tag]] = defaultdict(list)
    for tag in tags:
        below[tag.parent_id if tag.parent_id in known else None].append(tag)
    told: set[str] = set()
    waiting = below[None][::-1]
    while waiting:
        tag = waiting.pop()
        told.add(tag.id)
        yield tag
        waiting += below[tag.id][::-1]
    yield from (tag for tag in tags if tag.id not in told)


def _is_uuid(tag_id: str) -> bool:
    try:
        return str(uuid.UUID(tag_id)) == tag_id
    except ValueError:
        return False


def use_id(annotation_id: str, tag_id: str) -> str:
    """The identifier of a tag's use, the same however it came about: a tag is there or not."""
    return f"{annotation_id}/{tag_id}"


def use_row(annotation_id: str, tag_id: str, position: int) -> Record:
    return {
        "id": use_id(annotation_id, tag_id),
        "annotation_id": annotation_id,
        "tag_id": tag_id,
        "position": position,
    }


def _line(tags: dict[str, Tag], tag_id: str | None) -> Iterator[str]:
    """A tag and all above it."""
    seen: set[str] = set()
    while tag_id is not None and tag_id in tags and tag_id not in seen:
        seen.add(tag_id)
        yield tag_id
        tag_id = tags[tag_id].parent_id


def tag_row(tag: Tag) -> Record:
    """The row of a tag."""
    return {
        "id": tag.id,
        "name": tag.name,
        "colour": tag.colour,
        "hotkey": tag.hotkey,
        "description": tag.description,
        "parent_id": tag.parent_id,
        "archived": int(tag.archived),
        "position": tag.position,
    }


def _tag(row: dict[str, Value]) -> Tag:
    hotkey, parent_id = row["hotkey"], row["parent_id"]
    return Tag(
        id=str(row["id"]),
        name=str(row["name"]),
        colour=str(row["colour"]),
        hotkey=None if hotkey is None else str(hotkey),
        description=str(row["description"]),
        parent_id=None if parent_id is None else str(parent_id),
        archived=bool(row["archived"]),
        position=int(row["position"] or 0),
    )
