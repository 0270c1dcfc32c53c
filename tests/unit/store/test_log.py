"""Undo, redo and the laws of the log."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.annotating.annotation import Person, ReviewState, StoredArticle, Story
from reader.core.pace import Cancelled
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store import errors
from reader.store.codebook import rating_id
from reader.store.events import Event, Kind, Place, replay
from reader.store.project import Project
from reader.store.writer import Writer

Tables = Callable[[Project], dict[str, dict[str, dict[str, object]]]]


def test_every_kind_of_change_is_undone_and_redone_under_its_name(
    project: Project, story: Story, articles: tuple[StoredArticle, ...], tables: Tables
) -> None:
    claim, figure = project.tags.all()[:2]
    first, second = articles
    note = project.annotations.add(story.id, [(first.id, Span(4, 9))], [figure.id])
    other = project.annotations.add(story.id, [(second.id, Span(0, 3))])
    steps: list[tuple[str, Callable[[], object]]] = [
        ("Rename story “Visit”", lambda: project.stories.rename(story.id, "Visit")),
        ("Edit “First”", lambda: project.articles.edit(first.id, language="en")),
        ("Move “second.txt”", lambda: project.articles.move(second.id, 0)),
        ("Tag “claim”", lambda: project.annotations.set_tags(note.id, [figure.id, claim.id])),
        ("Untag “figure”", lambda: project.annotations.set_tags(note.id, [claim.id])),
        (
            "Rate “supported”",
            lambda: project.annotations.set_rating(note.id, rating_id("supported"), 80),
        ),
        ("Move note to another place", lambda: project.annotations.retarget(
            note.id, [(first.id, Span(0, 3))])),
        ("Merge tag “claim” into “figure”", lambda: project.tags.merge(claim.id, figure.id)),
        ("Archive tag “figure”", lambda: project.tags.archive(figure.id)),
        ("Mark passage as checked", lambda: project.reviews.set(
            story.id, [(first.id, Span(0, 26))], ReviewState.CHECKED)),
        ("Delete 2 notes", lambda: project.annotations.remove([note.id, other.id])),
        ("Remove “First”", lambda: project.articles.remove(first.id)),
        ("Remove story “Visit”", lambda: project.stories.remove(story.id)),
    ]  # fmt: skip
    states = [tables(project)]
    for name, step in steps:
        step()
        assert project.log.undo_name == name
        states.append(tables(project))
    for at, (name, _) in reversed(list(enumerate(steps))):
        undone = project.log.undo()
        assert undone is not None
        assert undone.name == name == project.log.redo_name
        assert tables(project) == states[at]
    for at, (name, _) in enumerate(steps):
        redone = project.log.redo()
        assert redone is not None
        assert redone.name == name == project.log.undo_name
        assert tables(project) == states[at + 1]
    assert project.log.redo_name is None
    assert project.log.redo() is None
    assert replay(project.log.all_events()) == tables(project)


def test_undo_goes_back_to_the_new_project_and_no_further(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    names = [project.log.undo(), project.log.undo(), project.log.undo()]
    assert [change.name if change else None for change in names] == [
        "Add 2 articles",
        "Add story “The visit”",
        None,
    ]
    assert len(project.tags.all()) == 8


def test_it_is_known_how_much_would_be_undone_and_done_again(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    assert project.log.redo_rows == 0
    with project.log.change("Note twice"):
        for start in (0, 4):
            project.annotations.add(story.id, [(articles[0].id, Span(start, 9))])
    rows = len(project.log.events(project.log.changes(1)[0].seq))
    assert rows >= 4
    assert project.log.undo_rows == rows
    project.log.undo()
    assert project.log.redo_rows == rows


def test_the_changes_of_a_note_are_told_oldest_first(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, Span(4, 9))])
    project.annotations.set_rating(note.id, rating_id("supported"), 50)
    project.annotations.remove([note.id])
    seqs = [change.seq for change in project.log.changes_of(note.id)]
    assert len(seqs) == 3
    assert seqs == sorted(seqs)


def test_what_is_gone_is_not_changed(project: Project, story: Story) -> None:
    project.log.undo()
    with pytest.raises(errors.Refused, match="no longer in the project"):
        project.stories.keep(story.id)
    assert project.stories.all() == ()


def test_undo_and_redo_survive_quitting(project: Project, story: Story) -> None:
    project.stories.rename(story.id, "Second name")
    project.stories.rename(story.id, "Third name")
    project.log.undo()
    project.close()
    again = Project.open(project.path)
    assert again.log.undo_name == "Rename story “Second name”"
    assert again.log.redo_name == "Rename story “Third name”"
    again.log.redo()
    assert again.stories.all()[0].title == "Third name"
    again.log.undo()
    again.log.undo()
    assert again.stories.all()[0].title == "The visit"
    again.close()


def test_a_new_change_ends_what_could_be_redone(project: Project, story: Story) -> None:
    project.stories.rename(story.id, "Second name")
    project.log.undo()
    project.stories.rename(story.id, "Another name")
    assert project.log.redo_name is None
    assert project.log.redo() is None
    project.log.undo()
    assert project.stories.all()[0].title == "The visit"


def test_a_change_knows_where_it_was(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    note = project.annotations.add(story.id, [(articles[1].id, Span(4, 9))])
    undone = project.log.undo()
    assert undone is not None
    assert undone.place == Place(story.id, articles[1].id, Span(4, 9), note.id)
    assert undone.person == project.people.me()
    assert undone.at > note.created[:10]


def test_a_change_made_of_several_is_where_the_first_of_them_was(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    with project.log.change("Note twice"):
        first = project.annotations.add(story.id, [(articles[0].id, Span(4, 9))])
        project.annotations.add(story.id, [(articles[1].id, Span(0, 3))])
    (change,) = project.log.changes(1)
    assert change.name == "Note twice"
    assert change.place.annotation_id == first.id
    assert change.place.article_id == articles[0].id


def test_what_someone_left_half_typed_stays_theirs_when_another_goes_on(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, Span(4, 9))])
    project.annotations.edit_note(note.id, "half a sent", "visit")
    ann, path = project.people.me(), project.path
    project.close()
    other = Project.open(path, person=Person("b" * 8, "Bert"))
    other.stories.rename(story.id, "Renamed")
    made = {change.name: change.person for change in other.log.changes()}
    assert made["Edit note"] == ann
    assert made["Rename story “Renamed”"].name == "Bert"
    other.close()


def test_a_change_that_changes_nothing_leaves_no_step(project: Project, story: Story) -> None:
    count = len(project.log.changes())
    project.stories.rename(story.id, story.title)
    project.stories.keep(story.id)
    assert len(project.log.changes()) == count
    assert project.log.undo_name == "Add story “The visit”"


def test_several_changes_can_be_one_step(project: Project, story: Story, tables: Tables) -> None:
    before = tables(project)
    with project.log.change("Set up", Place(story.id)):
        project.stories.rename(story.id, "Other")
        project.tags.add("hedge", "yellow")
    assert project.log.undo_name == "Set up"
    project.log.undo()
    assert tables(project) == before


def test_a_step_that_fails_half_way_leaves_nothing(
    project: Project, story: Story, tables: Tables
) -> None:
    before, steps = tables(project), len(project.log.changes())

    def rename_and_add_a_tag_twice() -> None:
        with project.log.change("Set up"):
            project.stories.rename(story.id, "Other")
            project.tags.add("claim", "yellow")

    with pytest.raises(errors.Refused):
        rename_and_add_a_tag_twice()
    assert tables(project) == before
    assert len(project.log.changes()) == steps
    project.stories.rename(story.id, "Still works")


@pytest.mark.parametrize("table", ["change", "event"])
@pytest.mark.parametrize("sql", ["DELETE FROM {}", "UPDATE {} SET seq = seq + 1000"])
def test_the_log_cannot_be_rewritten(project: Project, table: str, sql: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        project.log.connection.db.conn.execute(sql.format(table))
    project.log.connection.db.rollback()


def test_a_table_changed_behind_the_log_is_not_undone_over(project: Project, story: Story) -> None:
    project.stories.rename(story.id, "Other")
    with project.log.connection.writing():
        project.log.connection.run("UPDATE story SET title = 'Forged'")
    with pytest.raises(errors.Damaged, match="disagree"):
        project.log.undo()
    assert project.stories.all()[0].title == "Forged"


def test_an_undo_that_fails_leaves_no_trace_of_what_it_had_begun(
    project: Project,
    story: Story,
    articles: tuple[StoredArticle, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is half typed becomes a step before anything is undone; that is taken back as well."""
    note = project.annotations.add(story.id, [(articles[0].id, Span(4, 9))])
    project.annotations.edit_note(note.id, "half a sent", "visit")

    def full(writer: Writer, event: Event) -> None:
        raise errors.disk_full(project.path)

    with monkeypatch.context() as patched:
        patched.setattr(Writer, "apply", full)
        with pytest.raises(errors.DiskFull):
            project.log.undo()
    assert project.log.undo_name == "Add note"
    assert project.annotations.get(note.id).note == "half a sent"
    project.stories.rename(story.id, "Meanwhile")
    assert project.log.undo_name == "Rename story “Meanwhile”"
    undone = [project.log.undo(), project.log.undo()]
    assert [change.name for change in undone if change] == ["Edit note", "Rename story “Meanwhile”"]
    assert project.stories.all() == (story,)


