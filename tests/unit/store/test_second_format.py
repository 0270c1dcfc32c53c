"""A project of format 1, made by the code of its day, is brought up to date and loses nothing."""

from __future__ import annotations

import gzip
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.annotating.annotation import Rating
from reader.store import second_format
from reader.store.codebook import first_ratings, rating_id
from reader.store.database import Record
from reader.store.events import replay
from reader.store.project import Project
from reader.store.schema import VERSION

OLD = Path(__file__).parents[2] / "golden" / "projects" / "format-1.reader.gz"
Tables = Callable[[Project], dict[str, dict[str, Record]]]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "work.reader"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    return path


def version_of(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()


def test_its_keys_and_ratings_are_there_and_a_copy_stands_beside(old: Path) -> None:
    before = old.read_bytes()
    project = Project.open(old)
    keys = {tag.name: tag.hotkey for tag in project.tags.all()}
    assert (keys["claim"], keys["figure"], keys["hedge"]) == ("1", None, "2")
    scale = [rating.name for rating in project.ratings.all()]
    assert scale == [*(one.name for one in first_ratings()), "half true"]
    (story,) = project.stories.all()
    first, second = project.annotations.of(story.id)
    assert (first.rating_id, first.confidence) == (rating_id("contradicted"), 60)
    assert second.rating_id == project.ratings.all()[-1].id
    assert (first.note, second.note) == ("left behind by a crash", "typed")
    (gone,) = project.annotations.removed(story.id)
    assert gone.rating_id == rating_id("opinion")
    project.close()
    copy = old.with_name("work.format-1.reader")
    assert sorted(os.listdir(old.parent)) == sorted([copy.name, old.name])
    assert (version_of(copy), version_of(old)) == (1, VERSION)
    assert before != old.read_bytes()
    after = old.read_bytes()
    Project.open(old).close()
    assert old.read_bytes() == after


def test_all_that_was_done_in_it_can_be_undone_and_done_again(old: Path, tables: Tables) -> None:
    project = Project.open(old)
    project.log.undo()  # what a crash had left becomes a step, and is taken back
    project.log.redo()
    as_found = tables(project)
    assert replay(project.log.all_events()) == as_found
    steps = 0
    while project.log.undo() is not None:
        steps += 1
    assert steps > 12
    assert project.annotations.of("any") == ()
    assert [tag.hotkey for tag in project.tags.all()] == [*"12345678"]
    while project.log.redo() is not None:
        steps -= 1
    assert steps == 0
    assert tables(project) == as_found
    assert replay(project.log.all_events()) == as_found
    project.close()


def test_an_earlier_state_of_a_note_can_be_restored(old: Path) -> None:
    project = Project.open(old)
    (story,) = project.stories.all()
    note = project.annotations.of(story.id)[0]
    entry = next(
        one
        for one in project.annotations.history(note.id)
        if one.state is not None and one.state.rating_id == rating_id("supported")
    )
    project.annotations.restore_state(note.id, entry.seq)
    restored = project.annotations.get(note.id)
    assert (restored.rating_id, restored.confidence) == (rating_id("supported"), 80)
    project.close()


def test_one_that_cannot_be_written_is_read_all_the_same(old: Path) -> None:
    before = old.read_bytes()
    project = Project.open(old, read_only=True)
    assert [one.title for one in project.stories.all()] == ["The visit"]
    assert project.tags.all()[0].hotkey == "1"
    assert len(project.ratings.all()) == 6
    with Project.again(project.same, read_only=True) as again:
        assert again.tags.all() == project.tags.all()
    project.close()
    assert old.read_bytes() == before
    assert os.listdir(old.parent) == [old.name]


def test_one_that_is_merged_stays_as_it_is_and_takes_nobodys_newer_scale_back(
    old: Path, tmp_path: Path
) -> None:
    project = Project.create(tmp_path / "mine.reader")
    first, *others = project.ratings.all()
    project.ratings.arrange([replace(first, name="borne out"), *others])
    before = old.read_bytes()
    project.merge_from(old)
    assert old.read_bytes() == before
    names = [rating.name for rating in project.ratings.all()]
    assert names[0] == "borne out"
    assert "half true" in names
    (story,) = project.stories.all()
    assert project.annotations.of(story.id)[0].rating_id == rating_id("contradicted")
    project.close()


def test_it_is_left_as_it_was_where_bringing_it_up_to_date_fails(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statements = (*second_format._AFTER, "SELECT * FROM no_such_table")
    monkeypatch.setattr(second_format, "_AFTER", statements)
    with pytest.raises(sqlite3.OperationalError):
        Project.open(old)
    assert version_of(old) == 1
    monkeypatch.undo()
    project = Project.open(old)
    assert Rating(
        rating_id("opinion"),
        "opinion",
        "violet",
        first_ratings()[-1].description,
        position=4,
    ) in project.ratings.all()  # fmt: skip
    project.close()
