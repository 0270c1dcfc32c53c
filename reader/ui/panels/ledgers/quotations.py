"""The quotations panel: who is quoted with what, by whom, and whether others quote it alike."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.ui.appearance import Appearance
from reader.ui.panels.ledgers.ledger import LedgerPanel
from reader.ui.panels.ledgers.model import LedgerColumn
from reader.ui.panels.ledgers.rows import quotation_rows
from reader.ui.panels.tables.widths import Width
from reader.ui.session import Session

_COLUMNS = (
    LedgerColumn("Speaker", Width(120, 1.0)),
    LedgerColumn("Verb", Width(64, 0.4)),
    LedgerColumn("Wording", Width(240, 5.0), text=True),
    LedgerColumn("Article", Width(112, 1.2)),
    LedgerColumn("Other articles", Width(160, 2.6)),
)


class QuotationsPanel(LedgerPanel):
    """Quotations that others give differently come first, until another column is clicked."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            session, appearance, "Quotations", "quotation", _COLUMNS, quotation_rows, 4, parent
        )