def test_two_projects_never_mix_histories(project: Project, story: Story, tmp_path: Path) -> None:
    other = Project.create(tmp_path / "other.reader")
    other.stories.add("Elsewhere")
    project.stories.rename(story.id, "Here")
    assert other.log.undo_name == "Add story “Elsewhere”"
    other.log.undo()
    assert project.stories.all()[0].title == "Here"
    assert other.log.undo() is None
    other.close()


def test_two_windows_on_one_project_undo_the_same_list(project: Project, story: Story) -> None:
    other = Project.open(project.path)
    project.stories.rename(story.id, "From one window")
    assert other.log.undo_name == "Rename story “From one window”"
    other.log.undo()
    assert project.log.redo_name == "Rename story “From one window”"
    other.close()


def test_what_comes_after_something_final_in_its_story_can_be_undone(project: Project) -> None:
    """The bundled story is entered for good; what is noted in it is undone like anything else."""
    story = project.stories.add("Entered")
    with project.log.change("For good", Place(story.id), kind=Kind.FINAL) as change:
        change.alter("story", story.id, title="Entered for good")
    assert project.log.undo_name is None
    project.stories.rename(story.id, "Renamed")
    assert project.log.undo_name == "Rename story “Renamed”"
    again = Project.open(project.path)
    assert again.log.undo_name == "Rename story “Renamed”"
    again.log.undo()
    assert again.log.redo_name == "Rename story “Renamed”"
    assert project.log.redo_name == "Rename story “Renamed”"
    again.close()


