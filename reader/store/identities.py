"""Which story, article, version, tag and rating of one project is which of another."""

from __future__ import annotations

from typing import cast

from reader.store.database import Record
from reader.store.sides import Side
from reader.store.tags import use_id

_COLUMNS = {
    "id": "",
    "story_id": "story",
    "article_id": "article",
    "version_id": "version",
    "tag_id": "tag",
    "parent_id": "tag",
    "rating_id": "rating",
}
"""Columns that name a row, and of which table; "" is the row's own."""


class Identities:
    """Maps the identifiers of `theirs` to those of `ours`, where both have the same thing."""

    def __init__(self, ours: Side, theirs: Side) -> None:
        self._ours = ours
        self._theirs = theirs
        self._maps: dict[str, dict[str, str]] = {}
        self._maps["story"] = self._stories()
        self._maps["story_options"] = self._maps["story"]
        self._maps["article"] = self._articles()
        self._maps["version"] = self._versions()
        self._maps["tag"] = self._tags()
        self._maps["rating"] = self._ratings()

    def row(self, table: str, row: Record) -> Record:
        """A row of theirs with the identifiers that it has here."""
        mapped = dict(row)
        for column, of in _COLUMNS.items():
            value = row.get(column)
            if isinstance(value, str):
                mapped[column] = self._maps.get(of or table, {}).get(value, value)
        if table == "annotation_tag":
            mapped["id"] = use_id(cast(str, row["annotation_id"]), cast(str, mapped["tag_id"]))
        return mapped

    def _stories(self) -> dict[str, str]:
        """Stories of other identifiers are the same where their articles' newest texts are."""
        mine = {_texts(self._ours, one): one for one in self._only(self._ours, "story")}
        return {
            one: mine[texts]
            for one in self._only(self._theirs, "story")
            if (texts := _texts(self._theirs, one)) and texts in mine
        }

    def _articles(self) -> dict[str, str]:
        """Of the same story with the same newest text."""
        mine = {
            (self._ours.tables["article"][one]["story_id"], self._ours.newest(one)): one
            for one in self._only(self._ours, "article")
        }
        same: dict[str, str] = {}
        for their_id in self._only(self._theirs, "article"):
            their_story = cast(str, self._theirs.tables["article"][their_id]["story_id"])
            story_id = self._maps["story"].get(their_story, their_story)
            our_id = mine.get((story_id, self._theirs.newest(their_id)))
            if our_id is not None:
                same[their_id] = our_id
        return same

    def _versions(self) -> dict[str, str]:
        """The same text of the same article is the same version."""
        same: dict[str, str] = {}
        for row in self._theirs.of("version"):
            their_article = cast(str, row["article_id"])
            article_id = self._maps["article"].get(their_article, their_article)
            for mine in self._ours.children("version", "article_id", article_id):
                if mine["sha256"] == row["sha256"]:
                    same[cast(str, row["id"])] = cast(str, mine["id"])
        return same

    def _tags(self) -> dict[str, str]:
        """Tags of other identifiers are the same where their names are, all the way up."""
        mine = {_path(self._ours, one): one for one in self._only(self._ours, "tag")}
        return {
            one: mine[path]
            for one in self._only(self._theirs, "tag")
            if (path := _path(self._theirs, one)) in mine
        }

    def _ratings(self) -> dict[str, str]:
        """Ratings of other identifiers are the same where their names are."""
        mine = {_name(self._ours, one): one for one in self._only(self._ours, "rating")}
        return {
            one: mine[name]
            for one in self._only(self._theirs, "rating")
            if (name := _name(self._theirs, one)) in mine
        }

    def _only(self, side: Side, table: str) -> list[str]:
        """Identifiers that just one side knows: what both know is the same by that."""
        other = self._theirs if side is self._ours else self._ours
        return sorted(side.tables[table].keys() - other.tables[table].keys())


def _texts(side: Side, story_id: str) -> frozenset[str]:
    articles = side.children("article", "story_id", story_id)
    newest = {side.newest(cast(str, row["id"])) for row in articles if row["removed"] is None}
    return frozenset(sha256 for sha256 in newest if sha256 is not None)


def _name(side: Side, rating_id: str) -> str:
    return cast(str, side.tables["rating"][rating_id]["name"]).casefold()


def _path(side: Side, tag_id: str) -> tuple[str, ...]:
    """The names of a tag and of all above it."""
    names: list[str] = []
    seen: set[str] = set()
    at: str | None = tag_id
    while at is not None and at in side.tables["tag"] and at not in seen:
        seen.add(at)
        row = side.tables["tag"][at]
        names.append(cast(str, row["name"]).casefold())
        at = cast("str | None", row["parent_id"])
    return tuple(names)
