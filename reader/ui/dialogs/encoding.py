"""Reading an article's bytes in another encoding: which one, and how its first words then look."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from reader.core.errors import ReaderError
from reader.core.text.source import Source
from reader.ui.dialogs.sheet import Warned, form, quiet, sheet
from reader.ui.widgets.choices import Choice

_SHOWN = 500
"""Characters of the beginning: enough for a headline and a sentence with letters of its own."""


class EncodingDialog(QDialog):
    """A list of encodings with the first words in the chosen one; only a text can be taken."""

    def __init__(
        self,
        name: str,
        now: str,
        encodings: Sequence[tuple[str, str]],
        read: Callable[[str], Source],
        parent: QWidget | None = None,
    ) -> None:
        """`now` is the encoding the article is read by; `read` makes a source by another one."""
        super().__init__(parent)
        self.setWindowTitle("Read in another encoding")
        self.resize(620, 420)
        self._read = read
        self.source: Source | None = None
        self.choice = Choice("Encoding", least=24)
        for told, codec in encodings:
            self.choice.addItem(told, codec)
        self.choice.setCurrentIndex(max(0, self.choice.findData(now)))
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName("First words in this encoding")
        self.warning = Warned()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText("Read it so")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        told = quiet(
            f"Where letters of “{name}” look wrong, choose the encoding in which they look right. "
            "Notes on it are looked for again, and undo brings back the text as it was."
        )
        layout = sheet(self, told, form(("&Encoding", self.choice)))
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.warning)
        layout.addWidget(self.buttons)
        self.choice.currentIndexChanged.connect(self._show)
        self._show()

    @property
    def encoding(self) -> str:
        return str(self.choice.currentData())

    def _show(self) -> None:
        try:
            self.source = self._read(self.encoding)
        except ReaderError as problem:
            self.source = None
            self.preview.clear()
            self.warning.say(problem.title)
        else:
            self.preview.setPlainText(self.source.article.text[:_SHOWN].strip())
            self.warning.say(" ".join(self.source.warnings))
        self.ok.setEnabled(self.source is not None)
