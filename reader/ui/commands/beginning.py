"""The first start: a project of the person's own that holds the bundled story."""

from __future__ import annotations

from pathlib import Path

from reader.core.errors import ReaderError
from reader.importers.bundled import read_bundled
from reader.store.project import Project


def make_first_project(path: Path, corpus: Path) -> None:
    """A project that holds the bundled story; raises ReaderError and leaves no half-made file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise ReaderError(
            f"The folder {path.parent} cannot be made: {problem.strerror}.",
            "Give it to yourself for writing, or set SOURCE_READER_HOME to another folder.",
        ) from problem
    story = read_bundled(corpus)
    project = Project.create(path)
    try:
        made = project.stories.add(story.title)
        project.articles.add(
            made.id, [a.source for a in story.articles], why=[a.why for a in story.articles]
        )
    except BaseException:
        project.close()
        path.unlink(missing_ok=True)
        raise
    project.close()
