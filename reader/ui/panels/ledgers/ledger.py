"""A ledger: all that the articles state of one sort, to sort, to filter, to go to in the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from reader.core.difference.divergence import Verdict
from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.ledgers.delegate import LedgerDelegate
from reader.ui.panels.ledgers.model import ROW_ROLE, LedgerColumn, LedgerModel, MakeRows
from reader.ui.panels.ledgers.rows import LedgerRow
from reader.ui.panels.tables.copying import as_mime
from reader.ui.panels.tables.views import GridView
from reader.ui.panels.tables.widths import SharedWidths
from reader.ui.panels.words import VERDICT_SIGNS, VERDICT_WORDS, count_words
from reader.ui.session import Session
from reader.ui.widgets.choices import choice
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.saying import Saying
from reader.ui.widgets.search_field import TYPING_PAUSE, SearchField


class LedgerPanel(QWidget):
    """Search, verdict, count, table; the current row's place comes into view."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        name: str,
        one: str,
        columns: Sequence[LedgerColumn],
        rows: MakeRows,
        first: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._one = one
        self._columns = tuple(columns)
        self.search = SearchField(f"Search the {name.lower()}")
        told = (Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.AGREE)
        self.verdict = choice(
            "Beside the other articles",
            "Any verdict",
            [(f"{VERDICT_SIGNS[v]} {VERDICT_WORDS[v]}", v) for v in told],
        )
        self.unvalued = QToolButton()
        self.unvalued.setText("Also without a number")
        self.unvalued.setCheckable(True)
        self.unvalued.setProperty("role", "toggle")
        self.unvalued.setToolTip("‘This week’, ‘months’: they say how much without a number")
        self.unvalued.setAccessibleName("Also list what gives no number")
        self.count = Saying("How many are listed")
        self.table = GridView(
            appearance, name, "Enter goes to the text, Control with C copies rows"
        )
        self.model = LedgerModel(session, columns, rows, first, self)
        self.table.setModel(self.model)
        self._delegate = LedgerDelegate(appearance, self.table)
        self.table.setItemDelegate(self._delegate)
        self.table.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self.table.horizontalHeader().setSortIndicator(first, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.widths = SharedWidths(
            self.table, session.settings, name.lower(), lambda: [c.width for c in self._columns]
        )
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        bar = QWidget()
        flow = FlowLayout(bar)
        flow.setContentsMargins(SPACES[1], SPACES[0], SPACES[1], SPACES[0])
        for widget in (self.verdict, self.unvalued, self.search, self.count):
            flow.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.table, 1)
        self._connect()
        self._on_listed()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self._session.comparing.running_changed.connect(self._on_listed)
        self.search.returnPressed.connect(self._apply)
        self.search.left_downwards.connect(self.table.setFocus)
        self._typing.timeout.connect(self._apply)
        self.verdict.currentIndexChanged.connect(self._apply)
        self.unvalued.toggled.connect(self.model.show_unvalued)
        self.model.modelReset.connect(self._on_listed)
        self._session.stories.story_changed.connect(self._on_listed)
        self.table.clicked.connect(self._go_to)
        self.table.entered_row.connect(self._go_to)
        self.table.copy_wanted.connect(self.copy)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def _apply(self) -> None:
        self._typing.stop()
        verdict = self.verdict.currentData()
        self.model.set_filter(self.search.text(), None if verdict is None else Verdict(verdict))

    def _on_listed(self) -> None:
        listed, everything = self.model.rowCount(), self.model.everything
        self.unvalued.setVisible(self.model.unvalued > 0)
        told = count_words(listed, self._one)
        self.count.setText(told if listed == everything else f"{told} of {everything:,}")
        if not self._session.stories.is_open:
            self.table.empty_words = "No project is open."
        elif everything and not listed:
            self.table.empty_words = f"No {self._one} passes the filter."
        elif not self._session.stories.articles:
            self.table.empty_words = "Add articles to see what they state."
        elif self._session.comparing.running:
            self.table.empty_words = "Comparing…"
        else:
            self.table.empty_words = f"No {self._one} found."

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        """The table is walked with the keys: the board comes along. A click comes by itself."""
        by_key = QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
        if by_key and self.table.hasFocus():
            self._go_to(current)

    def _go_to(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, LedgerRow):
            article_id = self._session.comparing.ids[row.article]
            self._session.passages.go_to(article_id, row.span)

    def copy(self) -> None:
        """The chosen rows as text, HTML and CSV to the clipboard."""
        rows = sorted(i.row() for i in self.table.selectionModel().selectedRows())
        if rows:
            QGuiApplication.clipboard().setMimeData(as_mime(self.model.copied(rows)))
