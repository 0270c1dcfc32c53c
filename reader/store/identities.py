"""Which story, article, version, tag and rating of one project is which of another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from reader.store.database import Record
from reader.store.history import Rows
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

    def __init__(self, ours: Side, theirs: Side, gone: Mapping[str, str | None]) -> None:
        """`gone` are tags that one side took away, with the tag that has their uses now."""
        self._ours = ours
        self._theirs = theirs
        self._maps: dict[str, dict[str, str]] = {}
        self._maps["story"] = self._stories()
        self._maps["story_options"] = self._maps["story"]
        self._maps["article"] = self._articles()
        self._maps["version"] = self._versions()
        self._maps["tag"] = self._tags()
        self._maps["rating"] = self._ratings()
        tags = self._maps["tag"]
        self.gone = {
            one: into if into is None else tags.get(into, into) for one, into in gone.items()
        }
        """The same by the identifiers of `ours`."""
        tags.update({one: into for one, into in self.gone.items() if into is not None})

    def row(self, table: str, row: Record) -> Record:
        """A row of theirs with the identifiers that it has here."""
        mapped = dict(row)
        for column, of in _COLUMNS.items():
            value = row.get(column)
            if isinstance(value, str):
                mapped[column] = self._maps.get(of or table, {}).get(value, value)
        if table == "tag" and mapped["parent_id"] == mapped["id"]:  # it stood below a gone one
            mapped["parent_id"] = self._above(cast(str, row["parent_id"]))
        if table == "annotation_tag":
            mapped["id"] = use_id(cast(str, row["annotation_id"]), cast(str, mapped["tag_id"]))
        return mapped

    def without_gone(self, rows: Rows) -> Rows:
        """The rows of an annotation with the tags that have the uses of those that are gone."""
        kept: Rows = {}
        for key, row in sorted(
            rows.items(), key=lambda item: item[1].get("tag_id") not in self.gone
        ):
            if key[0] == "annotation_tag" and row["tag_id"] in self.gone:
                into = self.gone[row["tag_id"]]
                if into is not None:
                    row_id = use_id(cast(str, row["annotation_id"]), into)
                    kept[key[0], row_id] = {**row, "id": row_id, "tag_id": into}
            else:
                kept[key] = row
        return kept

    def _stories(self) -> dict[str, str]:
        """Stories of other identifiers are the same where at least half of their articles are."""
        ours = {one: _articles(self._ours, one) for one in self._only(self._ours, "story")}
        theirs = {one: _articles(self._theirs, one) for one in self._only(self._theirs, "story")}
        alike: list[tuple[float, list[str], str, str]] = []
        for their_id, their_articles in theirs.items():
            for our_id, our_articles in ours.items():
                shared = sum(any(a & b for b in our_articles) for a in their_articles)
                part = shared / max(len(our_articles), len(their_articles), 1)
                if part >= _SAME_STORY:
                    texts = sorted({text for one in our_articles for text in one})
                    alike.append((-part, texts, our_id, their_id))
        return _paired((our_id, their_id) for _, _, our_id, their_id in sorted(alike))

    def _articles(self) -> dict[str, str]:
        """Of the same story with the same newest text, else with a version in common."""
        ours = [
            (one, *self._versions_of(self._ours, one)) for one in self._only(self._ours, "article")
        ]
        theirs = [
            (one, *self._versions_of(self._theirs, one))
            for one in self._only(self._theirs, "article")
        ]
        alike: list[tuple[bool, str, str, str]] = []
        for their_id, their_story, their_texts in theirs:
            story_id = self._maps["story"].get(their_story, their_story)
            for our_id, our_story, our_texts in ours:
                if our_story == story_id and our_texts & their_texts:
                    newest = self._theirs.newest(their_id)
                    other = self._ours.newest(our_id) != newest
                    alike.append((other, min(our_texts & their_texts), our_id, their_id))
        return _paired((our_id, their_id) for _, _, our_id, their_id in sorted(alike))

    def _versions_of(self, side: Side, article_id: str) -> tuple[str, frozenset[str]]:
        """The story of an article and the hashes of every text that it has had."""
        rows = side.children("version", "article_id", article_id)
        story_id = cast(str, side.tables["article"][article_id]["story_id"])
        return story_id, frozenset(cast(str, row["sha256"]) for row in rows)

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

    def _above(self, their_tag: str) -> str | None:
        """The tag above one of theirs, by the identifiers of `ours`."""
        parent = cast("str | None", self._theirs.tables["tag"][their_tag]["parent_id"])
        return None if parent is None else self._maps["tag"].get(parent, parent)

    def _only(self, side: Side, table: str) -> list[str]:
        """Identifiers that just one side knows: what both know is the same by that."""
        other = self._theirs if side is self._ours else self._ours
        return sorted(side.tables[table].keys() - other.tables[table].keys())


_SAME_STORY = 0.5
"""Part of the larger story's articles that two must share to be one story."""


def _articles(side: Side, story_id: str) -> list[frozenset[str]]:
    """For each article of a story the hashes of every text that it has had."""
    return [
        frozenset(
            cast(str, version["sha256"])
            for version in side.children("version", "article_id", cast(str, row["id"]))
        )
        for row in side.children("article", "story_id", story_id)
        if row["removed"] is None
    ]


def _paired(alike: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Theirs to ours, each at most once, the first pairs first."""
    same: dict[str, str] = {}
    taken: set[str] = set()
    for our_id, their_id in alike:
        if our_id not in taken and their_id not in same:
            taken.add(our_id)
            same[their_id] = our_id
    return same


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
