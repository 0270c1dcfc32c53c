"""Merging another project into this one: everyone's notes, none doubled, none lost.

The result does not depend on which of the two is merged into which: what both have is taken from
the side that changed it last, what one has is kept. A story is the same in both where it has the
same identifier or mostly the same texts; so is a tag of the same name. A tag that one merged into
another does not come back. Where two people changed the same annotation, the later state stands
and the other becomes an annotation of its own.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from reader.core.pace import Pace
from reader.store.database import Connection, Record
from reader.store.gone_tags import gone_tags, take_away
from reader.store.history import Rows, states
from reader.store.identities import Identities
from reader.store.reanchoring import Reanchoring
from reader.store.sides import Side
from reader.store.tags import use_id
from reader.store.texts import Texts
from reader.store.writer import Writer

_AT_ONCE = 50
"""Annotations that are brought over between two looks at whether the merge is still wanted."""
_COPIES = uuid.UUID("3f0d3a57-67f8-5b55-8f0e-5a0f6f0d9c11")


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging brought: how many of each were new here, and which annotations had parted.

    `parted` pairs the identifier of an annotation that both had changed with that of the one that
    keeps the earlier of the two states.
    """

    people: int
    stories: int
    articles: int
    tags: int
    annotations: int
    changed: int
    """Annotations that were here already and that the other project had later."""
    parted: tuple[tuple[str, str], ...]