def test_what_was_taken_back_in_texts_that_are_dropped_cannot_be_done_again(
    project: Project, make_source: Callable[..., Source]
) -> None:
    looked_at = project.stories.add("Looked at", kept=False)
    project.articles.add(looked_at.id, [make_source("Words.")])
    project.log.undo()
    assert project.stories.drop_unkept() == (looked_at.id,)
    assert project.log.redo_name is None


def test_something_final_between_a_change_and_its_withdrawal_ends_what_could_be_redone(
    project: Project, story: Story
) -> None:
    project.stories.add("Looked at", kept=False)
    project.stories.rename(story.id, "First")
    project.log.undo()
    project.stories.rename(story.id, "Second")
    second = project.log.changes(1)[0].seq
    project.stories.drop_unkept()
    assert project.log.withdraw(second)
    assert project.log.redo_name is None


def test_what_is_final_cannot_be_undone(project: Project, story: Story) -> None:
    with project.log.change("For good", kind=Kind.FINAL) as change:
        change.alter("story", story.id, title="Fixed")
    assert project.log.undo_name == "Add story “The visit”"


def test_a_withdrawn_change_leaves_no_step_and_what_could_be_redone_still_can(
    project: Project, story: Story, make_source: Callable[..., Source], tables: Tables
) -> None:
    (article,) = project.articles.add(story.id, [make_source("Rain fell in the valley.")])
    project.stories.rename(story.id, "Renamed")
    project.log.undo()
    before, steps = tables(project), (project.log.undo_name, project.log.redo_name)
    project.annotations.add(story.id, [(article.id, Span(0, 3))])
    made = project.log.changes(1)[0].seq
    assert project.log.redo_name is None
    assert project.log.withdraw(made)
    assert (project.log.undo_name, project.log.redo_name) == steps
    assert tables(project) == before == replay(project.log.all_events())
    assert project.annotations.removed(story.id) == ()
    again = Project.open(project.path)
    assert (again.log.undo_name, again.log.redo_name) == steps
    again.close()
    project.log.redo()
    assert project.stories.all()[0].title == "Renamed"


def test_a_withdrawn_change_brings_back_only_what_its_own_making_had_ended(
    project: Project, story: Story
) -> None:
    project.stories.rename(story.id, "First")
    first = project.log.changes(1)[0].seq
    project.stories.rename(story.id, "Second")
    project.log.undo()
    project.stories.rename(story.id, "Third")
    project.log.undo()
    assert project.log.withdraw(first)
    assert project.stories.all() == (story,)
    assert project.log.redo_name is None


