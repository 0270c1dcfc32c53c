"""A column's head: whose article it is, how much of it is shared, and what can be done with it."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.text.article import Article
from reader.core.text.offsets import Utf16Map
from reader.ui.appearance import SPACES
from reader.ui.columns.painting import LEFT_MARGIN
from reader.ui.columns.paragraphs import is_right_to_left
from reader.ui.columns.shares import Shares
from reader.ui.columns.tones import Tones

_DRAG: Final = 12
"""Pixels after which a press on the head becomes a drag."""
_LINES: Final = 2
_LONG: Final = 100_000
"""Characters above which words are not counted one by one."""


class Headline(QWidget):
    """A headline in at most two lines, elided; the whole of it is its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._most = _LINES
        self._font = QFont()
        self._ink = QColor()

    def show_text(self, text: str, font: QFont, ink: QColor) -> None:
        self._text, self._font, self._ink = text, font, ink
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.set_lines(self._most)

    def set_lines(self, most: int) -> None:
        """How many lines the headline may take; its height is that of so many, needed or not."""
        self._most = most
        self.setFixedHeight(round(QFontMetricsF(self._font).height() * 1.1 * most))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._ink)
        metrics = QFontMetricsF(self._font)
        baseline = metrics.ascent()
        turned = is_right_to_left(self._text)
        for line in self._lines(metrics):
            x = self.width() - metrics.horizontalAdvance(line) if turned else 0.0
            painter.drawText(QPointF(x, baseline), line)
            baseline += metrics.height() * 1.1

    def _lines(self, metrics: QFontMetricsF) -> list[str]:
        """The lines that fit; the last one ends in an ellipsis where words are left."""
        layout = QTextLayout(self._text, self._font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        found: list[str] = []
        units = Utf16Map(self._text)
        rest = self._text
        while len(found) < self._most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width())
            set_in = units.span_from_qt(line.textStart(), line.textStart() + line.textLength())
            found.append(set_in.of(self._text))
            rest = self._text[set_in.end :]
        layout.endLayout()
        if rest and found:
            found[-1] = metrics.elidedText(
                found[-1] + rest, Qt.TextElideMode.ElideRight, self.width()
            )
        return found


