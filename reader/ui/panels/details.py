"""The details panel: one passage with all that is known about it, and what one decides about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from reader.core.annotation import ReviewState
from reader.core.comparison import Comparison, Independence, Passage
from reader.core.difference.divergence import Verdict
from reader.core.matching.link import Link, Reading
from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.attempt import attempt
from reader.ui.panels.details_parts import (
    DivergenceView,
    LinkView,
    LostView,
    ReadingView,
    ReviewButtons,
    WordDiffView,
    column,
    label,
    sides_of,
    sources_of,
)
from reader.ui.panels.fold import Fold
from reader.ui.panels.legend import Legend
from reader.ui.panels.pieces import Pieces, plain
from reader.ui.panels.readings import Readings
from reader.ui.panels.rulings import Rulings
from reader.ui.panels.words import (
    RELATION_WORDS,
    count_words,
    outcome_told,
    shared_words,
    source_of,
)
from reader.ui.session import Session, outcome

_FIRST_KEYS = (
    ("N  P", "next and previous passage"),
    ("1 – 9", "tag the selection or the passage"),
    ("A", "write a note"),
)
_MOST_POSSIBLE = 3
_MOST_LINKS = 12
"""Links told one by one; a passage of many readings has more than anyone reads."""


class DetailsPanel(QWidget):
    """Shows the active passage; without one, the legend and the keys to begin with."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self.readings: list[ReadingView] = []
        self.divergences: list[DivergenceView] = []
        self.folds: list[Fold] = []
        self.lost: list[LostView] = []
        self.review: ReviewButtons | None = None
        self._rulings = Rulings(session)
        self._opened: set[tuple[str, str]] = set()
        self.diff: WordDiffView | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Details of the passage")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        session.passages.active_changed.connect(self._show)
        session.passages.order_changed.connect(self._show)
        session.passages.reviews_changed.connect(self._show)
        session.board.columns_changed.connect(self._show)
        session.board.emphasis_changed.connect(self._show)
        session.notes.decisions_changed.connect(self._show)
        self._shown: tuple[object, ...] = ()
        self._show()

    # ---- building

    def _show(self) -> None:
        """Build what there is to say; nothing is built twice for the same facts."""
        passages, comparing = self._session.passages, self._session.comparing
        if not self._session.stories.is_open:
            active = None
        else:
            active = passages.active if comparing.comparison is not None else None
        facts = (
            comparing.comparison,
            active,
            passages.position,
            None if active is None else passages.reviewed(active),
            self._session.board.base,
            self._session.notes.decisions,
            self._session.board.emphasis.possible,
        )
        if self._shown and facts == self._shown:
            return
        same = bool(self._shown) and self._shown[:2] == facts[:2]
        self._shown = facts
        # A widget's own focusWidget() is the one that had the focus last, not the one that has it.
        focus = QApplication.focusWidget()
        focused = focus is not None and self.isAncestorOf(focus)
        place = self._scroll.verticalScrollBar().value() if same else 0
        page = QWidget()
        page.setObjectName("details page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(SPACES[2], SPACES[1], SPACES[2], SPACES[2])
        layout.setSpacing(SPACES[2])
        self.readings, self.divergences, self.folds, self.lost = [], [], [], []
        self.review, self.diff = None, None
        if not same:
            self._opened.clear()
        if active is None:
            self._fill_empty(layout)
        else:
            self._fill(layout, passages.passage(active), active)
        layout.addStretch(1)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(page)
        if old is not None:
            old.deleteLater()
        self._scroll.verticalScrollBar().setValue(place)
        if focused and self.review is not None:
            self.review.checked.setFocus()

    def _fill_empty(self, layout: QVBoxLayout) -> None:
        layout.addWidget(label("What the marks say", "strong"))
        layout.addWidget(Legend(self._appearance))
        layout.addWidget(label("Three keys to begin with", "strong"))
        keys = QWidget()
        inside = column(keys)
        for key, words in _FIRST_KEYS:
            inside.addWidget(label(f"{key}   {words}"))
        layout.addWidget(keys)
        layout.addWidget(label("Click a marked passage in a column to see its details.", "quiet"))
        lost = self._rulings.lost if self._session.stories.is_open else ()
        if lost:
            layout.addWidget(label("Decisions that hold no longer", "strong"))
        for decision in lost:
            view = LostView(decision)
            view.let_go.connect(lambda one=decision: self._rulings.take_back([one]))
            self.lost.append(view)
            layout.addWidget(view)

    def _fill(self, layout: QVBoxLayout, passage: Passage, number: int) -> None:
        comparison = self._session.comparing.comparison
        assert comparison is not None
        readings = Readings(self._session, comparison)
        names = self._names()
        ordered = self._ordered(readings, passage)
        layout.addWidget(self._head(passage, comparison))
        layout.addWidget(self._review(number))
        self._offer_adding(passage, ordered[0])
        self._add_readings(layout, readings, passage, names)
        self._add_divergences(layout, readings, passage, names)
        self._add_possible(layout, readings, passage, names)
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
        for button, wanted in (
            (buttons.checked, ReviewState.CHECKED),
            (buttons.call, ReviewState.NEEDS_A_CALL),
        ):
            button.clicked.connect(
                lambda on, to=wanted: self._set_state(number, to if on else ReviewState.UNSEEN)
            )
        self.review = buttons
        if not state.changed:
            return buttons
        both = QWidget()
        layout = column(both)
        layout.addWidget(buttons)
        layout.addWidget(label("Its readings have changed since it was checked.", "warning"))
        return both

    def _offer_adding(self, passage: Passage, base: Reading) -> None:
        """Fill the passage's menu of corrections when it is about to be shown."""
        assert self.review is not None
        menu = self.review.correct.menu()

        def fill() -> None:
            menu.clear()
            place = self._rulings.addable(passage)
            add = menu.addAction("Add the selected words as a reading")
            add.setEnabled(place is not None)
            if place is not None:
                add.triggered.connect(lambda: self._rulings.add(place, base))

        menu.aboutToShow.connect(fill)

    def _add_readings(
        self, layout: QVBoxLayout, readings: Readings, passage: Passage, names: dict[int, str]
    ) -> None:
        """One reading an article; what else it says of this is folded away."""
        ordered = self._ordered(readings, passage)
        for group in readings.by_article(passage, ordered):
            name = names[group[0].article]
            self._add_own(layout, readings, passage, group[0], name)
            if len(group) > 1:
                fold = self._fold(layout, f"and {len(group) - 1} more in this article", name)
                for reading in group[1:]:
                    self._add_own(fold.inside, readings, passage, reading, f"{name} (again)")

    def _add_own(
        self,
        layout: QVBoxLayout,
        readings: Readings,
        passage: Passage,
        reading: Reading,
        source: str,
    ) -> None:
        base = readings.counterpart(passage, reading)
        links = () if base is None else readings.links_of(passage, base, reading)
        own = base is None and len(passage.readings) > 1
        pieces = readings.pieces(passage, reading)
        around = readings.links_from(passage, reading)
        way = "" if links or own else self._by_way_of(passage, reading, around)
        view = self._add_reading(layout, reading, source, pieces, links, base=own, by_way_of=way)
        view.correct.setVisible(bool(around))
        view.correcting.connect(
            lambda menu: self._fill_corrections(menu, reading, base, links, around)
        )

    def _by_way_of(self, passage: Passage, reading: Reading, around: Sequence[Link]) -> str:
        """How a reading without a link to the base belongs to the passage."""
        if not around:
            return ""
        surest = max(around, key=lambda link: link.score)
        sides = sides_of(passage, surest)
        other = sides[1] if sides[0] == reading else sides[0]
        return f"{RELATION_WORDS[surest.relation]}, beside {self._names()[other.article]}"

    def _fill_corrections(
        self,
        menu: QMenu,
        reading: Reading,
        base: Reading | None,
        links: Sequence[Link],
        around: Sequence[Link],
    ) -> None:
        menu.clear()
        if base is not None and links:
            new = menu.addAction("Use the selected words instead")
            chosen = (self._rulings.selected(base), self._rulings.selected(reading))
            new.setEnabled(any(span is not None for span in chosen))
            new.triggered.connect(lambda: self._rulings.replace(links, base, reading))
        part = menu.addAction("Part this reading from the rest")
        part.triggered.connect(lambda: self._rulings.part(around))

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

    def _add_possible(
        self, layout: QVBoxLayout, readings: Readings, passage: Passage, names: dict[int, str]
    ) -> None:
        """Where the other articles perhaps say it too, while possible links are shown."""
        found = readings.possible(passage, _MOST_POSSIBLE)
        if not found or not self._session.board.emphasis.possible:
            return
        layout.addWidget(label("Perhaps also", "strong"))
        for link, reading in found:
            pieces = plain(readings.text(reading.article), reading.span)
            view = self._add_reading(layout, reading, names[reading.article], pieces, (link,))
            view.correct.hide()

    def _add_reading(
        self,
        layout: QVBoxLayout,
        reading: Reading,
        source: str,
        pieces: Pieces,
        links: Sequence[Link],
        *,
        base: bool = False,
        by_way_of: str = "",
    ) -> ReadingView:
        decisions = self._rulings.on(links)
        view = ReadingView(
            self._appearance,
            source,
            pieces,
            base=base,
            link=next(iter(links), None),
            decision=next(iter(decisions), None),
            by_way_of=by_way_of,
        )
        article_id, span = self._rulings.place(reading)
        view.chosen.connect(lambda: self._session.passages.go_to(article_id, span))
        view.decided.connect(lambda kind: self._rulings.decide(kind, links, decisions))
        self.readings.append(view)
        layout.addWidget(view)
        return view

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

    # ---- deciding

    def _set_state(self, number: int, state: ReviewState) -> None:
        if attempt(self._session, lambda: self._session.passages.review(number, state)):
            self._session.notes.refresh()
