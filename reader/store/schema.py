"""The tables of a project, made and brought up to date by sqlite-utils' `Migrations`.

`LOGGED` names every table that changes only through the log, with its columns in order. A text is
outside of the log because it never changes: its key is the hash of what it holds.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from reader.store import second_format as second

APPLICATION_ID = 0x53524452
"""'SRDR' at offset 68 of the file (https://www.sqlite.org/fileformat2.html#application_id)."""

VERSION = 2
"""`PRAGMA user_version` of the newest format this program writes."""

LOGGED: dict[str, tuple[str, ...]] = {
    "person": ("id", "name"),
    "story": ("id", "title", "position", "created", "kept", "removed"),
    "story_options": ("id", "minimum_run", "roles", "kinds", "shown", "faintest"),
    "article": (
        "id",
        "story_id",
        "position",
        "name",
        "title",
        "outlet",
        "published",
        "language",
        "url",
        "source",
        "why",
        "removed",
    ),
    "version": ("id", "article_id", "number", "sha256", "encoding", "added"),
    "block": ("id", "version_id", "start", "end", "role"),
    "tag": (
        "id",
        "name",
        "colour",
        "description",
        "parent_id",
        "archived",
        "position",
        "hotkey",
    ),
    "merged_tag": ("id", "into_id"),
    "rating": ("id", "name", "colour", "description", "archived", "position"),
    "annotation": (
        "id",
        "story_id",
        "person_id",
        "note",
        "confidence",
        "status",
        "created",
        "changed",
        "removed",
        "rating_id",
    ),
    "annotation_tag": ("id", "annotation_id", "tag_id", "position"),
    "evidence": ("id", "annotation_id", "position", "place", "title", "quote", "seen"),
    "relation": ("id", "from_id", "to_id", "kind", "person_id", "created"),
    "review": ("id", "story_id", "person_id", "state", "changed"),
    "decision": ("id", "story_id", "person_id", "kind", "changed"),
    "target": (
        "id",
        "annotation_id",
        "review_id",
        "decision_id",
        "position",
        "article_id",
        "sha256",
        "start",
        "end",
        "quote",
        "prefix",
        "suffix",
        "found_start",
        "found_end",
        "standing",
        "candidates",
    ),
}

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE text (
    sha256 TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    raw BLOB NOT NULL,
    raw_sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;

CREATE TABLE story (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    position INTEGER NOT NULL,
    created TEXT NOT NULL,
    kept INTEGER NOT NULL CHECK (kept IN (0, 1)),
    removed TEXT
) STRICT;

CREATE TABLE story_options (
    id TEXT PRIMARY KEY REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED,
    minimum_run INTEGER NOT NULL,
    roles TEXT NOT NULL,
    kinds TEXT NOT NULL
) STRICT;

CREATE TABLE article (
    id TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    published TEXT,
    language TEXT,
    url TEXT,
    source TEXT NOT NULL,
    why TEXT NOT NULL,
    removed TEXT
) STRICT;
CREATE INDEX article_of_story ON article (story_id);

CREATE TABLE version (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES text (sha256),
    encoding TEXT NOT NULL,
    added TEXT NOT NULL
) STRICT;
CREATE INDEX version_of_article ON version (article_id);
CREATE INDEX version_of_text ON version (sha256);

CREATE TABLE block (
    id TEXT PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES version (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    role TEXT NOT NULL,
    CHECK (0 <= start AND start <= "end")
) STRICT;
CREATE INDEX block_of_version ON block (version_id);

CREATE TABLE tag (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    colour TEXT NOT NULL,
    hotkey INTEGER,
    description TEXT NOT NULL,
    parent_id TEXT REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX tag_of_parent ON tag (parent_id);

CREATE TABLE annotation (
    id TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT NOT NULL,
    rating TEXT,
    confidence INTEGER CHECK (confidence BETWEEN 0 AND 100),
    status TEXT NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    removed TEXT
) STRICT;
CREATE INDEX annotation_of_story ON annotation (story_id);

CREATE TABLE annotation_tag (
    id TEXT PRIMARY KEY,
    annotation_id TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
    tag_id TEXT NOT NULL REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    UNIQUE (annotation_id, tag_id)
) STRICT;
CREATE INDEX annotation_tag_of_tag ON annotation_tag (tag_id);

CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    annotation_id TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    place TEXT NOT NULL,
    title TEXT NOT NULL,
    quote TEXT NOT NULL,
    seen TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_of_annotation ON evidence (annotation_id);

CREATE TABLE relation (
    id TEXT PRIMARY KEY,
    from_id TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
    to_id TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL
) STRICT;
CREATE INDEX relation_of_from ON relation (from_id);
CREATE INDEX relation_of_to ON relation (to_id);

CREATE TABLE review (
    id TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL,
    changed TEXT NOT NULL
) STRICT;
CREATE INDEX review_of_story ON review (story_id);

CREATE TABLE decision (
    id TEXT PRIMARY KEY,
    story_id TEXT NOT NULL REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    changed TEXT NOT NULL
) STRICT;
CREATE INDEX decision_of_story ON decision (story_id);

CREATE TABLE target (
    id TEXT PRIMARY KEY,
    annotation_id TEXT REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
    review_id TEXT REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
    decision_id TEXT REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    sha256 TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    found_start INTEGER,
    found_end INTEGER,
    standing TEXT NOT NULL,
    candidates TEXT NOT NULL,
    CHECK (0 <= start AND start <= "end"),
    CHECK (0 <= found_start AND found_start <= found_end),
    CHECK ((annotation_id IS NOT NULL) + (review_id IS NOT NULL) + (decision_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX target_of_annotation ON target (annotation_id) WHERE annotation_id IS NOT NULL;
CREATE INDEX target_of_review ON target (review_id) WHERE review_id IS NOT NULL;
CREATE INDEX target_of_decision ON target (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX target_of_article ON target (article_id);
"""

_DRAFT = """
CREATE TABLE draft (
    annotation_id TEXT PRIMARY KEY REFERENCES annotation (id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT NOT NULL,
    visit TEXT NOT NULL,
    note TEXT NOT NULL,
    saved TEXT NOT NULL
) STRICT;
"""

_LOG = """
CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    person_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'final')),
    undone_seq INTEGER REFERENCES change (seq),
    story_id TEXT,
    place TEXT NOT NULL
) STRICT;

CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    change_seq INTEGER NOT NULL REFERENCES change (seq),
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX event_of_change ON event (change_seq);
CREATE INDEX event_of_owner ON event (owner_id);

CREATE TRIGGER change_is_not_rewritten BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER change_is_not_deleted BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER event_is_not_rewritten BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
"""

# No triggers here: under trusted_schema = OFF none may touch a virtual table, so `search_index`
# keeps entry and index in step within the transaction of the change.
_SEARCH = """
CREATE TABLE search_entry (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'note', 'quote')),
    owner_id TEXT NOT NULL,
    folded TEXT NOT NULL,
    UNIQUE (kind, owner_id)
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
    folded, content = 'search_entry', content_rowid = 'number',
    tokenize = 'trigram case_sensitive 1'
);
"""

migrations = Migrations("reader")


@migrations()
def first_format(db: Database) -> None:
    """Every table of format 1."""
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.executescript(_TABLES)
    db.executescript(_DRAFT)
    db.executescript(_LOG)
    db.executescript(_SEARCH)
    db.conn.execute("PRAGMA user_version = 1")


@migrations()
def second_format(db: Database) -> None:
    """Tags with any key; a scale of ratings that can be edited; from where links are shown."""
    second.bring_up_to_date(db.conn)
    db.conn.execute("PRAGMA user_version = 2")