class Merging:
    """One merge of `theirs` into `ours`, within the change that `writer` writes."""

    def __init__(
        self,
        writer: Writer,
        ours: Side,
        theirs: Side,
        texts: Texts,
        reanchoring: Reanchoring,
        pace: Pace,
    ) -> None:
        self._writer = writer
        self._ours = ours
        self._theirs = theirs
        self._texts = texts
        self._reanchoring = reanchoring
        self._pace = pace
        self._gone = gone_tags(ours, theirs)
        self._same = Identities(ours, theirs, self._gone)
        self._parted: list[tuple[str, str]] = []
        self._changed = 0

    def run(self) -> Merged:
        """Brings everything over, what others depend on first."""
        take_away(self._writer, self._ours, self._same.gone)
        if self._writer.events:
            self._ours = Side(self._ours.connection, self._pace)
            self._same = Identities(self._ours, self._theirs, self._gone)
        ours, theirs = self._ours, self._theirs
        self._pace.stage(0.3, 1)
        for table in ("person", "story", "article", "tag", "merged_tag", "rating", "story_options"):
            for row in theirs.of(table):
                if table != "tag" or row["id"] not in self._gone:
                    self._one(table, row)
        self._versions()
        self._pace.stage(0.9, len(theirs.of("annotation")), every=_AT_ONCE)
        for row in theirs.of("annotation"):
            self._annotation(cast(str, row["id"]))
            self._pace.did()
        self._pace.stage(1.0, 1)
        for table in ("review", "decision"):
            self._judgements(table)
        self._relations()
        self._settle_tags()
        self._reanchor()
        self._pace.did()

        def new(table: str) -> int:
            mapped = {self._same.row(table, row)["id"] for row in theirs.of(table)}
            return len(mapped - ours.tables[table].keys())

        return Merged(
            *(new(table) for table in ("person", "story", "article", "tag", "annotation")),
            changed=self._changed,
            parted=tuple(self._parted),
        )

    def _one(self, table: str, row: Record) -> None:
        """A row by itself: the later of the two, by when each project last changed it."""
        mapped = self._same.row(table, row)
        our_id, their_id = cast(str, mapped["id"]), cast(str, row["id"])
        mine = self._ours.tables[table].get(our_id)
        if mine is None:
            self._writer.put(table, mapped)
        elif mine != mapped:
            mine_at, theirs_at = self._ours.changed(our_id), self._theirs.changed(their_id)
            if (theirs_at, _packed([mapped])) > (mine_at, _packed([mine])):
                self._writer.put(table, mapped)

    def _versions(self) -> None:
        """The versions of both in the order they were added; corrected roles of the later."""
        touched: set[str] = set()
        for row in self._theirs.of("version"):
            self._texts.bring(self._theirs.connection, cast(str, row["sha256"]))
            mapped = self._same.row("version", row)
            if mapped["id"] not in self._ours.tables["version"]:
                self._writer.put("version", mapped)
                touched.add(cast(str, mapped["article_id"]))
            self._blocks(cast(str, mapped["id"]), cast(str, row["id"]))
        for article_id in touched:
            rows = [dict(row) for row in self._ours.connection.rows(
                "SELECT * FROM version WHERE article_id = ? ORDER BY added, sha256", [article_id]
            )]  # fmt: skip
            for number, row in enumerate(rows, start=1):
                self._writer.put("version", {**row, "number": number})

    def _blocks(self, our_version: str, their_version: str) -> None:
        mine = self._ours.children("block", "version_id", our_version)
        others = [
            self._same.row("block", row)
            for row in self._theirs.children("block", "version_id", their_version)
        ]
        if _packed(others) > _packed(mine):
            for row in mine:
                self._writer.remove("block", cast(str, row["id"]))
            for row in others:
                self._writer.put("block", row)

    def _annotation(self, annotation_id: str) -> None:
        """An annotation with all that belongs to it: the later, and the other beside it."""
        mine = self._ours.composite("annotation", annotation_id)
        other = self._mapped(self._theirs.composite("annotation", annotation_id))
        if not mine:
            self._put(other)
            return
        if mine == other:
            return
        past = _past(self._ours.connection, annotation_id)
        known_here = any(self._same.without_gone(rows) == other for rows in past)
        past = _past(self._theirs.connection, annotation_id)
        known_there = any(self._mapped(rows) == mine for rows in past)
        mine_at, theirs_at = self._ours.changed(annotation_id), self._theirs.changed(annotation_id)
        later = (theirs_at, _packed(other.values())) > (mine_at, _packed(mine.values()))
        # Both know the other's state where one of them undid back to it: then the later stands.
        theirs_stands = known_there if known_here != known_there else later
        winner, loser = (other, mine) if theirs_stands else (mine, other)
        if winner is other:
            self._changed += 1
            self._put(other, instead_of=mine)
        if not known_here and not known_there:
            self._set_beside(annotation_id, loser)

    def _set_beside(self, annotation_id: str, rows: Rows) -> None:
        """Keeps the state that does not stand as an annotation of its own, once."""
        copy_id = str(uuid.uuid5(_COPIES, annotation_id + _packed(rows.values())))
        if self._ours.changed(copy_id):
            return
        self._parted.append((annotation_id, copy_id))
        for (table, row_id), row in rows.items():
            new_id = (
                copy_id if table == "annotation" else str(uuid.uuid5(_COPIES, copy_id + row_id))
            )
            copied = {**row, "id": new_id}
            if table != "annotation":
                copied["annotation_id"] = copy_id
            if table == "annotation_tag":
                copied["id"] = use_id(copy_id, cast(str, row["tag_id"]))
            self._writer.put(table, copied)

    def _judgements(self, table: str) -> None:
        """Reviews and decisions: the later word of the two, a later withdrawal included."""
        ids = {cast(str, row["id"]) for row in [*self._theirs.of(table), *self._ours.of(table)]}
        for row_id in sorted(ids):
            mine = self._ours.composite(table, row_id)
            other = self._mapped(self._theirs.composite(table, row_id))
            mine_at, theirs_at = self._ours.changed(row_id), self._theirs.changed(row_id)
            later = (theirs_at, _packed(other.values())) > (mine_at, _packed(mine.values()))
            if mine != other and theirs_at and later:
                self._put(other, instead_of=mine)

    def _relations(self) -> None:
        for row in self._theirs.of("relation"):
            row_id = cast(str, row["id"])
            if self._ours.changed(row_id) < self._theirs.changed(row_id):
                self._writer.put("relation", row)
        for row in self._ours.of("relation"):
            row_id = cast(str, row["id"])
            removed_there = row_id not in self._theirs.tables["relation"]
            if removed_there and self._theirs.changed(row_id) > self._ours.changed(row_id):
                self._writer.remove("relation", row_id)

    def _settle_tags(self) -> None:
        """A key belongs to one tag, of two to the first by name; no tag stands below itself."""
        rows = self._ours.connection.rows(
            "SELECT id, hotkey, parent_id FROM tag ORDER BY name, colour, id"
        )
        parents: dict[str, str | None] = {row["id"]: row["parent_id"] for row in rows}
        taken: set[str] = set()
        for row in rows:
            if row["hotkey"] in taken:
                self._writer.alter("tag", row["id"], hotkey=None)
            elif row["hotkey"] is not None:
                taken.add(row["hotkey"])
            if row["id"] in _above(row["id"], parents):
                self._writer.alter("tag", row["id"], parent_id=None)

    def _reanchor(self) -> None:
        """Finds the targets again in every article whose newest text differs from a side's."""
        for row in self._theirs.of("article"):
            article_id = cast(str, self._same.row("article", row)["id"])
            newest = self._ours.connection.row(
                "SELECT sha256 FROM version WHERE article_id = ? ORDER BY number DESC LIMIT 1",
                [article_id],
            )
            sides = {self._ours.newest(article_id), self._theirs.newest(cast(str, row["id"]))}
            if newest is not None and sides - {None} != {newest["sha256"]}:
                self._reanchoring.carry(self._writer, article_id, newest["sha256"])

    def _mapped(self, rows: Rows) -> Rows:
        mapped: Rows = {}
        for (table, _), row in self._same.without_gone(rows).items():
            new = self._same.row(table, row)
            mapped[table, cast(str, new["id"])] = new
        return mapped

    def _put(self, rows: Rows, *, instead_of: Rows | None = None) -> None:
        for table, row_id in (instead_of or {}).keys() - rows.keys():
            self._writer.remove(table, row_id)
        for (table, _), row in rows.items():
            self._writer.put(table, row)


def _above(tag_id: str, parents: dict[str, str | None]) -> set[str]:
    """The tags above one; it is among them itself where the tree has been tied into a ring."""
    above: set[str] = set()
    at = parents[tag_id]
    while at is not None and at not in above:
        above.add(at)
        at = parents.get(at)
    return above


def _past(connection: Connection, annotation_id: str) -> list[Rows]:
    return [rows for _, rows in states(connection, annotation_id)]


def _packed(rows: Iterable[Record]) -> str:
    """Rows as one text, to hash and to choose between two of the same moment."""
    return "".join(sorted(json.dumps(row, sort_keys=True) for row in rows))
