"""The words that a note is about, each quote with its article and what became of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reader.core.annotating.annotation import Standing, Target
from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.details.parts import label
from reader.ui.panels.drawn.pieces import Piece, on_one_line
from reader.ui.panels.drawn.words_view import WordsView
from reader.ui.panels.words import STANDING_WORDS, source_of
from reader.ui.session import Session

_QUOTE_LINES = 5
_STANDINGS = {
    Standing.MOVED: "! Moved: found again in another place of the newer text.",
    Standing.REVIEW: "! Several places could be meant. Choose one:",
    Standing.LOST: "! Lost: these words are not in the newer text.",
}


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
        head = QHBoxLayout()
        head.setSpacing(SPACES[1])
        head.addWidget(label(source, "quiet"), 1)
        layout.addLayout(head)
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
            drop = _small(f"Take these words of {source} off the note", "Take off")
            drop.setProperty("role", "corrections")
            drop.clicked.connect(self.dropped)
            head.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)

    def _offer(self, layout: QVBoxLayout, number: int, words: str) -> None:
        button = _small(words, words)
        button.clicked.connect(lambda: self.accepted.emit(number))
        self.offers.append(button)
        layout.addWidget(button)


class Quotes(QWidget):
    """All quotes of one note, below each other."""

    chosen = Signal(object)
    """The Target whose place should be come to."""
    accepted = Signal(int, int)
    """A quote's number and the candidate that it belongs to."""
    dropped = Signal(int)
    """The number of the quote that the note should no longer be about."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self.setAccessibleName("What the note is about")
        self._session = session
        self._appearance = appearance
        self._shown: tuple[Target, ...] | None = None
        self.views: list[TargetView] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACES[1])

    def forget(self) -> None:
        """Another note is shown: its quotes are laid out anew even where they are the same."""
        self._shown = None

    def show_targets(self, targets: tuple[Target, ...]) -> None:
        if targets == self._shown:
            return
        self._shown = targets
        for view in self.views:
            self._layout.removeWidget(view)
            view.hide()
            view.deleteLater()
        alone = len(targets) == 1 or self._session.stories.read_only
        self.views = [self._view(n, target, alone) for n, target in enumerate(targets)]
        for view in self.views:
            self._layout.addWidget(view)

    def _view(self, number: int, target: Target, alone: bool) -> TargetView:
        stored = self._session.stories.article(target.article_id)
        source = source_of(stored) if stored else "an article that was removed"
        text = stored.article.text if stored else ""
        view = TargetView(self._appearance, target, source, text, alone=alone)
        view.chosen.connect(lambda: self.chosen.emit(target))
        view.accepted.connect(lambda candidate: self.accepted.emit(number, candidate))
        view.dropped.connect(lambda: self.dropped.emit(number))
        return view


def _small(name: str, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "small")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button
