"""The details panel: one passage with all that is known about it, and what one decides about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from reader.core.comparison import Comparison
from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.details.decision import DecisionView
from reader.ui.panels.details.page import PassagePage
from reader.ui.panels.details.parts import (
    DivergenceView,
    ReadingView,
    ReviewButtons,
    WordDiffView,
    label,
    page_column,
)
from reader.ui.panels.drawn.fold import Fold
from reader.ui.panels.legend import Legend
from reader.ui.session import Session
from reader.ui.widgets.tab_order import TabPlace

_FIRST_KEYS = (
    ("N  P", "next and previous passage"),
    ("1 – 9", "tag the selection or the passage"),
    ("A", "write a note"),
)

_AFTER_MS: Final = 170
"""The columns have glided to the passage by then, and whoever leafs through pays for no page."""


class DetailsPanel(QWidget):
    """Shows the active passage; without one, the legend and the keys to begin with.

    A page has a hundred widgets: it is built in a turn of the event loop of its own, after the
    columns have moved, and only where it is in view. Whoever asks for a part of it gets it as it
    is now.
    """

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._lost: list[DecisionView] = []
        self._comparison: Comparison | None = None
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(_AFTER_MS)
        self._due.timeout.connect(self._show)
        self._stale = True
        self._page: PassagePage | None = None
        self._corrections: tuple[QAction, ...] = ()
        self._opened: set[tuple[str, str]] = set()
        self._tab_place = TabPlace(self)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Details of the passage")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        session.passages.active_changed.connect(self._on_changed)
        session.passages.order_changed.connect(self._on_changed)
        session.passages.reviews_changed.connect(self._on_changed)
        session.board.columns_changed.connect(self._on_changed)
        session.board.emphasis_changed.connect(self._on_changed)
        session.decisions.decisions_changed.connect(self._on_changed)
        self._shown: tuple[object, ...] = ()

    def offer(self, corrections: Sequence[QAction]) -> None:
        """The window's actions that put a passage right, for the menu of each."""
        self._corrections = tuple(corrections)

    # ---- building

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show()

    def _on_changed(self) -> None:
        """What is shown may hold no longer: until it is built anew nothing on it can be clicked."""
        self._stale = True
        if self._has_focus():
            self._show()
        elif self.isVisible():
            page = self._scroll.widget()
            if page is not None and self._facts() != self._shown:
                page.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._due.start()
        else:
            self._shown, self._comparison = (), None

    def _has_focus(self) -> bool:
        # A widget's own focusWidget() is the one that had the focus last, not the one that has it.
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _facts(self) -> tuple[object, ...]:
        """What a page is built of; the comparison by identity, since its values are many."""
        passages, comparing = self._session.passages, self._session.comparing
        if not self._session.stories.is_open:
            active = None
        else:
            active = passages.active if comparing.comparison is not None else None
        return (
            id(comparing.comparison),
            active,
            passages.position,
            None if active is None else passages.reviewed(active),
            self._session.board.base,
            self._session.decisions.all,
            self._session.board.emphasis.possible,
        )

    def _show(self) -> None:
        """Build what there is to say; nothing is built twice for the same facts."""
        self._due.stop()
        self._stale = False
        facts = self._facts()
        if facts == self._shown:
            return
        same = bool(self._shown) and self._shown[:2] == facts[:2]
        self._shown = facts
        self._comparison = self._session.comparing.comparison  # so that its identity stays its own
        focused = self._has_focus()
        place = self._scroll.verticalScrollBar().value() if same else 0
        if not same:
            self._opened.clear()
        self._page, self._lost = None, []
        active = facts[1]
        if isinstance(active, int):
            page = self._page = PassagePage(
                self._session, self._appearance, active, self._opened, self._corrections
            )
        else:
            page = self._empty()
        page.setObjectName("details page")
        old = self._scroll.takeWidget()
        self._scroll.setWidget(page)
        self._tab_place.follow()
        if old is not None:
            old.deleteLater()
        self._scroll.verticalScrollBar().setValue(place)
        if focused and self._page is not None and self._page.review is not None:
            self._page.review.checked.setFocus()

    @property
    def page(self) -> PassagePage | None:
        """The active passage's page as it is now; None without one."""
        if self._stale:
            self._show()
        return self._page

    @property
    def lost(self) -> Sequence[DecisionView]:
        """Decisions that hold no longer, told where no passage is active."""
        if self._stale:
            self._show()
        return self._lost

    @property
    def readings(self) -> Sequence[ReadingView]:
        return self.page.readings if self.page else ()

    @property
    def divergences(self) -> Sequence[DivergenceView]:
        return self.page.divergences if self.page else ()

    @property
    def folds(self) -> Sequence[Fold]:
        return self.page.folds if self.page else ()

    @property
    def review(self) -> ReviewButtons | None:
        return self.page.review if self.page else None

    @property
    def diff(self) -> WordDiffView | None:
        return self.page.diff if self.page else None

    def _empty(self) -> QWidget:
        """The legend, the first keys, and decisions that hold no longer."""
        page = QWidget()
        layout = page_column(page)
        layout.addWidget(label("What the marks say", "strong"))
        layout.addWidget(Legend(self._appearance))
        layout.addWidget(label("Three keys to begin with", "strong"))
        keys = QWidget()
        inside = QGridLayout(keys)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setHorizontalSpacing(SPACES[2])
        inside.setVerticalSpacing(SPACES[0])
        inside.setColumnStretch(1, 1)
        for row, (key, words) in enumerate(_FIRST_KEYS):
            inside.addWidget(label(key, "strong"), row, 0)
            inside.addWidget(label(words), row, 1)
        layout.addWidget(keys)
        layout.addWidget(label("Click a marked passage in a column to see its details.", "quiet"))
        lost = self._session.links.lost if self._session.stories.is_open else ()
        if lost:
            layout.addWidget(label("Decisions that hold no longer", "strong"))
        for decision in lost:
            view = DecisionView(self._session, decision)
            self._lost.append(view)
            layout.addWidget(view)
        layout.addStretch(1)
        return page
