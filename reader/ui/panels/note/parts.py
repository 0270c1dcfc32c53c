"""What the note panel is made of: the editor, and the quotes with their standing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reader.core.annotating.annotation import Standing, Target
from reader.ui.appearance import Appearance
from reader.ui.panels.details.parts import label
from reader.ui.panels.drawn.pieces import Piece, on_one_line
from reader.ui.panels.drawn.words_view import WordsView
from reader.ui.panels.words import STANDING_WORDS

_QUOTE_LINES = 5
_STANDINGS = {
    Standing.MOVED: "! Moved: found again in another place of the newer text.",
    Standing.REVIEW: "! Several places could be meant. Choose one:",
    Standing.LOST: "! Lost: these words are not in the newer text.",
}


class NoteEditor(QPlainTextEdit):
    """Plain text, Markdown if one likes; Escape leaves, Control with Enter too."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Write a note… Markdown is shown as it reads")
        self.setAccessibleName("Note")
        self.setAccessibleDescription("Saved as you type. Escape goes back to reading")
        self.setTabChangesFocus(True)
        self.setMinimumHeight(96)

    def written(self) -> str:
        """What is typed; unlike `toPlainText` it keeps no-break spaces."""
        raw = self.document().toRawText()
        return raw.replace("\N{PARAGRAPH SEPARATOR}", "\n").replace("\N{LINE SEPARATOR}", "\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
            return
        super().keyPressEvent(event)


class TargetView(QWidget):
    """One quote of an annotation with its article; says where it moved or that it is lost."""

    chosen = Signal()
    accepted = Signal(int)
    """The person agrees to a place: the candidate's number."""
    dropped = Signal()
    """The note should no longer be about these words."""

    def __init__(
        self, appearance: Appearance, target: Target, source: str, text: str, *, alone: bool
    ) -> None:
        """`text` is the article's; `alone` says that the note has no other place."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        sign = STANDING_WORDS[target.standing]
        layout.addWidget(label(source, "quiet"))
        pieces = on_one_line((Piece(target.anchor.quote),))
        self.words = WordsView(appearance, pieces, lines=_QUOTE_LINES, clickable=True)
        self.words.setAccessibleName(f"{sign} quote from {source}: {target.anchor.quote}".strip())
        self.words.setAccessibleDescription("Enter goes to its place")
        self.words.chosen.connect(self.chosen)
        layout.addWidget(self.words)
        if target.standing is not Standing.FOUND:
            layout.addWidget(label(_STANDINGS[target.standing], "warning"))
        self.offers: list[QPushButton] = []
        if target.standing is Standing.MOVED and target.span is not None:
            self._offer(layout, 0, "It belongs here")
        elif target.standing is Standing.REVIEW:
            for n, span in enumerate(target.candidates):
                words = " ".join(span.of(text).split())
                self._offer(layout, n, f"Here: “{words[:60]}”")

        if not alone:
            drop = _small("Take these words off the note", "Take off")
            drop.clicked.connect(self.dropped)
            layout.addWidget(drop)

    def _offer(self, layout: QVBoxLayout, number: int, words: str) -> None:
        button = _small(words, words)
        button.clicked.connect(lambda: self.accepted.emit(number))
        self.offers.append(button)
        layout.addWidget(button)


def _small(name: str, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "small")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button
