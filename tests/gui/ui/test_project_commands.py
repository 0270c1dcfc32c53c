"""Projects are opened, copied and merged off the GUI thread; what goes wrong changes nothing."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Person
from reader.core.comparison import ComparedArticle, Comparison
from reader.core.errors import ReaderError
from reader.core.text.article import Article
from reader.core.text.span import Span
from reader.importers.opening import from_pasted
from reader.store import backup, errors
from reader.store.project import Project
from reader.store.schema import VERSION
from reader.ui.commands import project_jobs
from reader.ui.commands.projects import ProjectCommands
from reader.ui.commands.texts import TextCommands
from reader.ui.session import Session
from reader.ui.settings import Settings

STAYS = "Over 5,000 people were moved."


def nothing(articles: Sequence[Article], *_: object, **__: object) -> Comparison:
    """What is compared is another test's matter."""
    compared = (ComparedArticle(a.name, a.sha256, len(a.text), (), ()) for a in articles)
    return Comparison(tuple(compared), (), (), (), ())


class Desk:
    """A session on a project with one note, its commands, and all that was told."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "desk.reader"
        self.session = Session(Settings(folder / "settings.json"), nothing)
        self.told: list[ReaderError] = []
        self.said: list[str] = []
        self.session.problem.connect(self.told.append)
        self.session.said.connect(self.said.append)
        window = QWidget()
        qtbot.addWidget(window)
        self.commands = ProjectCommands(self.session, folder, window)
        self.texts = TextCommands(self.session, window)
        self.session.stories.open(filled(self.path))

    def note(self) -> None:
        article = self.session.stories.articles[0]
        self.session.notes.annotate([(article.id, Span(0, 4))], note="see")

    def finish(self) -> None:
        self.commands.finish()
        self.texts.reading.finish()
        self.session.close()


def filled(path: Path, notes: int = 1) -> Project:
    project = Project.create(path, person_name="Mara")
    story = project.stories.add(path.stem)
    (article,) = project.articles.add(story.id, [from_pasted(STAYS, "one")])
    for number in range(notes):
        project.annotations.add(story.id, [(article.id, Span(number % 9, 12))], note=f"n{number}")
    return project


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.finish()


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.reader"
    filled(path, 3).close()
    return path


class Held:
    """Work that waits in the middle until it is let through."""

    def __init__(self, work: Callable[..., object]) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()
        self._work = work

    def __call__(self, *given: object, **named: object) -> object:
        self.begun.set()
        self.go_on.wait(20)
        return self._work(*given, **named)


def held_in(monkeypatch: pytest.MonkeyPatch, method: str) -> Held:
    """Have every project wait in this method."""
    held = Held(getattr(Project, method))

    def waiting(*given: object) -> object:
        return held(*given)

    monkeypatch.setattr(Project, method, waiting)
    return held


def test_what_is_noted_while_another_project_is_opened_is_in_the_old_one(
    qtbot: QtBot, desk: Desk, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = held_in(monkeypatch, "read_ahead")
    then: list[Path | None] = []
    desk.commands.open(other, then=lambda: then.append(desk.session.stories.path))
    qtbot.waitUntil(held.begun.is_set)
    assert desk.session.stories.path == desk.path
    assert desk.session.stories.opening
    desk.note()
    with qtbot.waitSignal(desk.session.stories.project_changed):
        held.go_on.set()
        qtbot.waitUntil(lambda: bool(then))
    assert then == [other]
    assert not desk.session.stories.opening
    assert [one.note for one in desk.session.notes.annotations] == ["n0", "n1", "n2"]
    old = Project.open(desk.path)
    assert [one.note for one in old.annotations.of(old.stories.all()[0].id)] == ["n0", "see"]
    old.close()


def test_opening_can_be_cancelled_and_what_was_open_stays(
    qtbot: QtBot, desk: Desk, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = held_in(monkeypatch, "read_ahead")
    before = other.read_bytes()
    desk.commands.open(other)
    qtbot.waitUntil(held.begun.is_set)
    desk.commands.cancel()
    held.go_on.set()
    desk.commands.finish()
    assert desk.session.stories.path == desk.path
    assert desk.said[-1] == "Cancelled. What was open stays open."
    assert other.read_bytes() == before
    desk.note()


def test_of_two_projects_asked_for_the_second_is_opened(
    qtbot: QtBot, desk: Desk, other: Path, tmp_path: Path
) -> None:
    third = tmp_path / "third.reader"
    filled(third).close()
    opened: list[Path | None] = []
    desk.session.stories.project_changed.connect(lambda: opened.append(desk.session.stories.path))
    desk.commands.open(other)
    desk.commands.open(third)
    qtbot.waitUntil(lambda: desk.session.stories.path == third)
    desk.commands.finish()
    assert other not in opened


def _lock(path: Path) -> object:
    holder = sqlite3.connect(path)
    holder.execute("BEGIN EXCLUSIVE")
    return holder


def _damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 6] = bytes(4096 * 5)
    path.write_bytes(content)


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (_lock, errors.Locked),
        (_damage, errors.Damaged),
        (_newer, errors.TooNew),
        (Path.unlink, errors.NoSuchProject),
        (lambda path: path.write_text("no project"), errors.NotAProject),
    ],
)
def test_a_project_that_cannot_be_opened_or_merged_says_why_and_changes_nothing(
    qtbot: QtBot,
    desk: Desk,
    other: Path,
    spoil: Callable[[Path], object],
    kind: type[ReaderError],
) -> None:
    holder = spoil(other)
    before = desk.path.read_bytes()
    with qtbot.waitSignal(desk.session.problem):
        desk.commands.open(other)
    assert isinstance(desk.told[-1], kind)
    assert desk.session.stories.path == desk.path
    with qtbot.waitSignal(desk.session.changing.problem):
        desk.commands.merge_from(other)
    assert isinstance(desk.told[-1], kind)
    assert desk.path.read_bytes() == before
    if isinstance(holder, sqlite3.Connection):
        holder.close()
    desk.note()


# ---- merging


def test_a_merge_is_one_step_of_undo_and_says_what_came(
    qtbot: QtBot, desk: Desk, other: Path
) -> None:
    parts: list[float] = []
    desk.session.changing.progressed.connect(parts.append)
    with qtbot.waitSignal(desk.session.changing.changed):
        desk.commands.merge_from(other)
    assert "3 new annotations" in desk.said[-1]
    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    assert len(desk.session.stories.stories) == 1  # of the same texts, so the same story
    assert len(desk.session.notes.annotations) == 4
    assert desk.session.undoing.undo() == "Merge “other”"
    assert len(desk.session.notes.annotations) == 1


def test_a_cancelled_merge_brings_nothing(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    many = tmp_path / "many.reader"
    filled(many, 400).close()
    before = desk.path.read_bytes()
    desk.session.changing.progressed.connect(lambda _: desk.session.changing.cancel())
    with qtbot.waitSignal(desk.session.changing.said):
        desk.commands.merge_from(many)
        desk.session.changing.cancel()
    assert desk.said[-1] == "Cancelled. Nothing was changed."
    assert desk.path.read_bytes() == before
    assert len(desk.session.notes.annotations) == 1


def test_a_project_is_not_opened_while_one_is_merged(
    qtbot: QtBot, desk: Desk, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = held_in(monkeypatch, "merge_from")
    desk.commands.merge_from(other)
    qtbot.waitUntil(held.begun.is_set)
    desk.commands.open(other)
    assert "Merging “other”" in desk.said[-1]
    with qtbot.waitSignal(desk.session.changing.changed):
        held.go_on.set()
    assert desk.session.stories.path == desk.path


# ---- copying


def test_a_copy_is_whole_also_while_something_is_noted(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(backup.save_copy)
    monkeypatch.setattr(backup, "save_copy", held)
    target = tmp_path / "copy.reader"
    desk.commands.copy_to(target)
    qtbot.waitUntil(held.begun.is_set)
    desk.note()
    with qtbot.waitSignal(desk.commands.copying.answered):
        held.go_on.set()
    assert str(target) in desk.said[-1]
    copy = Project.open(target)
    assert [one.note for one in copy.annotations.of(copy.stories.all()[0].id)] == ["n0", "see"]
    copy.close()


def test_a_cancelled_copy_leaves_what_stood_there(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(backup.save_copy)
    monkeypatch.setattr(backup, "save_copy", held)
    target = tmp_path / "copy.reader"
    target.write_text("older copy")
    files = set(tmp_path.iterdir())
    desk.commands.copy_to(target)
    qtbot.waitUntil(held.begun.is_set)
    desk.commands.cancel()
    with qtbot.waitSignal(desk.commands.copying.answered):
        held.go_on.set()
    assert desk.said[-1] == "Cancelled. No copy was made."
    assert target.read_text() == "older copy"
    assert set(tmp_path.iterdir()) == files


def test_a_copy_that_cannot_be_written_is_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    with qtbot.waitSignal(desk.commands.copying.answered):
        desk.commands.copy_to(tmp_path / "no folder" / "copy.reader")
    assert isinstance(desk.told[-1], errors.Unreadable)


def test_what_is_open_can_still_be_copied_when_its_file_was_deleted(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    desk.path.unlink()
    target = tmp_path / "rescued.reader"
    with qtbot.waitSignal(desk.commands.copying.answered):
        desk.commands.copy_to(target)
    assert desk.told == []
    rescued = Project.open(target)
    assert [one.note for one in rescued.annotations.of(rescued.stories.all()[0].id)] == ["n0"]
    rescued.close()


# ---- texts


def test_texts_come_into_the_story_for_which_they_were_chosen(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    stories = desk.session.stories
    first = stories.story
    assert first is not None
    path = tmp_path / "two.txt"
    path.write_text("Nearly 5,000 people were moved.", "utf-8")
    with qtbot.waitSignal(desk.texts.reading.answered):
        desk.texts.add_paths([path])
        stories.add("Another story")
    assert stories.articles == ()
    stories.choose(first.id)
    assert [one.article.name for one in stories.articles] == ["one", "two.txt"]


def test_texts_do_not_follow_into_another_project(
    qtbot: QtBot, desk: Desk, other: Path, tmp_path: Path
) -> None:
    path = tmp_path / "two.txt"
    path.write_text("Nearly 5,000 people were moved.", "utf-8")
    desk.texts.add_paths([path])
    desk.session.stories.open(Project.open(other))
    desk.texts.reading.finish()
    assert "not added" in desk.said[-1]
    assert [one.article.name for one in desk.session.stories.articles] == ["one"]


def test_three_hundred_texts_are_added_as_one_step_off_the_gui_thread(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for n in range(300):
        (folder / f"{n:03}.txt").write_text(f"Text {n}. " + "Words of it. " * 20, "utf-8")
    running: list[bool] = []
    desk.session.changing.running_changed.connect(running.append)
    with qtbot.waitSignal(desk.session.changing.changed, timeout=20_000):
        desk.texts.add_paths([folder])
    assert running == [True, False]
    assert desk.said[-1] == "Added 300 texts."
    assert len(desk.session.stories.articles) == 301
    assert desk.session.undoing.undo() == "Add 300 articles"
    assert len(desk.session.stories.articles) == 1


# ---- the worker's side


def test_opening_answers_with_the_project_or_the_reason_or_nothing(other: Path) -> None:
    reader = project_jobs.Reader(Person("m", "Mara"), lambda _uuid: "")
    answer = project_jobs.open_project(other, reader, lambda: False, lambda _part: None)
    assert isinstance(answer, Project)
    answer.close()
    assert project_jobs.open_project(other, reader, lambda: True, lambda _part: None) is None
    shutil.move(other, other.with_name("moved.reader"))
    gone = project_jobs.open_project(other, reader, lambda: False, lambda _part: None)
    assert isinstance(gone, errors.NoSuchProject)
