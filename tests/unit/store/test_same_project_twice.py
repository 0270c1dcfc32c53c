"""A project that is open is opened once more for a job: held meanwhile, whole, caught up with."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.annotating.annotation import StoredArticle, Story
from reader.core.pace import Cancelled, Pace
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store import backup, database, errors
from reader.store.project import Project


def noted(project: Project, story: Story, article: StoredArticle, count: int) -> None:
    with project.log.change(f"{count} notes"):
        for number in range(count):
            project.annotations.add(story.id, [(article.id, Span(number % 20, 25))], note="n")


def test_a_project_that_is_held_refuses_changes_and_is_read(project: Project, story: Story) -> None:
    project.hold("Merging “Ines”…")
    assert project.stories.all() == (story,)
    with pytest.raises(errors.Busy, match="Merging “Ines”"):
        project.stories.rename(story.id, "Other")
    project.hold(None)
    project.stories.rename(story.id, "Other")
    assert project.stories.all()[0].title == "Other"


def test_while_another_connection_writes_much_the_project_can_be_read(
    project: Project, story: Story, make_source: Callable[..., Source]
) -> None:
    """Without `cache_spill = OFF` SQLite would lock readers out as soon as its memory is full."""
    long = [make_source(f"Text {n}. " + "Words of many kinds. " * 20_000, f"{n}") for n in range(8)]
    with Project.again(project.same) as other, other.whole():
        other.articles.add(story.id, long)
        assert project.articles.of(story.id) == ()
    assert len(project.articles.of(story.id)) == 8


def test_all_that_is_changed_together_is_taken_back_together(
    project: Project, story: Story
) -> None:
    def rename_and_fail(other: Project) -> None:
        with other.whole():
            other.stories.rename(story.id, "Half done")
            raise Cancelled

    with Project.again(project.same) as other, pytest.raises(Cancelled):
        rename_and_fail(other)
    assert project.stories.all() == (story,)
    assert project.log.undo_name == "Add story “The visit”"


def test_a_file_that_is_gone_or_another_is_not_opened_again(
    project: Project, tmp_path: Path
) -> None:
    same = project.same
    away = project.path.with_name("away.reader")
    project.path.rename(away)

    def again() -> None:
        with Project.again(same):
            raise AssertionError("it was opened")

    with pytest.raises(errors.NoSuchProject):
        again()
    Project.create(project.path).close()
    with pytest.raises(errors.NoSuchProject, match="another file"):
        again()
    project.path.unlink()
    away.rename(project.path)


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file stays where it is")
@pytest.mark.parametrize("replaced", [False, True])
def test_what_is_noted_in_a_file_that_has_gone_is_refused_and_a_copy_saves_the_rest(
    project: Project, story: Story, tmp_path: Path, replaced: bool
) -> None:
    """A synchronising program may put an older state in the place of a project that is open."""
    older = tmp_path / "older.reader"
    project.save_copy(older)
    project.stories.rename(story.id, "Saved")
    if replaced:
        os.replace(older, project.path)
    else:
        project.path.unlink()
    with pytest.raises(errors.NoSuchProject, match="moved, renamed or deleted"):
        project.stories.rename(story.id, "Lost")
    project.save_copy(tmp_path / "rescued.reader")
    rescued = Project.open(tmp_path / "rescued.reader")
    assert [one.title for one in rescued.stories.all()] == ["Saved"]
    rescued.close()


@pytest.mark.parametrize("count", [3, 2_100])
def test_news_that_were_read_elsewhere_are_what_would_be_read_here(
    project: Project, story: Story, articles: tuple[StoredArticle, ...], count: int
) -> None:
    noted(project, story, articles[0], 5)
    first, second, *_ = project.annotations.of(story.id)
    with Project.again(project.same) as other:
        held = project.annotations.held
        with other.whole():
            noted(other, story, articles[1], count)
            other.annotations.remove([first.id])
            other.annotations.edit_note(second.id, "changed", "visit")
            other.annotations.finish_note("visit")
        news = other.annotations.news_for(held)
    project.annotations.take(news)
    assert project.annotations.held.seen == news.until
    taken = project.annotations.of(story.id), project.annotations.removed(story.id)
    fresh = Project.open(project.path, read_only=True)
    assert taken == (fresh.annotations.of(story.id), fresh.annotations.removed(story.id))
    fresh.close()
    assert len(taken[0]) == 4 + count


def test_news_of_another_moment_are_left(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    noted(project, story, articles[0], 2)
    project.annotations.of(story.id)
    held = project.annotations.held
    noted(project, story, articles[0], 1)
    news = project.annotations.news_for(held)
    noted(project, story, articles[0], 1)
    assert len(project.annotations.of(story.id)) == 4
    project.annotations.take(news)
    assert len(project.annotations.of(story.id)) == 4


# ---- copies


def test_a_copy_tells_its_share_and_can_be_given_up(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "copy.reader"
    shares: list[float] = []
    project.save_copy(target, Pace(progress=shares.append))
    assert shares == sorted(shares)
    assert shares[-1] == 0.95
    target.write_text("older")
    files = sorted(os.listdir(tmp_path))
    with pytest.raises(Cancelled):
        project.save_copy(target, Pace(cancelled=lambda: True))
    assert target.read_text() == "older"
    assert sorted(os.listdir(tmp_path)) == files


def test_a_copy_of_a_locked_file_gives_up_and_says_so(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(backup, "_TRIES", 2)
    holder = sqlite3.connect(project.path)
    holder.execute("BEGIN EXCLUSIVE")
    project.log.connection.db.conn.execute("PRAGMA busy_timeout = 1")
    with pytest.raises(errors.Locked):
        project.save_copy(tmp_path / "copy.reader")
    holder.close()
    assert not (tmp_path / "copy.reader").exists()


# ---- merging and adding


def test_a_merge_that_is_given_up_at_any_moment_brings_nothing(
    project: Project, story: Story, articles: tuple[StoredArticle, ...], tmp_path: Path
) -> None:
    path = tmp_path / "other.reader"
    shutil.copyfile(project.path, path)
    other = Project.open(path)
    noted(other, story, articles[0], 120)
    other.close()
    before, moments = project.log.all_events(), 0
    while True:
        looks = iter(range(moments))
        try:
            project.merge_from(path, Pace(cancelled=lambda left=looks: next(left, None) is None))
        except Cancelled:
            moments += 1
            assert project.log.all_events() == before
        else:
            break
    assert moments > 5
    assert len(project.annotations.of(story.id)) == 120
    assert project.log.undo_name == "Merge “other”"


def test_adding_texts_that_is_given_up_adds_none(
    project: Project, story: Story, make_source: Callable[..., Source]
) -> None:
    looks = iter(range(3))
    with pytest.raises(Cancelled):
        project.articles.add(
            story.id,
            [make_source(f"Text {n}.", f"{n}.txt") for n in range(9)],
            pace=Pace(cancelled=lambda: next(looks, None) is None),
        )
    assert project.articles.of(story.id) == ()
    assert project.search("Text") == ()
    assert project.log.undo_name == "Add story “The visit”"


def test_opening_is_broken_off_where_nobody_waits_for_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_STEPS", 10)
    with pytest.raises(Cancelled):
        Project.open(project.path, cancelled=lambda: True)
