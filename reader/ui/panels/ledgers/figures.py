"""The figures panel: every figure of every article, and which of them cannot both hold."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.ui.appearance import Appearance
from reader.ui.panels.ledgers.ledger import LedgerPanel
from reader.ui.panels.ledgers.model import LedgerColumn
from reader.ui.panels.ledgers.rows import figure_rows
from reader.ui.panels.tables.widths import Width
from reader.ui.session import Session

_COLUMNS = (
    LedgerColumn("Figure", Width(120, 2.0), text=True),
    LedgerColumn("Value", Width(104, 1.2)),
    LedgerColumn("Unit", Width(64, 0.4)),
    LedgerColumn("Bound", Width(72, 0.4)),
    LedgerColumn("Of", Width(88, 1.2), text=True),
    LedgerColumn("Article", Width(112, 1.4)),
    LedgerColumn("Other articles", Width(160, 4.0)),
)


class FiguresPanel(LedgerPanel):
    """Figures in conflict come first, until another column is clicked."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, appearance, "Figures", "figure", _COLUMNS, figure_rows, 6, parent)
