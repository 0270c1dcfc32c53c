"""What the details of a passage are made of: readings, divergences, links, the word diff."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.annotating.annotation import Decision, DecisionKind
from reader.core.difference.divergence import Verdict
from reader.core.matching.link import Link, Reading
from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.drawn.pieces import Form, Pieces, on_one_line, running
from reader.ui.panels.drawn.readings import Differing, Readings
from reader.ui.panels.drawn.words_view import EDGE, WordsView
from reader.ui.panels.words import (
    KIND_WORDS,
    RELATION_WORDS,
    VERDICT_WORDS,
    score_words,
    verdict_words,
)
from reader.ui.widgets.choices import Choice
from reader.ui.widgets.flow import FlowLayout

_LONG_WORD: Final = re.compile(r"\S{20}(?=\S{4})")
"""Where a word that is longer than a narrow panel may be broken."""


def label(words: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """A line of words that names itself; text is never taken for markup."""
    made = QLabel(_LONG_WORD.sub("\\g<0>\u200b", words) if wrap else words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setAccessibleName(words)
    made.setContentsMargins(EDGE, 0, 0, 0)  # in line with the readings' own words
    if role:
        made.setProperty("role", role)
    return made


def column(parent: QWidget, space: int = SPACES[0]) -> QVBoxLayout:
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(space)
    return layout


def page_column(page: QWidget) -> QVBoxLayout:
    """A whole page of the panel, with its margins."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(SPACES[2], SPACES[1], SPACES[2], SPACES[2])
    layout.setSpacing(SPACES[2])
    return layout


class ReadingView(QWidget):
    """One article's reading with its place, its relation to the base and what one decided on it."""

    chosen = Signal()
    """The reading was clicked: go to its place."""
    decided = Signal(object)
    """A DecisionKind on the link to the base reading, None to take the decision back."""
    correcting = Signal(QMenu)
    """The menu of corrections is about to be shown: fill it."""

    def __init__(
        self,
        appearance: Appearance,
        source: str,
        pieces: Pieces,
        *,
        link: Link | None,
        decision: Decision | None,
        by_way_of: str = "",
    ) -> None:
        """`by_way_of` says how it belongs here where it has no link to what leads the passage."""
        super().__init__()
        layout = column(self, 0)
        relation = RELATION_WORDS[link.relation] if link else by_way_of
        head = QHBoxLayout()
        head.setSpacing(SPACES[1])
        head.addWidget(label(source, "strong"), 1)
        self.correct = correct_button("…", f"Correct what is linked with {source}")
        self.correct.menu().aboutToShow.connect(lambda: self.correcting.emit(self.correct.menu()))
        head.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        self.words = WordsView(appearance, on_one_line(pieces), clickable=True)
        self.words.setAccessibleName(f"{source}, {relation}: {told(pieces)}")
        self.words.setAccessibleDescription("Enter goes to this place in the column")
        self.words.chosen.connect(self.chosen)
        layout.addWidget(self.words)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        if relation:
            foot.addWidget(label(relation, "quiet"), 1)
        layout.addLayout(foot)
        self.accept: QPushButton | None = None
        self.reject: QPushButton | None = None
        if link is not None:
            self._offer(foot, source, decision)

    def _offer(self, foot: QHBoxLayout, source: str, decision: Decision | None) -> None:
        kind = None if decision is None else decision.kind
        self.accept = QPushButton("Accepted" if kind is DecisionKind.ACCEPTED else "Accept")
        self.reject = QPushButton("Reject")
        for button, mine, words in (
            (self.accept, DecisionKind.ACCEPTED, f"Yes, {source} makes the same claim"),
            (self.reject, DecisionKind.REJECTED, f"No, {source} says something else"),
        ):
            button.setProperty("role", "small")
            button.setCheckable(True)
            button.setChecked(kind is mine)
            button.setAccessibleName(words)
            button.setToolTip(words if kind is not mine else "Leave it to the machine again")
            button.clicked.connect(
                lambda _=False, to=None if kind is mine else mine: self.decided.emit(to)
            )
            foot.addSpacing(SPACES[0])
            foot.addWidget(button)


def correct_button(words: str, name: str) -> QPushButton:
    """A button with an empty menu, to be filled when it is about to be shown."""
    button = QPushButton(words)
    button.setProperty("role", "corrections")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setMenu(QMenu(button))
    return button


