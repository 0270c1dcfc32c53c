"""Search over article texts, notes and quotes: whatever is typed is legal, what is in is found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import cast

from reader.core.text.canonical import canonical
from reader.core.text.span import Span
from reader.store.database import Connection
from reader.store.search_index import fold, fold_with_origins
from reader.store.texts import Texts

_TRIGRAM = 3
"""The tokenizer finds no shorter substring (https://www.sqlite.org/fts5.html#the_trigram_tokenizer);
those are looked for in the folded text itself."""

_AROUND = 60
"""Code points of context on each side of the first hit in a snippet."""


class HitKind(StrEnum):
    ARTICLE = "article"
    NOTE = "note"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where all that was searched for stands.

    `span` is of the first match in the article's newest version (for a quote, of the whole
    target), None for notes and for targets that are lost. `marks` are all matches inside `snippet`.
    """

    kind: HitKind
    story_id: str
    article_id: str | None
    annotation_id: str | None
    span: Span | None
    snippet: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a text with its matches: offsets of code points in the whole text."""

    start: int
    text: str
    matches: tuple[Span, ...]


class Search:
    """Finds words and phrases in a project."""

    def __init__(self, connection: Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts

    def __call__(
        self, query: str, story_id: str | None = None, *, limit: int = 1000
    ) -> tuple[Hit, ...]:
        """Articles, then notes, then quotes that hold every word and “quoted phrase” of the query.

        Case, accents and compatible forms are one; a word matches inside of longer ones. In an
        article each line with the most words of the query is one hit. `limit` is for each of the
        three: what is in many articles hides no note.
        """
        terms = parse(query)
        if not terms:
            return ()
        finders = (self._articles, self._notes, self._quotes)
        return tuple(hit for find in finders for hit in islice(find(terms, story_id), limit))

    def in_articles(self, query: str, story_id: str | None = None) -> Iterator[Hit]:
        """The hits in articles, an article's at a time: whoever may not wait asks in slices."""
        terms = parse(query)
        return self._articles(terms, story_id) if terms else iter(())

    def annotations(self, query: str, story_id: str, *, removed: bool = False) -> frozenset[str]:
        """Annotations, or deleted ones, in whose note and quotes together every word stands."""
        terms = parse(query)
        if not terms:
            return frozenset()
        question, values = _holding(terms)
        rows = self._connection.rows(
            f"SELECT id FROM annotation WHERE story_id = ? AND (removed IS NOT NULL) = ? "
            f"AND id IN ({question})",
            [story_id, int(removed), *values],
        )
        return frozenset(row["id"] for row in rows)

    def _entries(self, kind: str, terms: Sequence[str]) -> tuple[str, list[str]]:
        """A question for the owners of the entries that hold all terms, and its values."""
        long = [term for term in terms if len(term) >= _TRIGRAM]
        conditions = [f"kind = '{kind}'"]
        values: list[str] = []
        if long:
            conditions.append(
                "number IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)"
            )
            values.append(" AND ".join('"' + term.replace('"', '""') + '"' for term in long))
        for term in terms:
            if len(term) < _TRIGRAM:
                conditions.append("instr(folded, ?) > 0")
                values.append(term)
        return f"SELECT owner_id FROM search_entry WHERE {' AND '.join(conditions)}", values

    def _articles(self, terms: Sequence[str], story_id: str | None) -> Iterator[Hit]:
        entries, values = self._entries("text", terms)
        rows = self._connection.rows(
            "SELECT article.id, article.story_id, sha256 FROM article "
            "JOIN story ON story.id = story_id JOIN version ON version.article_id = article.id "
            "AND number = (SELECT max(number) FROM version WHERE article_id = article.id) "
            f"WHERE sha256 IN ({entries}) AND article.removed IS NULL AND story.removed IS NULL "
            "AND (? IS NULL OR story_id = ?) ORDER BY story.position, article.position, article.id",
            [*values, story_id, story_id],
        )
        for row in rows:
            for line in _best_lines(self._texts.text(row["sha256"]), terms):
                snippet, marks = _snippet(line)
                span = line.matches[0].shifted(line.start)
                yield Hit(HitKind.ARTICLE, row["story_id"], row["id"], None, span, snippet, marks)

    def _notes(self, terms: Sequence[str], story_id: str | None) -> Iterator[Hit]:
        entries, values = self._entries("note", terms)
        rows = self._connection.rows(
            "SELECT annotation.id, story_id, coalesce(draft.note, annotation.note) AS note "
            "FROM annotation JOIN story ON story.id = story_id "
            "LEFT JOIN draft ON draft.annotation_id = annotation.id "
            f"WHERE annotation.id IN ({entries}) AND annotation.removed IS NULL "
            "AND story.removed IS NULL AND (? IS NULL OR story_id = ?) "
            "ORDER BY story.position, annotation.created, annotation.id",
            [*values, story_id, story_id],
        )
        for row in rows:
            for line in islice(_best_lines(row["note"], terms), 1):
                snippet, marks = _snippet(line)
                yield Hit(HitKind.NOTE, row["story_id"], None, row["id"], None, snippet, marks)

    def _quotes(self, terms: Sequence[str], story_id: str | None) -> Iterator[Hit]:
        entries, values = self._entries("quote", terms)
        rows = self._connection.rows(
            "SELECT annotation.id, story_id, target.article_id, quote, found_start, found_end "
            "FROM annotation JOIN story ON story.id = story_id "
            "JOIN target ON target.annotation_id = annotation.id "
            f"WHERE annotation.id IN ({entries}) AND annotation.removed IS NULL "
            "AND story.removed IS NULL AND (? IS NULL OR story_id = ?) "
            "ORDER BY story.position, annotation.created, annotation.id, target.position",
            [*values, story_id, story_id],
        )
        for row in rows:
            lost = row["found_start"] is None
            span = None if lost else Span(row["found_start"], row["found_end"])
            for line in islice(_best_lines(row["quote"], terms), 1):
                snippet, marks = _snippet(line)
                yield Hit(
                    HitKind.QUOTE,
                    row["story_id"],
                    row["article_id"],
                    row["id"],
                    span,
                    snippet,
                    marks,
                )


def _holding(terms: Sequence[str]) -> tuple[str, list[str]]:
    """A question for the annotations of which note or quotes hold each term, and its values."""
    questions: list[str] = []
    values: list[str] = []
    for term in terms:
        if len(term) < _TRIGRAM:
            condition = "instr(folded, ?) > 0"
            values.append(term)
        else:
            condition = "number IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)"
            values.append('"' + term.replace('"', '""') + '"')
        questions.append(f"SELECT owner_id FROM search_entry WHERE kind <> 'text' AND {condition}")
    return " INTERSECT ".join(questions), values


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line of a text that holds most of what was searched for, cut around the first match.

    `marks` are all matches inside `words`.
    """

    words: str
    marks: tuple[Span, ...]


def excerpt(text: str, terms: Sequence[str]) -> Excerpt | None:
    """Where the terms, as `parse` gives them, stand in a text; None where none does."""
    for line in islice(_best_lines(text, terms), 1):
        return Excerpt(*_snippet(line))
    return None


def parse(query: str) -> tuple[str, ...]:
    """The folded words and quoted phrases of what a person typed, each once.

    Straight and curly double quotes make phrases; one that is not closed reaches to the end.
    """
    terms: list[str] = []
    query = canonical(query)  # a lone surrogate cannot be bound
    for phrase, word in cast(
        "list[tuple[str, str]]", re.findall(r"[\"“”„]([^\"“”„\n]*)[\"“”„]?|([^\s\"“”„]+)", query)
    ):
        term = fold(phrase.strip() or word)
        if term and term not in terms:
            terms.append(term)
    return tuple(terms)


def _best_lines(text: str, terms: Sequence[str]) -> Iterator[_Line]:
    """The lines of a text that hold the most of the terms."""
    lines = text.split("\n")
    counts = [sum(term in folded for term in terms) for folded in map(fold, lines)]
    best = max(counts)
    start = 0
    for line, count in zip(lines, counts, strict=True):
        if count and count == best:
            yield _Line(start, line, _matches(line, terms))
        start += len(line) + 1


def _matches(line: str, terms: Sequence[str]) -> tuple[Span, ...]:
    """Where the terms stand in a line, in code points; spans that overlap are joined."""
    folded, origins = fold_with_origins(line)
    origins.append(len(line))
    spans: list[Span] = []
    for term in terms:
        at = folded.find(term)
        while at >= 0:
            last = at + len(term)
            spans.append(Span(origins[at], max(origins[last - 1] + 1, origins[last])))
            at = folded.find(term, last)
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = joined[-1].hull(span)
        else:
            joined.append(span)
    return tuple(joined)


def _snippet(line: _Line) -> tuple[str, tuple[Span, ...]]:
    """The line around its first match, with the matches that are inside."""
    first = line.matches[0]
    start = max(0, first.start - _AROUND)
    end = min(len(line.text), max(first.end, start + 2 * _AROUND) + _AROUND)
    before, after = "…" if start else "", "…" if end < len(line.text) else ""
    marks = tuple(match.shifted(len(before) - start) for match in line.matches if match.end <= end)
    return before + line.text[start:end] + after, marks
