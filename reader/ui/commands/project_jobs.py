"""What is done with project files on a worker's thread; each answers with what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from reader.core.annotating.annotation import Person
from reader.core.errors import ReaderError
from reader.core.pace import Cancelled, Pace
from reader.store.project import Project, SameProject


@dataclass(frozen=True, slots=True)
class Reader:
    """Who opens a project, and which story they read last by the project's UUID."""

    person: Person
    story_of: Callable[[str], str]


def open_project(
    path: Path, reader: Reader, cancelled: Callable[[], bool], progress: Callable[[float], None]
) -> Project | ReaderError | None:
    """The project with the story that will be shown read already; None where it was given up."""
    with ExitStack() as left:
        try:
            pace = Pace(cancelled, progress)
            project = Project.open(path, person=reader.person, cancelled=cancelled)
            left.callback(project.close)
            stories = [story.id for story in project.stories.all()]
            last = reader.story_of(project.uuid)
            if stories:
                project.read_ahead(last if last in stories else stories[0], pace)
        except ReaderError as problem:
            return problem
        except Cancelled:
            return None
        left.pop_all()
        return project


def make_project(
    path: Path,
    fill: Callable[[Path], object],
    reader: Reader,
    cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> Project | ReaderError | None:
    """A new project, opened; it is short work, and once it is made it stays."""
    try:
        fill(path)
    except ReaderError as problem:
        return problem
    return open_project(path, reader, cancelled, progress)


def new_project(person: Person, path: Path) -> None:
    """An empty project with one story to put texts into. Raises ReaderError."""
    project = Project.create(path, person=person)
    try:
        project.stories.add("My story")
    finally:
        project.close()


def copy_project(
    same: SameProject,
    target: Path,
    cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> Path | ReaderError | None:
    """Where the copy is; None where it was given up: then what stood there is as it was."""
    try:
        with Project.again(same, read_only=True) as project:
            project.save_copy(target, Pace(cancelled, progress))
    except ReaderError as problem:
        return problem
    except Cancelled:
        return None
    return target
