"""The figures panel: every figure of every article, and which of them cannot both hold."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.ui.appearance import Appearance
from reader.ui.panels.ledger import LedgerColumn, LedgerPanel
from reader.ui.panels.ledger_rows import figure_rows
from reader.ui.session import Session

_COLUMNS = (
    LedgerColumn("Figure", 2.0, text=True),
    LedgerColumn("Value", 1.6),
    LedgerColumn("Unit", 0.8),
    LedgerColumn("Bound", 0.8),
    LedgerColumn("Of", 1.2, text=True),
    LedgerColumn("Article", 1.6),
    LedgerColumn("Other articles", 3.0),
)


class FiguresPanel(LedgerPanel):
    """Figures in the order of the articles, until another column is clicked."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, appearance, "Figures", "figure", _COLUMNS, figure_rows, 5, parent)
