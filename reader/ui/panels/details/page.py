"""All that is known about one passage, and what one can decide about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core.annotating.annotation import ReviewState
from reader.core.comparison import Comparison, Independence, Passage
from reader.core.difference.divergence import Verdict
from reader.core.matching.link import Reading
from reader.core.passages.corrections import sides_of
from reader.ui.appearance import Appearance
from reader.ui.listing import outcome
from reader.ui.panels.attempt import attempt
from reader.ui.panels.details.decision import DecisionView
from reader.ui.panels.details.parts import (
    DivergenceView,
    LinkView,
    ReadingView,
    ReviewButtons,
    WordDiffView,
    column,
    label,
    page_column,
    sources_of,
)
from reader.ui.panels.details.told_readings import ToldReadings
from reader.ui.panels.drawn.fold import Fold
from reader.ui.panels.drawn.readings import Readings
from reader.ui.panels.words import (
    count_words,
    others_words,
    outcome_told,
    shared_words,
    source_of,
)
from reader.ui.session import Session

_MOST_POSSIBLE = 3
_MOST_LINKS = 12
"""Links told one by one; a passage of many readings has more than anyone reads."""


class PassagePage(QWidget):
    """A passage from its verdict to the reasons; `number` is its index in the comparison.

    `opened` is what the person has unfolded of it before; `corrections` put it right.
    """

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        number: int,
        opened: set[tuple[str, str]],
        corrections: Sequence[QAction] = (),
    ) -> None:
        super().__init__()
        self._session = session
        self._appearance = appearance
        self._number = number
        self._opened = opened
        self._corrections = tuple(corrections)
        self.readings: Sequence[ReadingView] = ()
        self.divergences: list[DivergenceView] = []
        self.folds: list[Fold] = []
        self.review: ReviewButtons | None = None
        self.diff: WordDiffView | None = None
        self._column = page_column(self)
        self._fill()
        self._column.addStretch(1)

    def _fill(self) -> None:
        layout, number = self._column, self._number
        passage = self._session.passages.passage(number)
        comparison = self._session.comparing.comparison
        assert comparison is not None
        readings = Readings(self._session, comparison)
        names = self._names()
        ordered = self._ordered(readings, passage)
        self._told = ToldReadings(self._session, self._appearance, number, readings, names)
        self.readings = self._told.made
        layout.addWidget(self._head(passage, comparison))
        layout.addWidget(self._review(number))
        self._add_readings(layout, readings, passage, names)
        self._add_divergences(layout, readings, passage, names)
        self._add_possible(layout, readings, passage)
        if len(passage.readings) > 1:
            layout.addWidget(label("Word by word", "strong"))
            self.diff = WordDiffView(
                self._appearance,
                readings,
                ordered,
                sources_of(ordered, names),
                readings.in_conflict(passage) or self._first_pair(readings, passage, ordered),
            )
            layout.addWidget(self.diff)
            self._add_links(layout, readings, passage, names)
        self._add_decisions(layout)

    def _names(self) -> dict[int, str]:
        """What each compared article is called."""
        named: dict[int, str] = {}
        for n, article_id in enumerate(self._session.comparing.ids):
            stored = self._session.stories.article(article_id)
            named[n] = source_of(stored) if stored else "an article that was removed"
        return named

    def _head(self, passage: Passage, comparison: Comparison) -> QWidget:
        head = QWidget()
        layout = column(head, 0)
        place, count = self._session.passages.position
        where = f"Passage {place} of {count}" if place else "Passage (not in the filtered list)"
        shared = shared_words(passage, len(comparison.articles))
        layout.addWidget(label(f"{where} · {shared}", "strong"))
        conflict = passage.verdict is Verdict.CONFLICT
        found = outcome_told(outcome(comparison, passage))
        layout.addWidget(label(found, "conflict" if conflict else "quiet"))
        if passage.independence in (Independence.COPIED, Independence.ONE_SPEAKER):
            layout.addWidget(label(f"Not independent: {passage.note}".rstrip(": "), "warning"))
        elif passage.note:
            layout.addWidget(label(passage.note, "quiet"))
        return head

    def _review(self, number: int) -> QWidget:
        state = self._session.passages.reviewed(number)
        buttons = ReviewButtons(
            state.state is ReviewState.CHECKED, state.state is ReviewState.NEEDS_A_CALL
        )
        buttons.correct.menu().addActions(self._corrections)
        buttons.correct.setVisible(bool(self._corrections))
        for button, wanted in (
            (buttons.checked, ReviewState.CHECKED),
            (buttons.call, ReviewState.NEEDS_A_CALL),
        ):
            button.clicked.connect(
                lambda on, to=wanted: self._set_state(number, to if on else ReviewState.UNSEEN)
            )
        self.review = buttons
        if not state.changed and not state.others:
            return buttons
        both = QWidget()
        layout = column(both)
        layout.addWidget(buttons)
        if state.changed:
            layout.addWidget(label("Its readings have changed since it was checked.", "warning"))
        if state.others:
            role = "warning" if state.disputed else "quiet"
            layout.addWidget(label(others_words(state.others), role))
        return both

    def _add_readings(
        self, layout: QVBoxLayout, readings: Readings, passage: Passage, names: dict[int, str]
    ) -> None:
        """One reading an article; what else it says of this is folded away."""
        ordered = self._ordered(readings, passage)
        for group in readings.by_article(passage, ordered):
            name = names[group[0].article]
            layout.addWidget(self._told.own(group[0], name))
            if len(group) > 1:
                fold = self._fold(layout, f"and {len(group) - 1} more in this article", name)
                for reading in group[1:]:
                    fold.inside.addWidget(self._told.own(reading, f"{name} (again)"))

    def _fold(self, layout: QVBoxLayout, title: str, of: str = "") -> Fold:
        """Something folded away at first; while the passage stays, as the person left it."""
        key = (title, of)
        fold = Fold(title, opened=key in self._opened)
        if of:
            fold.button.setAccessibleName(f"{title}, {of}")
        fold.toggled.connect(
            lambda opened: self._opened.add(key) if opened else self._opened.discard(key)
        )
        self.folds.append(fold)
        layout.addWidget(fold)
        return fold

    def _add_possible(self, layout: QVBoxLayout, readings: Readings, passage: Passage) -> None:
        """Where the other articles perhaps say it too, while possible links are shown."""
        if not self._session.board.emphasis.possible:
            return
        found = readings.possible(passage, _MOST_POSSIBLE)
        if found:
            layout.addWidget(label("Perhaps also", "strong"))
        for link, reading in found:
            layout.addWidget(self._told.possible(link, reading))

    def _ordered(self, readings: Readings, passage: Passage) -> tuple[Reading, ...]:
        comparing = self._session.comparing
        board = [comparing.index_of(article_id) for article_id in self._session.board.columns]
        return readings.in_order(passage, [n for n in board if n is not None])

    def _first_pair(
        self, readings: Readings, passage: Passage, ordered: tuple[Reading, ...]
    ) -> tuple[Reading, Reading]:
        """What is compared word by word at first: a reading and its counterpart in the base."""
        for reading in ordered:
            base = readings.counterpart(passage, reading)
            if base is not None:
                return base, reading
        return ordered[0], ordered[1]

    def _add_divergences(
        self, layout: QVBoxLayout, readings: Readings, passage: Passage, names: dict[int, str]
    ) -> None:
        """What differs, the gravest first; what only one side says is folded away."""
        found = readings.differing(passage)
        both = [one for one in found if one.divergence.verdict is not Verdict.ONLY]
        alone = [one for one in found if one.divergence.verdict is Verdict.ONLY]
        if both:
            layout.addWidget(label("Side by side", "strong"))
        into = layout
        for one in (*both, *alone):
            if alone and one is alone[0]:
                into = self._fold(
                    layout, count_words(len(alone), "thing", "things") + " on one side only"
                ).inside
            divergence = one.divergence
            other = names[divergence.b.article] if divergence.b else ""
            view = DivergenceView(readings, one, (names[divergence.a.article], other))
            self.divergences.append(view)
            into.addWidget(view)

    def _add_links(
        self, layout: QVBoxLayout, readings: Readings, passage: Passage, names: dict[int, str]
    ) -> None:
        links = sorted(readings.links(passage), key=lambda one: -one.score)
        layout.addWidget(label("Why they are taken for one", "strong"))
        for link in links[:_MOST_LINKS]:
            a, b = sides_of(passage, link)
            layout.addWidget(LinkView(link, (names[a.article], names[b.article])))
        if len(links) > _MOST_LINKS:
            more = count_words(len(links) - _MOST_LINKS, "more link")
            layout.addWidget(label(f"and {more}", "quiet"))

    def _add_decisions(self, layout: QVBoxLayout) -> None:
        """What the person decided about it, folded away: the only place that tells what is out."""
        decisions = self._session.links.about(self._number)
        if decisions:
            fold = self._fold(layout, count_words(len(decisions), "decision") + " of yours")
            for decision in decisions:
                fold.inside.addWidget(DecisionView(self._session, decision))

    # ---- deciding

    def _set_state(self, number: int, state: ReviewState) -> None:
        if attempt(self._session, lambda: self._session.passages.review(number, state)):
            self._session.notes.refresh()
