"""Help inside the app: the pages of resources/help, nothing fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import (
    QKeySequence,
    QPalette,
    QPixmap,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextTable,
    QTextTableCellFormat,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QWidget,
)

from reader.ui.actions import Actions
from reader.ui.appearance import SPACES

Samples = Callable[[str, float], QPixmap | None]
"""Draws a mark by its name, for a screen of that pixel ratio."""
_MARK: Final = "mark"
"""Pages name a drawn mark as a picture: `![drawn](mark:near)`; Qt drops it without the word."""
_OBJECT: Final = "\ufffc"
"""Stands for a picture in a document's text."""
_ABOVE: Final = {1: 0, 2: SPACES[4], 3: SPACES[3]}
"""Pixels above a heading of each level."""
_LINE: Final = 115
"""Height of a line of running text, in hundredths of the face's own."""
_INDENT: Final = 24
"""Of lists, in pixels."""


class _Page(QTextBrowser):
    """Shows a page and loads nothing but what it was given."""

    def __init__(self, samples: Samples, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples = samples
        self._told = ""
        self.document().setDocumentMargin(SPACES[3])
        self.document().setIndentWidth(_INDENT)

    def tell(self, markdown: str) -> None:
        """Show a page, its tables ruled between the rows and not boxed."""
        self._told = markdown
        self.setMarkdown(markdown)
        self._space()
        self._level()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._rule(frame)

    def _space(self) -> None:
        """Headings nearer to what they head than to what went before; lines with some air."""
        cursor = QTextCursor(self.document())
        block = self.document().firstBlock()
        while block.isValid():
            form = block.blockFormat()
            level = form.headingLevel()
            if level:
                form.setTopMargin(_ABOVE.get(level, SPACES[2]))
                form.setBottomMargin(SPACES[1])
            else:
                height = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
                form.setLineHeight(_LINE, height)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
            block = block.next()

    def _level(self) -> None:
        """Drawn marks stand level with the words beside them, not on their baseline."""
        middle = QTextCharFormat()
        middle.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        found = self.document().find(_OBJECT)
        while not found.isNull():
            found.mergeCharFormat(middle)
            found = self.document().find(_OBJECT, found)

    def _rule(self, table: QTextTable) -> None:
        form = table.format().toTableFormat()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setTopMargin(SPACES[1])
        form.setBottomMargin(SPACES[2])
        table.setFormat(form)
        ruled = QTextTableCellFormat()
        ruled.setBottomBorder(1)
        ruled.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        ruled.setBottomBorderBrush(self.palette().color(QPalette.ColorRole.Mid))
        ruled.setTopPadding(SPACES[0])
        ruled.setBottomPadding(SPACES[0])
        ruled.setRightPadding(SPACES[3])
        for row in range(table.rows()):
            for column in range(table.columns()):
                table.cellAt(row, column).setFormat(ruled)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._told:
            self.tell(self._told)  # the rules have a colour of the theme

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002
        url = QUrl(name)
        if url.scheme() == _MARK:
            return self._samples(url.path(), self.devicePixelRatioF())
        return None


class HelpDialog(QDialog):
    """The help pages at the left, the chosen one at the right; stays open beside the window."""

    def __init__(
        self, folder: Path, keys: str, samples: Samples, parent: QWidget | None = None
    ) -> None:
        """`samples` draws the marks that pages name."""
        super().__init__(parent)
        self.setWindowTitle("Help")
        self.resize(860, 620)
        self._texts: list[str] = []
        self._names: list[str] = []
        self._list = QListWidget()
        self._list.setAccessibleName("Help pages")
        self._list.setMaximumWidth(220)
        self._page = _Page(samples)
        self._page.setAccessibleName("Help page")
        self._page.setOpenLinks(False)
        for path in sorted(folder.glob("*.md")):
            text = path.read_text("utf-8").replace("{{keys}}", keys)
            self._texts.append(text)
            self._names.append(path.stem)
            self._list.addItem(text.splitlines()[0].lstrip("# "))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self._list)
        layout.addWidget(self._page, 1)
        self._list.currentRowChanged.connect(self._on_chosen)
        self._list.setCurrentRow(0)

    def turn_to(self, name: str) -> None:
        """Show the page of this file name, without its suffix."""
        if name in self._names:
            self._list.setCurrentRow(self._names.index(name))

    def _on_chosen(self, row: int) -> None:
        if 0 <= row < len(self._texts):
            self._page.tell(self._texts[row])


def keys_table(actions: Actions) -> str:
    """All actions that have keys, as a Markdown table; read from the one list."""
    native = QKeySequence.SequenceFormat.NativeText
    rows = ["| Key | What it does |", "| --- | --- |"]
    for record in actions.listed.actions.values():
        keys = [QKeySequence(k).toString(native) for k in actions.keys(record.id)]
        if keys:
            rows.append(f"| {', '.join(keys)} | {record.text}: {record.tip} |")
    return "\n".join(rows)
