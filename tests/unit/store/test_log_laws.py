"""Laws of the log under random changes: replaying gives the tables, undo then redo is identity."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.store.events import replay
from reader.store.project import Project
from tests.support.hand import Hand

Tables = Callable[[Project], dict[str, dict[str, dict[str, object]]]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws")


def _check_listing(project: Project) -> None:
    """What is kept in memory is what is in the file."""
    for story in project.stories.all():
        listed = project.annotations.of(story.id) + project.annotations.removed(story.id)
        assert {one.id for one in listed} == {
            row["id"]
            for row in project.log.connection.rows(
                "SELECT id FROM annotation WHERE story_id = ?", [story.id]
            )
        }
        for one in listed:
            assert project.annotations.get(one.id) == one
    uses = project.log.connection.rows(
        "SELECT tag_id, count(*) FROM annotation_tag JOIN annotation "
        "ON annotation.id = annotation_id WHERE removed IS NULL GROUP BY tag_id"
    )
    assert {tag: n for tag, n in project.tags.uses().items() if n} == dict(map(tuple, uses))


@settings(max_examples=25)
@given(data=st.data(), steps=st.integers(4, 14))
def test_the_log_is_the_truth_and_undo_is_its_inverse(
    folder: Path, tables: Tables, data: st.DataObject, steps: int
) -> None:
    path = folder / "laws.reader"
    path.unlink(missing_ok=True)
    project = Project.create(path)
    project.log.connection.db.conn.execute("PRAGMA synchronous = OFF")  # as safe, but for power
    begun = tables(project)
    hand = Hand(project, data)
    for _ in range(steps):
        hand.change()
        assert replay(project.log.all_events()) == tables(project)
        _check_listing(project)

    while project.log.redo() is not None:
        pass
    project.log.undo()  # what is still being typed becomes a step of its own
    project.log.redo()
    final = tables(project)
    undone = 0
    while project.log.undo() is not None:
        undone += 1
    assert tables(project) == begun
    for _ in range(undone):
        assert project.log.redo() is not None
    assert project.log.redo() is None
    assert tables(project) == final
    assert replay(project.log.all_events()) == tables(project)
    project.close()
