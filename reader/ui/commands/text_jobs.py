"""What is done with texts on a worker's thread: read from files, added to a story."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.core.errors import ReaderError
from reader.core.pace import Pace
from reader.core.text.source import Source
from reader.importers.opening import read_file, texts_in
from reader.store.project import Project


@dataclass(frozen=True, slots=True)
class Read:
    """What was read for a story, and what could not be; without a story it goes into a new one."""

    story_id: str | None
    sources: list[Source]
    problems: list[ReaderError]


def read_paths(
    story_id: str | None,
    paths: Sequence[Path],
    cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> Read:
    """Read files and folders; what cannot be read is told and does not stop the rest."""
    sources: list[Source] = []
    problems: list[ReaderError] = []
    files: list[Path] = []
    for path in paths:
        try:
            files += texts_in(path) if path.is_dir() else [path]
        except ReaderError as problem:
            problems.append(problem)
    for n, file in enumerate(files):
        if cancelled():
            break
        progress(n / len(files))
        try:
            sources.append(read_file(file))
        except ReaderError as problem:
            problems.append(problem)
    return Read(story_id, sources, problems)


@dataclass(frozen=True, slots=True)
class Added:
    """How many texts went where; `known` of them stood there already."""

    story_id: str
    made: bool
    """Whether the story was made for them."""
    count: int
    known: int


def add_texts(
    story_id: str | None, sources: Sequence[Source], project: Project, pace: Pace
) -> Added:
    """Add texts to a story, or to a new one, as one step. Raises Refused where it is gone."""
    made = story_id is None
    story_id = story_id or project.stories.add("My story").id
    before = {stored.id for stored in project.articles.of(story_id)}
    added = project.articles.add(story_id, sources, pace=pace)
    known = sum(stored.id in before for stored in added)
    return Added(story_id, made, len(added), known)
