"""The bar above the passages table: what to search for and which passages to work through."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QToolButton,
    QWidget,
)

from reader.core.annotating.annotation import DecisionKind, ReviewState
from reader.core.difference.divergence import DivergenceKind
from reader.core.matching.link import Relation
from reader.ui.appearance import SPACES
from reader.ui.listing import Outcome, PassageFilter
from reader.ui.panels.words import (
    DECISION_WORDS,
    KIND_WORDS,
    RELATION_WORDS,
    STATE_WORDS,
    count_words,
    outcome_words,
)
from reader.ui.session import Session
from reader.ui.widgets.choices import choice
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.saying import Saying
from reader.ui.widgets.search_field import TYPING_PAUSE, SearchField

_E = TypeVar("_E", bound=StrEnum)


def _chosen(combo: QComboBox, kind: type[_E]) -> _E | None:
    """Qt keeps an entry's value as plain text."""
    value = combo.currentData()
    return None if value is None else kind(value)


class PassageFilterBar(QWidget):
    """Writes the session's filter and shows what it leaves: '3 of 10 (of 41)'."""

    left_downwards = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.search = SearchField("Search the passages")
        self.shared = choice("How many articles share it", "Any k of N", ())
        self.verdict = choice(
            "Verdict",
            "Any verdict",
            [(outcome_words(found), found) for found in Outcome],
        )
        self.relation = choice(
            "Relation", "Any relation", [(RELATION_WORDS[r], r) for r in Relation]
        )
        self.kind = choice(
            "Kind of difference", "Any difference", [(KIND_WORDS[k], k) for k in DivergenceKind]
        )
        self.state = choice(
            "Review state", "Any review", [(STATE_WORDS[s], s) for s in ReviewState]
        )
        self.decided = choice(
            "What you decided about its links",
            "Any decision",
            [(DECISION_WORDS[d], d) for d in DecisionKind],
        )
        self.annotated = QToolButton()
        self.annotated.setText("With notes")
        self.annotated.setCheckable(True)
        self.annotated.setProperty("role", "toggle")
        self.annotated.setAccessibleName("Only passages with notes")
        self.clear = QToolButton()
        self.clear.setText("Clear")
        self.clear.setProperty("role", "slim")  # the line stays as high as it is without it
        self.clear.setAccessibleName("Clear all filters")
        self.count = Saying("Where you are")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self._lay_out()
        self._connect()
        self._offer_shares()
        self._tell()

    @property
    def combos(self) -> tuple[QComboBox, ...]:
        return (self.shared, self.verdict, self.relation, self.kind, self.state, self.decided)

    def _lay_out(self) -> None:
        layout = FlowLayout(self)
        layout.setContentsMargins(SPACES[1], SPACES[0], SPACES[1], SPACES[0])
        # What comes and goes, and the counts, take their room from the search alone: no choice
        # moves from under the mouse.
        for widget in (*self.combos, self.annotated, self.search, self.clear, self.count):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(self._apply)
        self.search.left_downwards.connect(self.left_downwards)
        self._typing.timeout.connect(self._apply)
        for combo in self.combos:
            combo.currentIndexChanged.connect(self._apply)
        self.annotated.toggled.connect(self._apply)
        self.clear.clicked.connect(self._clear)
        passages = self._session.passages
        passages.order_changed.connect(self._on_listed)
        passages.active_changed.connect(self._tell)
        passages.reviews_changed.connect(self._tell)
        self._session.comparing.comparison_changed.connect(self._offer_shares)

    def _offer_shares(self) -> None:
        """'2 or more', '3 or more' ... as many as there are articles."""
        count = len(self._session.comparing.ids)
        with QSignalBlocker(self.shared):
            before = self.shared.currentData()
            while self.shared.count() > 1:
                self.shared.removeItem(1)
            self.shared.addItem("Only in one", (1, 1))
            for least in range(2, count):
                self.shared.addItem(f"{least} or more", (least, None))
            if count > 1:
                self.shared.addItem(f"All {count}", (count, None))
            self.shared.setCurrentIndex(max(0, self.shared.findData(before)))

    def _apply(self) -> None:
        self._typing.stop()
        least, most = self.shared.currentData() or (1, None)
        self._session.passages.set_filter(
            replace(
                PassageFilter(),
                text=self.search.text().strip(),
                least_shared=least,
                most_shared=most,
                outcome=_chosen(self.verdict, Outcome),
                relation=_chosen(self.relation, Relation),
                kind=_chosen(self.kind, DivergenceKind),
                state=_chosen(self.state, ReviewState),
                decided=_chosen(self.decided, DecisionKind),
                annotated=self.annotated.isChecked(),
            )
        )

    def _clear(self) -> None:
        blockers = [QSignalBlocker(w) for w in (self.search, self.annotated, *self.combos)]
        self.search.clear()
        self.annotated.setChecked(False)
        for combo in self.combos:
            combo.setCurrentIndex(0)
        for blocker in blockers:
            blocker.unblock()
        self._apply()

    def _on_listed(self) -> None:
        self.clear.setVisible(self._session.passages.filter != PassageFilter())
        self._tell()

    def _tell(self) -> None:
        passages = self._session.passages
        place, listed = passages.position
        everything = passages.checked[1]
        here = f"{place} of {listed}" if place else count_words(listed, "passage")
        if listed != everything:
            here += f" (of {everything})"
        self.count.setText(here if everything else "")
        self.clear.setVisible(passages.filter != PassageFilter())
        self.updateGeometry()
