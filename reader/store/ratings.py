"""The scale by which claims are rated: edited as a whole, and never taken away from a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.core.annotating.annotation import Rating
from reader.store import errors
from reader.store.codebook import rating_row
from reader.store.log import Log
from reader.store.stamps import new_id


class Ratings:
    """The ratings of a project."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._connection = log.connection

    def all(self) -> tuple[Rating, ...]:
        """The scale in its order, the archived ratings included."""
        rows = self._connection.rows("SELECT * FROM rating ORDER BY position, name, id")
        return tuple(
            Rating(
                row["id"],
                row["name"],
                row["colour"],
                row["description"],
                bool(row["archived"]),
                row["position"],
            )
            for row in rows
        )

    def arrange(self, scale: Sequence[Rating]) -> tuple[Rating, ...]:
        """Makes the scale these ratings in this order, as one change; returns it as it is kept.

        One of an identifier that is not here is new, under an identifier of its own. One that is
        left out is archived and stands last: notes may have it. Raises Refused where a name is
        empty or stands twice.
        """
        known = {rating.id for rating in self.all()}
        named = {rating.id for rating in scale}
        left = [replace(one, archived=True) for one in self.all() if one.id not in named]
        arranged = tuple(
            replace(
                one,
                id=one.id if one.id in known else new_id(),
                name=one.name.strip(),
                description=one.description.strip(),
                position=position,
            )
            for position, one in enumerate((*scale, *left))
        )
        _check(arranged)
        with self._log.change("Edit the scale of ratings") as change:
            for rating in arranged:
                change.put("rating", rating_row(rating))
        return arranged

    def uses(self, *, person_id: str | None = None) -> dict[str, int]:
        """How many annotations that are not removed have each rating, by its identifier.

        Of one person only for reading blind.
        """
        rows = self._connection.rows(
            "SELECT rating_id, count(*) AS uses FROM annotation WHERE removed IS NULL "
            "AND rating_id IS NOT NULL AND (? IS NULL OR person_id = ?) GROUP BY rating_id",
            [person_id, person_id],
        )
        return {one.id: 0 for one in self.all()} | {row["rating_id"]: row["uses"] for row in rows}


def _check(scale: Sequence[Rating]) -> None:
    seen: set[str] = set()
    for rating in scale:
        if not rating.name:
            raise errors.Refused("A rating needs a name.", "Type one.")
        if rating.name.casefold() in seen:
            raise errors.Refused(
                f"Two ratings are called “{rating.name}”.",
                "Give one of them another name; an archived rating keeps its name.",
            )
        seen.add(rating.name.casefold())
