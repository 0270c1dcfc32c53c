"""Format 2: any key for a tag, ratings as rows, merged tags remembered; and the log of format 1.

The log is never rewritten: its rows of format 1 are read through `as_now`, so that what was done
before can still be undone. New columns are added and old ones dropped; no table is made anew,
since others point to it.
"""

from __future__ import annotations

import json
import sqlite3

from reader.store.codebook import first_ratings, rating_id, rating_row
from reader.store.database import Record
from reader.store.stamps import new_id

_RATING = """
CREATE TABLE rating (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    colour TEXT NOT NULL,
    description TEXT NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
    position INTEGER NOT NULL
) STRICT
"""

_MERGED_TAG = "CREATE TABLE merged_tag (id TEXT PRIMARY KEY, into_id TEXT NOT NULL) STRICT"
"""Where the uses of a tag went that is no more, so that it does not come back from a copy."""

_BEFORE = (
    _RATING,
    _MERGED_TAG,
    "ALTER TABLE annotation ADD COLUMN rating_id TEXT "
    "REFERENCES rating (id) DEFERRABLE INITIALLY DEFERRED",
    "ALTER TABLE tag ADD COLUMN hotkey_text TEXT",
    "ALTER TABLE story_options ADD COLUMN shown REAL NOT NULL DEFAULT 0.5",
    "ALTER TABLE story_options ADD COLUMN faintest REAL NOT NULL DEFAULT 0.25",
    "UPDATE tag SET hotkey_text = CAST(hotkey AS TEXT)",
)
_AFTER = (
    "ALTER TABLE annotation DROP COLUMN rating",
    "ALTER TABLE tag DROP COLUMN hotkey",
    "ALTER TABLE tag RENAME COLUMN hotkey_text TO hotkey",
)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Makes a project of format 1 one of format 2, within an open transaction."""
    for statement in _BEFORE:
        connection.execute(statement)
    begun = connection.execute("SELECT person_id, at FROM change ORDER BY seq LIMIT 1").fetchone()
    if begun is not None:  # a project that is just being made gets its scale with its codebook
        _make_scale(connection, *begun)
    for statement in _AFTER:
        connection.execute(statement)


def as_now(table: str, row: Record) -> Record:
    """A logged row of any format as the tables hold it now."""
    if table == "story_options" and "shown" not in row:
        return {**row, "shown": 0.5, "faintest": 0.25}
    if table == "tag" and isinstance(row["hotkey"], int):
        return {**row, "hotkey": str(row["hotkey"])}
    if table == "annotation" and "rating" in row:
        word = row["rating"]
        kept = {column: value for column, value in row.items() if column != "rating"}
        return {**kept, "rating_id": rating_id(word) if isinstance(word, str) else None}
    return row


def _make_scale(connection: sqlite3.Connection, person_id: str, at: str) -> None:
    """Enters the first scale and every other word that was ever a rating, through the log.

    As of the moment `at` which the project was made: merging must not take it for a later word
    than what somebody made of their scale since.
    """
    rows = [rating_row(rating) for rating in first_ratings()]
    known = {row["name"] for row in rows}
    for word in sorted(_words(connection) - known):
        rows.append(
            {
                "id": rating_id(word),
                "name": word,
                "colour": "grey",
                "description": "",
                "archived": 0,
                "position": len(rows),
            }
        )
    place = json.dumps({"article_id": None, "span": None, "annotation_id": None})
    seq = connection.execute(
        "INSERT INTO change (id, at, person_id, name, kind, undone_seq, story_id, place) "
        "VALUES (?, ?, ?, 'Bring the project up to date', 'final', NULL, NULL, ?)",
        [new_id(), at, person_id, place],
    ).lastrowid
    for row in rows:
        connection.execute(
            "INSERT INTO rating (id, name, colour, description, archived, position) "
            "VALUES (:id, :name, :colour, :description, :archived, :position)",
            row,
        )
        connection.execute(
            "INSERT INTO event (change_seq, table_name, row_id, owner_id, before, after) "
            "VALUES (?, 'rating', ?, ?, NULL, ?)",
            [seq, row["id"], row["id"], json.dumps(row, ensure_ascii=False)],
        )
        connection.execute(
            "UPDATE annotation SET rating_id = ? WHERE rating = ?", [row["id"], row["name"]]
        )


def _words(connection: sqlite3.Connection) -> set[str]:
    """Every word that a note has ever been rated with; undo may bring each of them back."""
    words: set[str] = set()
    for (after,) in connection.execute(
        "SELECT after FROM event WHERE table_name = 'annotation' AND after IS NOT NULL"
    ):
        word = json.loads(after)["rating"]
        if isinstance(word, str):
            words.add(word)
    return words
