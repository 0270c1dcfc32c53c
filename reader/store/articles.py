"""Articles of a story: their metadata, versions, corrected blocks and order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, TypedDict, Unpack, cast

from reader.core.anchoring.anchors import Finding
from reader.core.annotating.annotation import Anchor, Standing, StoredArticle
from reader.core.pace import Pace
from reader.core.text.article import Article, Block, Role
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store import errors
from reader.store.database import Record, Value
from reader.store.events import Place
from reader.store.log import Log
from reader.store.reanchoring import Reanchoring
from reader.store.stamps import new_id, now
from reader.store.texts import Texts
from reader.store.writer import Writer


class Metadata(TypedDict, total=False):
    """What a person may correct about an article; None where it is unknown."""

    title: str | None
    outlet: str | None
    published: date | None
    url: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Replacement:
    """A new version and how each annotation of the article fared, by annotation identifier.

    An annotation with several targets in the article has the worst of their standings.
    """

    sha256: str
    standings: Mapping[str, Standing]


@dataclass(frozen=True, slots=True)
class Version:
    """One text that an article has had; `added` is ISO 8601 UTC."""

    sha256: str
    encoding: str
    added: str


class Articles:
    """The articles of a project's stories."""

    def __init__(self, log: Log, texts: Texts, reanchoring: Reanchoring) -> None:
        self._log = log
        self._texts = texts
        self._reanchoring = reanchoring
        self._connection = log.connection

    def of(self, story_id: str) -> tuple[StoredArticle, ...]:
        """A story's articles in their order, each in its newest version."""
        return self._select("article.story_id = ? AND article.removed IS NULL", story_id)

    def get(self, article_id: str) -> StoredArticle:
        """One article, also one that was removed. Raises Refused where there is none."""
        found = self._select("article.id = ?", article_id)
        if not found:
            raise errors.gone("article")
        return found[0]

    def add(
        self,
        story_id: str,
        sources: Sequence[Source],
        *,
        why: Sequence[str] = (),
        pace: Pace | None = None,
    ) -> tuple[StoredArticle, ...]:
        """Adds articles as one change; a text that the story has already is not doubled.

        Returns the articles in the order of `sources`, those that were there included; one whose
        text was removed from the story comes back. `why` says per source why it is worth comparing.
        Raises StoreError, and Cancelled by `pace`: then none is added.
        """
        reasons = [*why, *("" for _ in sources)]
        name = _named("Add", [source.article for source in sources])
        ids: list[str] = []
        pace = pace or Pace()
        with self._log.change(name, Place(story_id)) as change:
            pace.stage(0.9, len(sources))
            if change.get("story", story_id) is None:
                raise errors.gone("story")
            for source, reason in zip(sources, reasons, strict=False):
                ids.append(self._add(change, story_id, source, reason))
                pace.did()
        by_id = {stored.id: stored for stored in self.of(story_id)}
        return tuple(by_id[article_id] for article_id in ids)

    def _add(self, change: Writer, story_id: str, source: Source, why: str) -> str:
        sha256 = self._texts.add(source)
        row = self._connection.row(
            "SELECT article.id FROM article JOIN version ON version.article_id = article.id "
            "WHERE story_id = ? AND sha256 = ? AND number = "
            "(SELECT max(number) FROM version WHERE article_id = article.id) "
            "ORDER BY removed IS NOT NULL LIMIT 1",
            [story_id, sha256],
        )
        if row is not None:
            change.alter("article", row["id"], removed=None)
            return row["id"]
        last = self._connection.row(
            "SELECT coalesce(max(position), -1) + 1 AS next FROM article WHERE story_id = ?",
            [story_id],
        )
        article = source.article
        article_id = new_id()
        change.put(
            "article",
            {
                "id": article_id,
                "story_id": story_id,
                "position": last["next"] if last else 0,
                "name": article.name,
                "title": article.title,
                "outlet": article.outlet,
                "published": _iso(article.published),
                "language": article.language,
                "url": article.url,
                "source": source.origin,
                "why": why,
                "removed": None,
            },
        )
        self._add_version(change, article_id, 1, source)
        return article_id

    def _add_version(self, change: Writer, article_id: str, number: int, source: Source) -> None:
        version_id = new_id()
        change.put(
            "version",
            {
                "id": version_id,
                "article_id": article_id,
                "number": number,
                "sha256": source.article.sha256,
                "encoding": source.encoding,
                "added": now(),
            },
        )
        for block in source.article.roles:
            change.put("block", _block_row(version_id, block))

    def edit(self, article_id: str, **metadata: Unpack[Metadata]) -> None:
        """Corrects what is known about an article; what is not named stays."""
        stored = self.get(article_id)
        values: dict[str, Value] = {
            key: _iso(value) if isinstance(value, date) else cast("str | None", value)
            for key, value in metadata.items()
        }
        with self._log.change(f"Edit “{_title(stored.article)}”", _place(stored)) as change:
            change.alter("article", article_id, **values)

    def remove(self, article_id: str) -> None:
        """Takes an article out of its story; notes on it stay, listed as lost until it is back."""
        stored = self.get(article_id)
        with self._log.change(f"Remove “{_title(stored.article)}”", _place(stored)) as change:
            change.alter("article", article_id, removed=now())

    def move(self, article_id: str, position: int) -> None:
        """Puts an article at a place in its story's order, 0 being the first."""
        stored = self.get(article_id)
        order = [one.id for one in self.of(stored.story_id) if one.id != article_id]
        order.insert(position, article_id)
        with self._log.change(f"Move “{_title(stored.article)}”", _place(stored)) as change:
            for at, one in enumerate(order):
                change.alter("article", one, position=at)

    def correct_roles(self, article_id: str, blocks: tuple[Block, ...]) -> None:
        """Keeps a person's word on the roles of stretches of the newest version."""
        stored = self.get(article_id)
        length = len(stored.article.text)
        if any(block.span.end > length for block in blocks):
            raise ValueError(f"a block lies outside of its text of {length} code points")
        version_id = self._version_ids(article_id)[-1]
        had = {block: row_id for row_id, block in self._blocks([version_id])[version_id]}
        with self._log.change(
            f"Change roles in “{_title(stored.article)}”", _place(stored)
        ) as change:
            for block, row_id in had.items():
                if block not in blocks:
                    change.remove("block", row_id)
            for block in blocks:
                if block not in had:
                    change.put("block", _block_row(version_id, block))

    def anchored(self, article_id: str) -> Mapping[Anchor, str]:
        """All that `replace` has to find again: each anchor with the text it was made on."""
        return self._reanchoring.anchored(article_id)

    def replace(
        self,
        article_id: str,
        source: Source,
        known: Mapping[Anchor, Finding] = MappingProxyType({}),
    ) -> Replacement:
        """Gives an article a newer text and finds again in it all that points to the older one.

        What is found word for word stays, what moved says so, what is uncertain or lost is kept
        with its quote. The older text remains as a version. Replacing by the same text changes
        nothing. `known` are findings that were worked out beforehand, off the thread.
        """
        stored = self.get(article_id)
        sha256 = source.article.sha256
        standings: Mapping[str, Standing] = {}
        with self._log.change(
            f"New version of “{_title(stored.article)}”", _place(stored)
        ) as change:
            if sha256 != stored.article.sha256:
                self._texts.add(source)
                newer = self._reanchoring.roles(stored.article, source.article)
                self._add_version(
                    change, article_id, len(stored.versions) + 1, replace(source, article=newer)
                )
                standings = self._reanchoring.carry(change, article_id, sha256, known)
        return Replacement(sha256, standings)

    def read_again(
        self,
        article_id: str,
        source: Source,
        known: Mapping[Anchor, Finding] = MappingProxyType({}),
    ) -> Replacement:
        """Gives an article the text that its own bytes are in another encoding; see `replace`.

        A title that was taken from the text is taken from it again.
        """
        stored = self.get(article_id)
        title, text = stored.article.title, _on_one_line(stored.article.text)
        with self._log.change(f"Read “{_title(stored.article)}” as {source.encoding}"):
            replaced = self.replace(article_id, source, known)
            if title and source.article.title and _on_one_line(title) in text:
                self.edit(article_id, title=source.article.title)
        return replaced

    def versions(self, article_id: str) -> tuple[Version, ...]:
        """Every text that an article has had, oldest first."""
        rows = self._connection.rows(
            "SELECT sha256, encoding, added FROM version WHERE article_id = ? ORDER BY number",
            [article_id],
        )
        return tuple(Version(row["sha256"], row["encoding"], row["added"]) for row in rows)

    def text(self, sha256: str) -> str:
        """A version's canonical text. Raises Damaged."""
        return self._texts.text(sha256)

    def raw(self, sha256: str) -> bytes:
        """The bytes that a version was imported from. Raises Damaged."""
        return self._texts.raw(sha256)

    def _version_ids(self, article_id: str) -> list[str]:
        rows = self._connection.rows(
            "SELECT id FROM version WHERE article_id = ? ORDER BY number", [article_id]
        )
        return [row["id"] for row in rows]

    def _select(self, where: str, value: str) -> tuple[StoredArticle, ...]:
        rows = self._connection.rows(
            f"SELECT article.* FROM article WHERE {where} ORDER BY position, id", [value]
        )
        return tuple(self._stored(dict(row)) for row in rows)

    def _stored(self, row: dict[str, Any]) -> StoredArticle:
        versions = self._connection.rows(
            "SELECT id, sha256, encoding FROM version WHERE article_id = ? ORDER BY number",
            [row["id"]],
        )
        if not versions:
            raise errors.damaged(self._connection.path, "an article in it has no text.")
        newest = versions[-1]
        roles = sorted(block for _, block in self._blocks([newest["id"]])[newest["id"]])
        return StoredArticle(
            id=row["id"],
            story_id=row["story_id"],
            position=row["position"],
            article=Article(
                name=row["name"],
                text=self._texts.text(newest["sha256"]),
                title=row["title"],
                outlet=row["outlet"],
                published=None
                if row["published"] is None
                else date.fromisoformat(row["published"]),
                language=row["language"],
                url=row["url"],
                roles=tuple(roles),
            ),
            versions=tuple(version["sha256"] for version in versions),
            encoding=newest["encoding"],
            source=row["source"],
            why=row["why"],
        )

    def _blocks(self, version_ids: Sequence[str]) -> Mapping[str, list[tuple[str, Block]]]:
        marks = ", ".join("?" for _ in version_ids)
        rows = self._connection.rows(
            f'SELECT id, version_id, start, "end", role FROM block WHERE version_id IN ({marks})',
            version_ids,
        )
        blocks: defaultdict[str, list[tuple[str, Block]]] = defaultdict(list)
        for row in rows:
            block = Block(Span(row["start"], row["end"]), Role(row["role"]))
            blocks[row["version_id"]].append((row["id"], block))
        return blocks


def _block_row(version_id: str, block: Block) -> Record:
    return {
        "id": new_id(),
        "version_id": version_id,
        "start": block.span.start,
        "end": block.span.end,
        "role": block.role,
    }


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _place(stored: StoredArticle) -> Place:
    return Place(stored.story_id, stored.id)


def _title(article: Article) -> str:
    return article.outlet or article.title or article.name


def _named(verb: str, articles: Sequence[Article]) -> str:
    if len(articles) == 1:
        return f"{verb} “{_title(articles[0])}”"
    return f"{verb} {len(articles)} articles"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
