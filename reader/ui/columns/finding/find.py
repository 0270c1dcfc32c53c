"""Find in all columns: the bar, what it looks for, and the hit one is at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from reader.core.text.span import Span
from reader.ui.appearance import SPACES
from reader.ui.columns.finding.searching import Found, Query, Searchable, complaint
from reader.ui.widgets.saying import Saying

_TYPING_MS = 120
"""How long after the last key a search begins."""

_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Finding(QObject):
    """Looks through articles one at a time from the event loop, and steps through the hits."""

    found = Signal()
    """Hits have changed, or one more article has been looked through."""
    current_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[str, Searchable] = {}
        self._sources: dict[str, str] = {}
        self._query = Query()
        self._found: dict[str, Found] = {}
        self._waiting: list[str] = []
        self._current: tuple[str, int] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def query(self) -> Query:
        return self._query

    @property
    def busy(self) -> bool:
        return self._timer.isActive()

    def set_texts(self, texts: dict[str, str]) -> None:
        """Articles by id, in the order of the columns."""
        self._texts = {
            key: self._texts[key] if self._sources.get(key) == text else Searchable(text)
            for key, text in texts.items()
        }
        self._sources = dict(texts)
        self.look_for(self._query)

    def look_for(self, query: Query, *, after_ms: int = 0) -> None:
        """Begin anew; what was found before is dropped."""
        self._query = query
        self._found = {}
        self._current = None
        self._waiting = list(self._texts) if query.text and not complaint(query) else []
        self._timer.stop()
        if self._waiting:
            self._timer.start(after_ms)
        self.found.emit()

    def hits(self, article_id: str) -> tuple[Span, ...]:
        found = self._found.get(article_id)
        return found.hits if found else ()

    def count(self, article_id: str) -> int | None:
        """How many hits stand in an article; None where it was not looked through."""
        found = self._found.get(article_id)
        return None if found is None else len(found.hits)

    @property
    def cut_short(self) -> bool:
        return any(found.cut_short for found in self._found.values())

    @property
    def total(self) -> int:
        return sum(len(found.hits) for found in self._found.values())

    @property
    def articles_with_hits(self) -> int:
        return sum(1 for found in self._found.values() if found.hits)

    @property
    def current(self) -> tuple[str, Span] | None:
        """The hit one is at."""
        if self._current is None:
            return None
        article_id, number = self._current
        return article_id, self._found[article_id].hits[number]

    @property
    def position(self) -> int:
        """Which of all hits one is at, from 1; 0 where at none."""
        if self._current is None:
            return 0
        before = 0
        for key in self._texts:
            if key == self._current[0]:
                return before + self._current[1] + 1
            before += len(self.hits(key))
        return 0

    def step(self, by: int, start: tuple[str, int] | None = None) -> None:
        """To the next (1) or previous (-1) hit, round the end; the first one at or after `start`
        (article id and code point) where one is at none yet.
        """
        places = [(key, n) for key in self._texts for n in range(len(self.hits(key)))]
        if not places:
            return
        if self._current is not None:
            at = (places.index(self._current) + by) % len(places)
        else:
            at = self._first(places, start) if by > 0 else len(places) - 1
        self._current = places[at]
        self.current_changed.emit()

    def _first(self, places: list[tuple[str, int]], start: tuple[str, int] | None) -> int:
        if start is None or start[0] not in self._texts:
            return 0
        order = {key: n for n, key in enumerate(self._texts)}
        wanted = (order[start[0]], start[1])
        for at, (key, number) in enumerate(places):
            if (order[key], self.hits(key)[number].start) >= wanted:
                return at
        return 0

    def stop(self) -> None:
        self._timer.stop()

    def _on_timeout(self) -> None:
        key = self._waiting.pop(0)
        self._found[key] = self._texts[key].find(self._query)
        if self._waiting:
            self._timer.start(0)
        self.found.emit()


class FindBar(QWidget):
    """A line to type in, three switches, the counts; Enter and Shift+Enter step through."""

    closed = Signal()
    step_wanted = Signal(int)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("Find in all columns")
        self.line.setAccessibleName("Find in all columns")
        self.line.setClearButtonEnabled(True)
        self.line.setMaximumWidth(320)
        self.case = self._switch("Aa", "Match case")
        self.whole_word = self._switch("Words", "Whole words only")
        self.regex = self._switch(".*", "Regular expression")
        self.previous = self._button("↑", "Previous hit (Shift+Enter)")
        self.next = self._button("↓", "Next hit (Enter)")
        self.told = Saying("What was found", self)
        self._close = self._button("✕", "Close (Esc)")
        across = QHBoxLayout(self)
        across.setContentsMargins(SPACES[2], SPACES[0], SPACES[2], SPACES[0])
        across.setSpacing(SPACES[0])
        across.addWidget(self.line, 1)
        for button in (self.case, self.whole_word, self.regex, self.previous, self.next):
            across.addWidget(button)
        across.addSpacing(SPACES[1])
        across.addWidget(self.told)
        across.addStretch(1)
        across.addWidget(self._close)
        self.setAccessibleName("Find")
        self._connect()

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda: self._look(_TYPING_MS))
        for switch in (self.case, self.whole_word, self.regex):
            switch.toggled.connect(lambda: self._look(0))
        self.previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))
        self._close.clicked.connect(self.closed)
        self._finding.found.connect(self._tell)
        self._finding.current_changed.connect(self._tell)

    def _switch(self, text: str, name: str) -> QToolButton:
        made = self._button(text, name)
        made.setCheckable(True)
        return made

    def _button(self, text: str, name: str) -> QToolButton:
        made = QToolButton(self)
        made.setText(text)
        made.setToolTip(name)
        made.setAccessibleName(name)
        return made

    def query(self) -> Query:
        return Query(
            self.line.text(),
            self.case.isChecked(),
            self.whole_word.isChecked(),
            self.regex.isChecked(),
        )

    def open(self, text: str = "") -> None:
        """Show the bar, ready to type; `text` is looked for at once."""
        self.show()
        if text:
            self.line.setText(text)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.query() != self._finding.query:
            self._look(0)

    def _look(self, after_ms: int) -> None:
        self._finding.look_for(self.query(), after_ms=after_ms)

    def _tell(self) -> None:
        query = self._finding.query
        problem = complaint(query)
        self.told.setText(problem or self._counts() if query.text else "")
        role = "warning" if problem else "quiet"
        if self.told.property("role") != role:
            self.told.setProperty("role", role)
            self.told.style().unpolish(self.told)
            self.told.style().polish(self.told)

    def _counts(self) -> str:
        if self._finding.busy:
            return "Looking…"
        total = self._finding.total
        if not total:
            return (
                "Nothing found; too slow to finish" if self._finding.cut_short else "Nothing found"
            )
        at = self._finding.position
        articles = self._finding.articles_with_hits
        place = f"{at:,} of {total:,}" if at else f"{total:,} found"
        more = "; there are more" if self._finding.cut_short else ""
        return f"{place} in {articles} column{'' if articles == 1 else 's'}{more}"

    def event(self, event: QEvent) -> bool:
        """Letters, Enter and Esc are the bar's own, before any command that has them as well."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.text()
            and not event.modifiers() & _COMMANDING
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_wanted.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
