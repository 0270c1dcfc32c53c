"""A person's word on links: accepted, rejected or made by hand."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.annotating.annotation import Decision, DecisionKind
from reader.store.events import Place
from reader.store.log import Log
from reader.store.stamps import new_id, now
from reader.store.targets import Spot, Targets

_NAMES = {
    DecisionKind.ACCEPTED: "Accept link",
    DecisionKind.REJECTED: "Reject link",
    DecisionKind.MADE: "Link selections",
}


@dataclass(frozen=True, slots=True)
class DecisionStep:
    """What was decided at once, by the name of the change: taking one reading out of a passage
    can be a word on many links.
    """

    name: str
    decisions: tuple[Decision, ...]


class Decisions:
    """The decisions of a project, known again by the anchors of the two readings."""

    def __init__(self, log: Log, targets: Targets) -> None:
        self._log = log
        self._targets = targets

    def of(self, story_id: str) -> tuple[Decision, ...]:
        """A story's decisions, the latest last, those whose words are lost included."""
        rows = self._log.connection.rows(
            "SELECT id, kind FROM decision WHERE story_id = ? ORDER BY changed, id", [story_id]
        )
        sides = self._targets.of_story("decision_id", story_id)
        return tuple(
            Decision(row["id"], story_id, DecisionKind(row["kind"]), *sides[row["id"]])
            for row in rows
        )

    def steps(self, story_id: str) -> tuple[DecisionStep, ...]:
        """A story's decisions by the change that made each what it is, the latest last.

        What came with anything else, such as with another project, stands by itself.
        """
        rows = self._log.connection.rows(
            "SELECT decision.id, change.seq, change.name FROM decision "
            "JOIN event ON table_name = 'decision' AND row_id = decision.id "
            "AND after ->> 'changed' = decision.changed AND after ->> 'kind' = decision.kind "
            "JOIN change ON change.seq = change_seq AND change.kind = 'do' "
            "WHERE decision.story_id = ? AND NOT EXISTS (SELECT 1 FROM event AS other "
            "WHERE other.change_seq = change.seq "
            "AND other.table_name NOT IN ('decision', 'target', 'story'))",
            [story_id],
        )
        made = {row["id"]: (row["seq"], row["name"]) for row in rows}
        grouped: dict[object, list[Decision]] = {}
        for decision in self.of(story_id):
            grouped.setdefault(made.get(decision.id, decision.id), []).append(decision)
        return tuple(
            DecisionStep(made.get(one[0].id, (0, ""))[1] or _NAMES[one[0].kind], tuple(one))
            for one in grouped.values()
        )

    def add(self, story_id: str, kind: DecisionKind, a: Spot, b: Spot) -> Decision:
        """Decides on the link between two readings; a new word on the same two replaces the old."""
        a, b = sorted((a, b))
        same = [
            decision
            for decision in self.of(story_id)
            if (decision.a.article_id, decision.a.span) == a
            and (decision.b.article_id, decision.b.span) == b
        ]
        if same and same[0].kind is kind:
            return same[0]
        decision_id = same[0].id if same else new_id()
        with self._log.change(_NAMES[kind], Place(story_id, *a)) as change:
            change.alter("story", story_id, kept=1)
            change.put(
                "decision",
                {
                    "id": decision_id,
                    "story_id": story_id,
                    "person_id": self._log.author_id(),
                    "kind": kind,
                    "changed": now(),
                },
            )
            if not same:
                described = [self._targets.describe(spot) for spot in (a, b)]
                self._targets.write(change, "decision_id", decision_id, described)
        described_a, described_b = self._targets.of("decision_id", decision_id)
        return Decision(decision_id, story_id, kind, described_a, described_b)

    def remove(self, decision_id: str) -> None:
        """Takes a decision back, so that the engine's own word holds again."""
        row = self._log.connection.row("SELECT story_id FROM decision WHERE id = ?", [decision_id])
        if row is None:
            return
        first = self._targets.of("decision_id", decision_id)[0]
        place = Place(row["story_id"], first.article_id, first.span)
        with self._log.change("Take decision back", place) as change:
            self._targets.write(change, "decision_id", decision_id, ())
            change.remove("decision", decision_id)