def test_what_a_newer_change_stands_on_is_not_withdrawn(
    project: Project, story: Story, make_source: Callable[..., Source]
) -> None:
    (article,) = project.articles.add(story.id, [make_source("Rain fell in the valley.")])
    note = project.annotations.add(story.id, [(article.id, Span(0, 3))])
    made = project.log.changes(1)[0].seq
    project.annotations.edit_note(note.id, "typed", visit="one")
    assert not project.log.withdraw(made)
    assert project.annotations.get(note.id).note == "typed"
    project.log.undo()
    assert project.log.withdraw(made)
    assert project.log.redo_name is None  # it was about what is gone


def test_a_name_that_was_asked_for_is_no_step_of_undo(project: Project, story: Story) -> None:
    project.stories.rename(story.id, "Noted")
    project.people.introduce_me("Ann")
    assert project.people.me().name == "Ann"
    assert project.log.undo_name == "Rename story “Noted”"
    project.log.undo()
    assert project.people.me().name == "Ann"


def _note_and_rate(project: Project, story_id: str, source: Source) -> None:
    """One step of many statements."""
    with project.log.change("Import and note"):
        stored = project.articles.add(story_id, [source])
        tag_ids = [tag.id for tag in project.tags.all()[:3]]
        note = project.annotations.add(story_id, [(stored[0].id, Span(0, 3))], tag_ids, "a note")
        project.annotations.set_rating(note.id, rating_id("supported"), 50)


def test_interrupted_at_any_moment_the_project_is_whole(
    project: Project, story: Story, make_source: Callable[..., Source], tables: Tables
) -> None:
    """SQLite is stopped after ever more of its instructions, until the change comes through."""
    connection = project.log.connection.db.conn
    before, steps = tables(project), len(project.log.changes())
    interrupted = 0
    while True:
        calls = 0  # the first `interrupted` calls of the handler let it go on

        def stop(limit: int = interrupted) -> int:
            nonlocal calls
            if (
                not connection.in_transaction
            ):  # SQLite also asks when COMMIT has already come through
                return False
            calls += 1
            return calls == limit + 1

        connection.set_progress_handler(stop, 10)
        try:
            _note_and_rate(project, story.id, make_source("Words to be noted."))
        except Cancelled:
            pass
        else:
            break
        finally:
            connection.set_progress_handler(None, 0)
        assert tables(project) == before
        assert len(project.log.changes()) == steps
        assert project.search("noted") == ()
        interrupted += 1
    assert interrupted > 20
    assert project.annotations.of(story.id)[0].rating_id == rating_id("supported")
    assert replay(project.log.all_events()) == tables(project)


_KILLED_AT_EACH_STATEMENT = """
import os, sys
from pathlib import Path
from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store.events import replay
from reader.store.project import Project
from reader.store.schema import LOGGED

path, story_id = Path(sys.argv[1]), sys.argv[2]

def change(limit):
    project = Project.open(path)
    seen = 0
    def count(sql):
        nonlocal seen
        seen += 1
        if seen > limit:
            os._exit(3)
    project.log.connection.db.conn.set_trace_callback(count)
    with project.log.change("Import and note"):
        source = Source(Article("a", "Words to be noted."), b"raw", "utf-8")
        (stored,) = project.articles.add(story_id, [source])
        project.annotations.add(story_id, [(stored.id, Span(0, 3))], note="a note")
    project.close()

killed = 0
while True:
    child = os.fork()
    if child == 0:
        change(killed)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    project = Project.open(path)
    notes = len(project.annotations.of(story_id))
    rows = {table: {row["id"]: dict(row) for row in
                    project.log.connection.rows(f'SELECT * FROM "{table}"')} for table in LOGGED}
    assert replay(project.log.all_events()) == rows
    assert len(project.search("noted")) == (1 if notes else 0)
    project.close()
    if os.waitstatus_to_exitcode(status) == 0:
        assert notes == 1
        break
    assert os.waitstatus_to_exitcode(status) == 3
    assert notes == 0 or killed > 20
    killed += 2
print(killed)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot copy a process")
def test_killed_at_any_statement_the_project_is_whole(project: Project, story: Story) -> None:
    project.close()
    child = subprocess.run(
        [sys.executable, "-c", _KILLED_AT_EACH_STATEMENT, str(project.path), story.id],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[3],
    )
    assert child.returncode == 0, child.stderr
    assert int(child.stdout) > 20