class ShareBar(QWidget):
    """How much of the article is shared and how, as lengths told apart by height as well as hue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = Shares()
        self._tones: Tones | None = None
        self.setFixedHeight(8)
        self.setAccessibleName("How much is shared")

    def show_shares(self, shares: Shares, tones: Tones) -> None:
        self._shares, self._tones = shares, tones
        words = shares.in_words()
        self.setToolTip(words)
        self.setAccessibleDescription(words or "Not compared yet.")
        self.update()

    @property
    def shares(self) -> Shares:
        return self._shares

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tones is None:
            return
        painter = QPainter(self)
        marks, surface = self._tones.theme.marks, self._tones.theme.surface
        colours = (
            (marks["verbatim"].line, 6.0),
            (marks["near"].line, 4.5),
            (marks["paraphrase"].line, 3.0),
            (surface["edge"], 2.0),
        )
        parts = (self._shares.verbatim, self._shares.near, self._shares.paraphrase)
        x = 0.0
        for share, (colour, height) in zip((*parts, self._shares.only), colours, strict=True):
            width = share * self.width()
            gap = 1.0 if width > 3 else 0.0
            painter.fillRect(QRectF(x, 7 - height, max(0.0, width - gap), height), QColor(colour))
            x += width
        if not any(parts) and not self._shares.only:
            painter.fillRect(QRectF(0, 6, self.width(), 1), QColor(surface["edge"]))


class Header(QWidget):
    """Outlet, headline, date, length, share bar and a menu; drag it sideways to move the column."""

    base_wanted = Signal()
    moved = Signal(int)
    """-1 to the left, 1 to the right."""
    hide_wanted = Signal()
    pin_wanted = Signal(bool)
    details_wanted = Signal()
    text_wanted = Signal()
    dragged = Signal(QPoint)
    """While it is dragged: where the pointer is, in global pixels."""
    dropped = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._dragging = False
        self._outlet = QLabel(self)
        self._outlet.setProperty("role", "quiet")
        self._base = QLabel("base", self)
        self._base.setProperty("role", "chip")
        self._base.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._base.setToolTip("The other articles are compared with this one.")
        self._menu_button = QToolButton(self)
        self._menu_button.setText("⋯")
        self._menu_button.setAutoRaise(True)
        self._menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.setMenu(self._build_menu())
        self._headline = Headline(self)
        self._about = QLabel(self)
        self._about.setProperty("role", "quiet")
        self._bar = ShareBar(self)
        self._name = ""
        self._count = ""
        self._facts = ""
        self._lay_out()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SPACES[1])
        first.addWidget(self._outlet, 0)
        first.addWidget(self._base, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch(1)
        first.addWidget(self._menu_button, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(LEFT_MARGIN, SPACES[1], SPACES[2], SPACES[1])
        column.setSpacing(SPACES[0])
        column.addLayout(first)
        column.addWidget(self._headline)
        column.addWidget(self._about)
        column.addWidget(self._bar)

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        self._make_base = menu.addAction("Compare the others with this one")
        self._make_base.triggered.connect(self.base_wanted)
        self._pin = menu.addAction("Keep the base in view at the left")
        self._pin.setCheckable(True)
        self._pin.triggered.connect(self.pin_wanted)
        menu.addSeparator()
        self._left = menu.addAction("Move to the left")
        self._left.triggered.connect(lambda: self.moved.emit(-1))
        self._right = menu.addAction("Move to the right")
        self._right.triggered.connect(lambda: self.moved.emit(1))
        menu.addSeparator()
        menu.addAction("Edit details…").triggered.connect(self.details_wanted)
        menu.addAction("Open as text").triggered.connect(self.text_wanted)
        menu.addSeparator()
        self._hide = menu.addAction("Take off the board")
        self._hide.triggered.connect(self.hide_wanted)
        return menu

    @property
    def menu(self) -> QMenu:
        return self._menu_button.menu()

    @property
    def menu_button(self) -> QToolButton:
        return self._menu_button

    @property
    def bar(self) -> ShareBar:
        return self._bar

    # ---- what it shows

    def show_article(self, article: Article, font: QFont, ink: str) -> None:
        """`font` is the text face; the headline stands in its bold."""
        title = article.title or article.name
        self._name = article.outlet or "No outlet"
        bold = QFont(font)
        bold.setWeight(QFont.Weight.Bold)
        self._headline.show_text(title, bold, QColor(ink))
        self._outlet.setText(self._name)
        self._facts = f"{told_date(article.published)}  ·  {told_length(article)}"
        self._tell_facts()
        self._menu_button.setAccessibleName(f"Menu of the article of {self._name}")
        self._menu_button.setToolTip("What can be done with this article")
        self.setAccessibleName(f"{self._name}: {title}")
        self.setAccessibleDescription(self._facts)

    def show_place(self, *, is_base: bool, first: bool, last: bool, pinned: bool) -> None:
        self._base.setVisible(is_base)
        self._make_base.setEnabled(not is_base)
        self._pin.setChecked(pinned)
        self._left.setEnabled(not first)
        self._right.setEnabled(not last)

    def set_compact(self, compact: bool) -> None:
        """One line of headline where the board is low: the article's own stands below it."""
        self._headline.set_lines(1 if compact else _LINES)

    def show_shares(self, shares: Shares, tones: Tones) -> None:
        self._bar.show_shares(shares, tones)

    def show_hits(self, count: int | None) -> None:
        """How often what is looked for stands here; None while nothing is."""
        self._count = "" if count is None else f"  ·  {count:,} found"
        self._tell_facts()

    def _tell_facts(self) -> None:
        self._about.setText(self._facts + self._count)

    @property
    def facts(self) -> str:
        """The line below the headline, as it is read."""
        return self._about.text()

    def sizeHint(self) -> QSize:
        return QSize(320, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    # ---- dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        here = event.position().toPoint()
        if self._dragging or abs(here.x() - self._pressed.x()) > _DRAG:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self.unsetCursor()
            self.dropped.emit(event.globalPosition().toPoint())
        self._pressed = None
        self._dragging = False


def told_date(published: date | None) -> str:
    """'26 May 2022', or that there is none."""
    return "no date" if published is None else f"{published.day} {published:%B %Y}"


def told_length(article: Article) -> str:
    """'612 words'; in round figures for a long text, since counting well takes a while."""
    if len(article.text) < _LONG:
        return f"{article.word_count:,} words"
    return f"about {round(len(article.text.split()), -2):,} words"
