"""The comparison of the current story: made off the GUI thread, the newest answer only."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.core.annotating.annotation import Decision
from reader.core.comparison import Comparison
from reader.core.matching.link import Reading
from reader.core.matching.ruling import Ruling, RulingKind
from reader.core.options import Options
from reader.core.text.article import Article
from reader.ui.jobs import Asking
from reader.ui.session.known import KnownPassages
from reader.ui.session.stories import Stories

Compare = Callable[..., Comparison]
Question = tuple[tuple[str, ...], tuple[Article, ...], Options, tuple[Ruling, ...]]
"""Ids of the articles, the articles, the options, what the person decided."""


def rulings(decisions: tuple[Decision, ...], index: dict[str, int]) -> tuple[Ruling, ...]:
    """Decisions as the engine takes them; those whose places are lost or not compared stay out."""
    found: list[Ruling] = []
    for decision in decisions:
        a, b = decision.a, decision.b
        if a.span is None or b.span is None or not {a.article_id, b.article_id} <= index.keys():
            continue
        found.append(
            Ruling(
                RulingKind(decision.kind.value),
                Reading(index[a.article_id], a.span),
                Reading(index[b.article_id], b.span),
            )
        )
    return tuple(found)


class Comparing(QObject):
    """Compares all articles of the current story whenever their texts or decisions change.

    `compare` is given so that the composition root can hand over the engine with its word vectors:
    `compare(articles, options, decisions=..., cancelled=..., progress=...)`.
    """

    comparison_changed = Signal()
    """A new answer, or none."""
    running_changed = Signal(bool)
    progressed = Signal(float)
    failed = Signal(object)
    """The exception that ended a comparison."""

    def __init__(self, stories: Stories, compare: Compare, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stories = stories
        self._compare = compare
        self._comparison: Comparison | None = None
        self._ids: tuple[str, ...] = ()
        self._known: KnownPassages | None = None
        self._asked: tuple[str, ...] = ()
        self._question: Question | None = None
        self._asking = Asking(self, patient=True)
        self._asking.answered.connect(self._on_answered)
        self._asking.failed.connect(self.failed)
        self._asking.progressed.connect(self.progressed)
        self._asking.running_changed.connect(self.running_changed)
        stories.story_changed.connect(self._on_story_changed)
        stories.articles_changed.connect(self.refresh)

    @property
    def comparison(self) -> Comparison | None:
        return self._comparison

    @property
    def known(self) -> KnownPassages | None:
        """The comparison's passages by their places."""
        return self._known

    @property
    def running(self) -> bool:
        return self._asking.running

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the compared articles; a place in it is the comparison's article index."""
        return self._ids

    def index_of(self, article_id: str) -> int | None:
        """The article's index in the comparison, None where it is not in it."""
        return self._ids.index(article_id) if article_id in self._ids else None

    def again(self) -> None:
        """Compare what is on the desk now; an answer under way is dropped."""
        self._question = self._read_question()
        if self._question is None:
            self._asking.cancel()
            self._set((), None, None)
        else:
            self._asked = self._question[0]
            self._asking.ask(partial(_work, self._compare, *self._question))

    def refresh(self) -> None:
        """Compare again where the texts, the options or the decisions are not as they were."""
        if self._read_question() != self._question:
            if self._outdated():
                self._set((), None, None)
            self.again()

    def _outdated(self) -> bool:
        """Whether a compared article has another text by now: places in the old one say nothing."""
        compared = self._comparison.articles if self._comparison is not None else ()
        known = {key: one.sha256 for key, one in zip(self._ids, compared, strict=True)}
        articles = self._stories.articles
        return any(known.get(a.id, a.article.sha256) != a.article.sha256 for a in articles)

    def _read_question(self) -> Question | None:
        story, articles = self._stories.story, self._stories.articles
        if story is None or not articles:
            return None
        project = self._stories.project
        index = {a.id: n for n, a in enumerate(articles)}
        return (
            tuple(index),
            tuple(a.article for a in articles),
            project.options.get(story.id),
            rulings(project.decisions.of(story.id), index),
        )

    def cancel(self) -> None:
        self._asking.cancel()

    def finish(self) -> None:
        """Stop and wait for the worker; for closing."""
        self._asking.finish()

    def _on_story_changed(self) -> None:
        self._set((), None, None)
        self.again()

    def _on_answered(self, answer: tuple[Comparison, KnownPassages]) -> None:
        self._set(self._asked, *answer)

    def _set(
        self, ids: tuple[str, ...], comparison: Comparison | None, known: KnownPassages | None
    ) -> None:
        if comparison is None and self._comparison is None:
            return
        self._ids, self._comparison, self._known = ids, comparison, known
        self.comparison_changed.emit()


def _work(
    compare: Compare,
    ids: tuple[str, ...],
    articles: tuple[Article, ...],
    options: Options,
    decided: tuple[Ruling, ...],
    cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> tuple[Comparison, KnownPassages]:
    """Runs on the worker's thread, so it holds nothing of Qt's that could be destroyed there."""
    comparison = compare(
        articles, options, decisions=decided, cancelled=cancelled, progress=progress
    )
    return comparison, KnownPassages(comparison, ids)
