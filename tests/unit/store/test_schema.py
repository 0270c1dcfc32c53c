"""The tables as they are made, and as the log knows them."""

from __future__ import annotations

import sqlite3

import pytest

from reader.store.project import Project
from reader.store.schema import APPLICATION_ID, LOGGED, VERSION


def _table_names(project: Project) -> set[str]:
    rows = project.log.connection.rows(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite_%'"
    )
    return {row["name"] for row in rows}


def test_the_log_knows_every_column_of_what_it_changes(project: Project) -> None:
    for table, columns in LOGGED.items():
        rows = project.log.connection.rows(f'PRAGMA table_info("{table}")')
        assert tuple(row["name"] for row in rows) == columns


def test_every_table_is_logged_or_has_a_reason_not_to_be(project: Project) -> None:
    outside = {
        "meta",  # written once, when the project is made
        "text",  # never changes: its key is its hash
        "draft",  # becomes a change when the person leaves the note
        "change",
        "event",
        "search_entry",  # derived
        "_sqlite_migrations",
    }
    assert _table_names(project) - LOGGED.keys() == outside


def test_every_table_is_strict(project: Project) -> None:
    rows = project.log.connection.rows(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite_%'"
    )
    assert {row["name"] for row in rows if not row["strict"]} == set()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("application_id", APPLICATION_ID),
        ("user_version", VERSION),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("synchronous", 2),
        ("journal_mode", "delete"),
    ],
)
def test_how_a_project_is_opened(project: Project, pragma: str, value: object) -> None:
    row = project.log.connection.row(f"PRAGMA {pragma}")
    assert row is not None
    assert row[0] == value


def test_rows_that_point_nowhere_are_refused(project: Project) -> None:
    with pytest.raises(sqlite3.IntegrityError), project.log.change("Forge") as change:
        change.put("evidence", {"id": "e", "annotation_id": "none", "position": 0, "place": "",
                                "title": "", "quote": "", "seen": ""})  # fmt: skip
    assert project.log.undo_name is None


def test_a_change_outside_of_a_transaction_is_our_mistake(project: Project) -> None:
    with pytest.raises(AssertionError, match="outside of a transaction"):
        project.log.connection.run("DELETE FROM tag")