class DivergenceView(QWidget):
    """One divergence: its kind and verdict, both sides' words, and why in one sentence."""

    chosen = Signal()

    def __init__(self, readings: Readings, differing: Differing, sources: tuple[str, str]) -> None:
        super().__init__()
        divergence = differing.divergence
        again = f" · {differing.count} times" if differing.count > 1 else ""
        layout = column(self, 0)
        role = "conflict" if divergence.verdict is Verdict.CONFLICT else "strong"
        kind = f"{KIND_WORDS[divergence.kind]}: {verdict_words(divergence.verdict)}"
        layout.addWidget(label(kind[0].upper() + kind[1:] + again, role))
        sides = readings.stated(divergence.a)
        if divergence.b is not None:
            sides += f"  /  {readings.stated(divergence.b)}"
        layout.addWidget(label(sides))
        if divergence.reason:
            layout.addWidget(label(divergence.reason, "quiet"))
        self.setAccessibleName(
            f"{KIND_WORDS[divergence.kind]}, {VERDICT_WORDS[divergence.verdict]}{again}: {sides}. "
            f"{' and '.join(s for s in sources if s)}. {divergence.reason}"
        )


class LinkView(QWidget):
    """Why the machine takes two readings for one claim."""

    def __init__(self, link: Link, sources: tuple[str, str]) -> None:
        super().__init__()
        layout = column(self, 0)
        layout.addWidget(label(f"{sources[0]} and {sources[1]}"))
        reasons = "; ".join(link.why) or RELATION_WORDS[link.relation]
        layout.addWidget(label(f"{score_words(link)}: {reasons}", "quiet"))


class WordDiffView(QWidget):
    """Any two readings of a passage as one running text."""

    def __init__(
        self,
        appearance: Appearance,
        readings: Readings,
        ordered: Sequence[Reading],
        sources: Sequence[str],
        first: tuple[Reading, Reading],
    ) -> None:
        """`first` are the two that are compared until others are chosen."""
        super().__init__()
        self._readings = readings
        self._ordered = tuple(ordered)
        self.before, self.after = Choice("From this reading"), Choice("To this reading")
        for combo in (self.before, self.after):
            combo.addItems(list(sources))
        for combo, reading in zip((self.before, self.after), first, strict=True):
            combo.setCurrentIndex(self._ordered.index(reading))
        self.words = WordsView(appearance)
        layout = column(self)
        for sign, means, combo in (
            ("−", "Struck out is what only this reading says", self.before),
            ("+", "Underlined is what only this reading says", self.after),
        ):
            line = QHBoxLayout()
            line.setSpacing(SPACES[0])
            mark = label(sign, "quiet", wrap=False)
            mark.setAccessibleName(means)
            mark.setToolTip(means)
            mark.setFixedWidth(SPACES[2])
            line.addWidget(mark)
            line.addWidget(combo, 1)
            layout.addLayout(line)
        layout.addWidget(self.words)
        for combo in (self.before, self.after):
            combo.currentIndexChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        a = self._ordered[self.before.currentIndex()]
        b = self._ordered[self.after.currentIndex()]
        text_a, text_b = self._readings.text(a.article), self._readings.text(b.article)
        pieces = on_one_line(running(text_a, a.span, text_b, b.span))
        self.words.set_pieces(pieces, told(pieces))


class ReviewButtons(QWidget):
    """Checked, needs a call: the person's state of a passage."""

    def __init__(self, checked: bool, call: bool) -> None:
        super().__init__()
        self.checked, self.call = QPushButton("✓ Checked"), QPushButton("? Needs a call")
        self.correct = correct_button("Correct…", "Correct this passage")
        self.correct.setProperty("role", "small")
        self.checked.setToolTip("Mark this passage as checked (C in the columns)")
        self.call.setToolTip("Somebody must be asked before this can stand")
        layout = FlowLayout(self, SPACES[0])
        layout.setContentsMargins(0, 0, 0, 0)
        for button, on, name in (
            (self.checked, checked, "Checked"),
            (self.call, call, "Needs a call"),
        ):
            button.setCheckable(True)
            button.setChecked(on)
            button.setProperty("role", "small")
            button.setAccessibleName(name)
            layout.addWidget(button)
        layout.addWidget(self.correct)


_SAID = {
    Form.CHANGED: "changed",
    Form.KIN: "other form",
    Form.CONFLICT: "in conflict",
    Form.DELETED: "taken out",
    Form.INSERTED: "put in",
}


def told(pieces: Pieces) -> str:
    """A marked text for the ear: 'moved out [taken out: over] [put in: nearly] 5,000'."""
    return "".join(
        f"[{_SAID[piece.form]}: {piece.text}]" if piece.form in _SAID else piece.text
        for piece in on_one_line(pieces)
    )


def sources_of(readings: Sequence[Reading], names: Mapping[int, str]) -> list[str]:
    """A name for each reading; an article's second reading says so."""
    seen: dict[int, int] = {}
    made: list[str] = []
    for reading in readings:
        count = seen[reading.article] = seen.get(reading.article, 0) + 1
        name = names[reading.article]
        made.append(name if count == 1 else f"{name} (again)")
    return made
