"""Random changes of a project, as a person at the desk might make them."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from hypothesis import strategies as st

from reader.core.annotating.annotation import (
    DecisionKind,
    Evidence,
    Rating,
    RelationKind,
    ReviewState,
    Status,
    StoredArticle,
)
from reader.core.options import Options
from reader.core.text.article import Article, Block, Role
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store.errors import Refused
from reader.store.project import Project

_visits = itertools.count()


class Hand:
    """Makes one random change after another, as a person at the desk might."""

    def __init__(self, project: Project, data: st.DataObject, mark: str = "") -> None:
        """`mark` is in every text, so that two hands never write the same one."""
        self.project = project
        self.data = data
        self.mark = mark

    def one(self, many: tuple | list):
        return self.data.draw(st.sampled_from(many))

    def text(self) -> str:
        return self.data.draw(st.text("abc é😀\n", min_size=1, max_size=20)) + self.mark

    def source(self) -> Source:
        text = self.text()
        return Source(Article("a.txt", text), text.encode(), "utf-8")

    def spot(self, articles: tuple[StoredArticle, ...]) -> tuple[str, Span]:
        stored = self.one(articles)
        start = self.data.draw(st.integers(0, len(stored.article.text)))
        end = self.data.draw(st.integers(start, len(stored.article.text)))
        return stored.id, Span(start, end)

    def change(self) -> None:
        project = self.project
        stories = project.stories.all()
        if not stories:
            project.stories.add(self.text(), kept=True)
            return
        story = self.one(stories)
        articles = project.articles.of(story.id)
        if not articles:
            project.articles.add(story.id, [self.source(), self.source()])
            return
        notes = project.annotations.of(story.id)
        if not notes:
            project.annotations.add(story.id, [self.spot(articles)], note=self.text())
            return
        steps = [*self.on_stories(story.id, articles), *self.on_notes(story.id, articles, notes)]
        with suppress(Refused):  # two tags of one name, a note related to itself
            self.one(steps)()

    def on_stories(self, story_id: str, articles: tuple[StoredArticle, ...]) -> list[Callable]:
        project, article = self.project, self.one(articles)
        return [
            lambda: project.stories.add(self.text()),
            lambda: project.stories.rename(story_id, self.text()),
            lambda: project.stories.remove(story_id),
            lambda: project.articles.add(story_id, [self.source()]),
            lambda: project.articles.replace(article.id, self.source()),
            lambda: project.articles.remove(article.id),
            lambda: project.articles.move(article.id, 0),
            lambda: project.articles.edit(article.id, title=self.text()),
            lambda: project.articles.correct_roles(
                article.id, (Block(Span(0, 1), self.one([*Role])),)
            ),
            lambda: project.options.set(
                story_id, Options(self.one([3, 5, 9]), shown=self.one([0.5, 0.7]))
            ),
            lambda: project.reviews.set(story_id, [self.spot(articles)], self.one([*ReviewState])),
            lambda: project.decisions.add(
                story_id, self.one([*DecisionKind]), self.spot(articles), self.spot(articles)
            ),
        ]

    def on_notes(self, story_id: str, articles: tuple, notes: tuple) -> list[Callable]:
        annotations, tags = self.project.annotations, self.project.tags
        note, visit = self.one(notes), f"visit {next(_visits)}"
        all_tags = [tag.id for tag in tags.all()]
        some = self.data.draw(st.lists(st.sampled_from(all_tags), max_size=3))
        return [
            lambda: annotations.add(story_id, [self.spot(articles)] * 2, some, self.text()),
            lambda: annotations.set_tags(note.id, some),
            lambda: annotations.set_rating(
                note.id, self.one([None, *(one.id for one in self.project.ratings.all())]), 5
            ),
            lambda: annotations.set_status(note.id, self.one([*Status])),
            lambda: annotations.set_evidence(note.id, [Evidence(self.text())] * len(some)),
            lambda: annotations.edit_note(note.id, self.text(), visit),
            lambda: (annotations.edit_note(note.id, "x", visit), annotations.finish_note(visit)),
            lambda: annotations.remove([note.id]),
            lambda: annotations.retarget(note.id, [self.spot(articles)]),
            lambda: annotations.relate(note.id, self.one(notes).id, self.one([*RelationKind])),
            lambda: annotations.restore_state(note.id, self.one(annotations.history(note.id)).seq),
            lambda: tags.add(self.text(), "blue", self.one([None, "1", "9"])),
            lambda: tags.edit(self.one(all_tags), parent_id=self.one(all_tags)),
            lambda: tags.merge(self.one(all_tags), self.one(all_tags)),
            lambda: tags.archive(self.one(all_tags)),
            self.arrange_ratings,
            lambda: self.several_as_one(note.id),
            self.project.log.undo,
            self.project.log.redo,
        ]

    def arrange_ratings(self) -> None:
        """Renames, reorders, leaves out and adds ratings in one step."""
        scale = self.data.draw(st.permutations(self.project.ratings.all()))
        kept = [replace(scale[0], name=self.text()), *scale[2:]]
        self.project.ratings.arrange([*kept, Rating("", self.text(), "blue")])

    def several_as_one(self, note_id: str) -> None:
        """Changes the same row more than once in one step."""
        with self.project.log.change("Several"):
            for rating in self.project.ratings.all()[:3]:
                self.project.annotations.set_rating(note_id, rating.id)
