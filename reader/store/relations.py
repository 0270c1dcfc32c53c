"""Relations between annotations: one supports another, contradicts it, says the same."""

from __future__ import annotations

from typing import Any

from reader.core.annotating.annotation import Relation, RelationKind
from reader.store import errors
from reader.store.log import Log
from reader.store.stamps import new_id, now
from reader.store.targets import Targets


class Relations:
    """The relations of a project's annotations."""

    def __init__(self, log: Log, targets: Targets) -> None:
        self._log = log
        self._targets = targets

    def of(self, story_id: str) -> tuple[Relation, ...]:
        """The relations between annotations of a story that are not deleted."""
        rows = self._log.connection.rows(
            "SELECT relation.* FROM relation "
            "JOIN annotation AS a ON a.id = from_id JOIN annotation AS b ON b.id = to_id "
            "WHERE a.story_id = ? AND a.removed IS NULL AND b.removed IS NULL "
            "ORDER BY relation.created, relation.id",
            [story_id],
        )
        return tuple(_relation(dict(row)) for row in rows)

    def add(self, from_id: str, to_id: str, kind: RelationKind) -> Relation:
        """Relates two annotations; the same relation is not made twice."""
        if from_id == to_id:
            raise errors.Refused("A note cannot be related to itself.", "Choose another note.")
        row = self._log.connection.row(
            "SELECT * FROM relation WHERE from_id = ? AND to_id = ? AND kind = ?",
            [from_id, to_id, kind],
        )
        if row is not None:
            return _relation(dict(row))
        relation = Relation(new_id(), from_id, to_id, kind, self._log.author_id())
        with self._log.change(f"Relate notes: {kind}", self._targets.place(from_id)) as change:
            change.put(
                "relation",
                {
                    "id": relation.id,
                    "from_id": from_id,
                    "to_id": to_id,
                    "kind": kind,
                    "person_id": relation.person_id,
                    "created": now(),
                },
            )
        return relation

    def remove(self, relation_id: str) -> None:
        row = self._log.connection.row("SELECT from_id FROM relation WHERE id = ?", [relation_id])
        if row is not None:
            with self._log.change("Remove relation", self._targets.place(row["from_id"])) as change:
                change.remove("relation", relation_id)


def _relation(row: dict[str, Any]) -> Relation:
    return Relation(
        row["id"], row["from_id"], row["to_id"], RelationKind(row["kind"]), row["person_id"]
    )
