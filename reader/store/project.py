"""A project: one file, and the parts through which it is read and changed."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from reader.core.annotating.annotation import Person
from reader.core.pace import Pace
from reader.store import backup
from reader.store.annotation_reader import Held
from reader.store.annotations import Annotations
from reader.store.articles import Articles
from reader.store.codebook import first_ratings, first_tags, rating_row
from reader.store.database import Connection
from reader.store.decisions import Decisions
from reader.store.errors import Refused
from reader.store.events import Kind
from reader.store.history import History
from reader.store.indexing import Indexing
from reader.store.log import Log
from reader.store.merging import Merged, Merging
from reader.store.notes import Notes
from reader.store.opening import create_file, open_again, open_file
from reader.store.people import Author, People
from reader.store.ratings import Ratings
from reader.store.reanchoring import Reanchoring
from reader.store.relations import Relations
from reader.store.reviews import Reviews
from reader.store.schema import LOGGED
from reader.store.search import Search
from reader.store.search_index import SearchIndex
from reader.store.sides import Side
from reader.store.stories import Stories
from reader.store.story_options import StoryOptions
from reader.store.tags import Tags, tag_row
from reader.store.targets import Targets
from reader.store.texts import Texts


@dataclass(frozen=True, slots=True)
class SameProject:
    """What a job needs to open a project once more, on its own thread."""

    path: Path
    identity: tuple[int, int] | None
    """Which file it is, in case another one has come to its path."""
    person: Person
    visits: frozenset[str]
    """Visits to notes that are being typed: the job leaves their drafts alone."""
    read_only: bool
    held: Held
    """What is kept of the annotations where the project is open."""


class Project:
    """An open project file, for one thread at a time. Every change is saved at once.

    Opening, reading and closing leave the file's bytes as they were.
    """

    def __init__(self, connection: Connection, person: Person | None = None) -> None:
        self._connection = connection
        index = SearchIndex(connection)
        self._texts = texts = Texts(connection, index)
        self._reanchoring = Reanchoring(connection, texts)
        targets = Targets(connection, texts)
        author = Author(connection, person)
        self.log = Log(connection, author.id)
        self._notes = Notes(self.log, index)
        self.people = People(self.log, author)
        self.stories = Stories(self.log, texts)
        self.articles = Articles(self.log, texts, self._reanchoring)
        self.tags = Tags(self.log)
        self.ratings = Ratings(self.log)
        self.annotations = Annotations(
            self.log, targets, self._notes, History(self.log, targets), Relations(self.log, targets)
        )
        self.reviews = Reviews(self.log, targets)
        self.decisions = Decisions(self.log, targets)
        self.options = StoryOptions(self.log)
        self.search = Search(connection, texts)
        self.log.before_change = self._prepare
        self.log.before_undo = self._notes.finish_all
        self.log.after_change = Indexing(connection, index).follow

    @classmethod
    def create(cls, path: Path, *, person_name: str = "", person: Person | None = None) -> Self:
        """Makes a new project with the first codebook and opens it. Raises StoreError.

        `person` is who makes it, where they have a UUID of their own already.
        """
        create_file(Path(path))
        project = cls.open(path, person=person)
        name = person.name if person else person_name
        with project.log.change("New project", kind=Kind.FINAL) as change:
            change.put("person", {"id": project.people.me().id, "name": name.strip()})
            for tag in first_tags():
                change.put("tag", tag_row(tag))
            for rating in first_ratings():
                change.put("rating", rating_row(rating))
        return project

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        person: Person | None = None,
        read_only: bool = False,
        cancelled: Callable[[], bool] | None = None,
    ) -> Self:
        """Opens a project, for reading alone where it cannot be written. Raises StoreError.

        `person` is who writes from now on, by default the one who made the project. Where opening
        is `cancelled` it raises Cancelled.
        """
        return cls(open_file(Path(path), read_only=read_only, cancelled=cancelled), person)

    @classmethod
    @contextmanager
    def again(cls, same: SameProject, *, read_only: bool = False) -> Generator[Self]:
        """The project that is open elsewhere, through a connection of this thread's own.

        Raises StoreError, also where its file is gone or is another project by now.
        """
        read_only = read_only or same.read_only
        project = cls(open_again(same.path, same.identity, read_only=read_only), same.person)
        project._notes.go_on_with(same.visits)
        try:
            yield project
        finally:
            project.close()

    @property
    def path(self) -> Path:
        return self._connection.path

    @property
    def uuid(self) -> str:
        """What the person's settings know this project by."""
        row = self._connection.row("SELECT value FROM meta WHERE key = 'uuid'")
        return "" if row is None else row["value"]

    @property
    def read_only(self) -> bool:
        return self._connection.read_only

    @property
    def same(self) -> SameProject:
        """What `again` takes."""
        return SameProject(
            self.path,
            self._connection.identity,
            self.people.me(),
            self._notes.visits,
            self.read_only,
            self.annotations.held,
        )

    @contextmanager
    def whole(self) -> Generator[None]:
        """All that is changed inside is saved together or not at all. Raises StoreError."""
        with self._connection.writing():
            yield

    def hold(self, doing: str | None) -> None:
        """Refuse changes while a job works on the file; `doing` says at what, None ends it."""
        self._connection.held_by = doing

    def read_ahead(self, story_id: str, pace: Pace | None = None) -> None:
        """Read what is shown of a story, so that whoever takes the project over need not wait."""
        pace = pace or Pace()
        pace.stage(0.5, 1)
        self.articles.of(story_id)
        pace.stage(0.95, 1)
        self.annotations.of(story_id)
        self.tags.uses()
        pace.look()

    def take_over(self) -> None:
        """From now on the project is the calling thread's."""
        self._connection.take_over()
        self._connection.stop_when(None)

    def save_copy(self, path: Path, pace: Pace | None = None) -> None:
        """Writes a copy of all that is saved. Raises StoreError, also for its own path."""
        backup.save_copy(self._connection, Path(path), pace)

    def merge_from(self, path: Path, pace: Pace | None = None) -> Merged:
        """Brings in all that another project has, as one change. Raises StoreError, and Cancelled
        by `pace`: then nothing was brought in.
        """
        path, pace = Path(path), pace or Pace()
        if path.exists() and path.samefile(self.path):
            raise Refused("A project cannot be merged with itself.", "Choose another file.")
        theirs = open_file(path, read_only=True)
        try:
            with self.log.connection.writing():
                self._notes.finish_all()
                with self.log.change(f"Merge “{path.stem}”") as change:
                    pace.stage(0.2, 2 * len(LOGGED))
                    sides = Side(self._connection, pace), Side(theirs, pace)
                    merging = Merging(change, *sides, self._texts, self._reanchoring, pace)
                    return merging.run()
        finally:
            theirs.close()

    def close(self) -> None:
        """Lets go of the file; there is nothing left to save."""
        self._connection.close()

    def _prepare(self) -> None:
        self.people.join()
        self._notes.finish_left()
