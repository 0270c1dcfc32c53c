"""The project that is open, its stories, and the story on the desk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.core.annotating.annotation import StoredArticle, Story
from reader.core.text.article import Block
from reader.core.text.source import Source
from reader.store.project import Project
from reader.ui.settings import Settings


class Stories(QObject):
    """One open project and the current story; `None` before one is opened."""

    project_changed = Signal()
    """Another project, or none."""
    opening_changed = Signal()
    """Another project is on its way, or has come, or cannot."""
    project_closing = Signal()
    """The open project is about to be closed: what is being typed must be saved now."""
    stories_changed = Signal()
    """Stories were added, renamed, removed."""
    story_changed = Signal()
    """Another story is on the desk."""
    articles_changed = Signal()
    """Articles of the current story were added, removed, moved, edited."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._project: Project | None = None
        self._opening = False
        self._stories: tuple[Story, ...] = ()
        self._story: Story | None = None
        self._articles: tuple[StoredArticle, ...] = ()

    # ---- the project

    @property
    def project(self) -> Project:
        """The open project; raises LookupError where none is."""
        if self._project is None:
            raise LookupError("no project is open")
        return self._project

    @property
    def is_open(self) -> bool:
        return self._project is not None

    @property
    def opening(self) -> bool:
        """Whether a project is being opened, which will take the place of this one."""
        return self._opening

    def set_opening(self, opening: bool) -> None:
        """Told by whoever opens projects."""
        if opening != self._opening:
            self._opening = opening
            self.opening_changed.emit()

    @property
    def read_only(self) -> bool:
        return self._project is not None and self._project.read_only

    def open(self, project: Project, story_id: str | None = None) -> None:
        """Put a project on the desk, at the given story, else the one last read, else the first."""
        self.close()
        self._project = project
        self._stories = project.stories.all()
        wanted = story_id or self._settings.get(project.uuid, "story", "")
        self._choose(wanted)
        self.project_changed.emit()
        self.stories_changed.emit()
        self.story_changed.emit()

    def close(self) -> None:
        """Close what is open; texts that were only opened to look are dropped."""
        if self._project is None:
            return
        self.project_closing.emit()
        if not self._project.read_only:
            self._project.stories.drop_unkept()
        self._project.close()
        self._project = None
        self._stories, self._story, self._articles = (), None, ()
        self.project_changed.emit()
        self.stories_changed.emit()
        self.story_changed.emit()

    @property
    def path(self) -> Path | None:
        return None if self._project is None else self._project.path

    # ---- stories

    @property
    def stories(self) -> tuple[Story, ...]:
        return self._stories

    @property
    def story(self) -> Story | None:
        return self._story

    def choose(self, story_id: str) -> None:
        """Put another story of the project on the desk."""
        if self._story is not None and self._story.id == story_id:
            return
        self._choose(story_id)
        if self._story is not None:
            self._settings.set(self.project.uuid, "story", self._story.id)
        self.story_changed.emit()

    def add(self, title: str, sources: Sequence[Source] = (), *, kept: bool = True) -> Story:
        """A new story with these articles, put on the desk."""
        story = self.project.stories.add(title, kept=kept)
        if sources:
            self.project.articles.add(story.id, sources)
        self._stories = self.project.stories.all()
        self.stories_changed.emit()
        self.choose(story.id)
        return story

    def rename(self, story_id: str, title: str) -> None:
        self.project.stories.rename(story_id, title)
        self.refresh()

    def remove(self, story_id: str) -> None:
        """Take a story away; undo brings it back with everything in it."""
        self.project.stories.remove(story_id)
        self.refresh()

    def keep(self, story_id: str) -> None:
        """Keep a story that was only opened to look."""
        self.project.stories.keep(story_id)
        self.refresh()

    # ---- articles of the current story

    @property
    def articles(self) -> tuple[StoredArticle, ...]:
        return self._articles

    def article(self, article_id: str) -> StoredArticle | None:
        return next((a for a in self._articles if a.id == article_id), None)

    def add_articles(self, sources: Sequence[Source]) -> tuple[StoredArticle, ...]:
        """Add texts to the current story, or to a new one where there is none."""
        if self._story is None:
            self.add("My story", sources)
            return self._articles
        added = self.project.articles.add(self._story.id, sources)
        self.refresh()
        return added

    def edit_article(
        self,
        article_id: str,
        *,
        title: str | None,
        outlet: str | None,
        published: date | None,
        url: str | None,
        language: str | None,
    ) -> None:
        self.project.articles.edit(
            article_id,
            title=title,
            outlet=outlet,
            published=published,
            url=url,
            language=language,
        )
        self.refresh()

    def remove_article(self, article_id: str) -> None:
        self.project.articles.remove(article_id)
        self.refresh()

    def move_article(self, article_id: str, position: int) -> None:
        self.project.articles.move(article_id, position)
        self.refresh()

    def correct_roles(self, article_id: str, blocks: tuple[Block, ...]) -> None:
        self.project.articles.correct_roles(article_id, blocks)
        self.refresh()

    def refresh(self) -> None:
        """Read again what the project holds; tells only what has changed."""
        before = (self._stories, self._story, self._articles)
        self._stories = self.project.stories.all()
        self._choose(self._story.id if self._story else "")
        if self._stories != before[0]:
            self.stories_changed.emit()
        if (self._story and self._story.id) != (before[1] and before[1].id):
            self.story_changed.emit()
        elif self._articles != before[2]:
            self.articles_changed.emit()

    def _choose(self, story_id: str) -> None:
        found = next((s for s in self._stories if s.id == story_id), None)
        self._story = found or next(iter(self._stories), None)
        self._articles = () if self._story is None else self.project.articles.of(self._story.id)
