"""The first start: a project of the person's own that holds the bundled story."""

from __future__ import annotations

import uuid
from pathlib import Path

from reader.core.annotating.annotation import Person
from reader.core.errors import ReaderError
from reader.importers.bundled import BundledStory, read_bundled
from reader.store.events import Kind
from reader.store.project import Project


def make_first_project(path: Path, corpus: Path, person: Person | None = None) -> None:
    """A project that holds the bundled story; raises ReaderError and leaves no half-made file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise ReaderError(
            f"The folder {path.parent} cannot be made: {problem.strerror}.",
            "Give it to yourself for writing, or set SOURCE_READER_HOME to another folder.",
        ) from problem
    story = read_bundled(corpus)
    project = Project.create(path, person=person)
    try:
        with project.log.change("The bundled story", kind=Kind.FINAL):
            sources = [a.source for a in story.articles]
            made = project.stories.add(story.title, story_id=_same_everywhere(story))
            project.articles.add(made.id, sources, why=[a.why for a in story.articles])
    except BaseException:
        project.close()
        path.unlink(missing_ok=True)
        raise
    project.close()


def _same_everywhere(story: BundledStory) -> str:
    """An identifier made of the texts, so that two people's projects know it as one story."""
    hashes = ",".join(a.source.article.sha256 for a in story.articles)
    return str(uuid.uuid5(uuid.NAMESPACE_OID, hashes))
