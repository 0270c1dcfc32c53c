"""A column's head: whose article it is, how much of it is shared, and what can be done with it."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.passages.shares import Shares
from reader.core.text.article import Article
from reader.core.text.direction import is_right_to_left
from reader.ui.appearance import SPACES
from reader.ui.columns.head.headline import Headline
from reader.ui.columns.head.share_bar import ShareBar
from reader.ui.columns.marks.painting import LEFT_MARGIN
from reader.ui.columns.marks.tones import Tones
from reader.ui.length import told_length
from reader.ui.widgets.line import Line

_AIR: Final = 6
"""Above the words: a head is thin, since the text needs the height."""
_EDGE: Final = 32
"""From the right of the head's words to that of the text's, which signs and overview stand by."""
_UNDER: Final = 2
"""Below the bar, lest it be taken for a mark of the line that scrolls away beneath it."""


class Header(QWidget):
    """Outlet, headline, date, length, share bar and a menu. Its place changes through HeadDrag.

    The headline is a running head: the text below has it in full, so one line of it is enough here.
    Where no outlet is known the headline leads, and has the outlet's line too. So all heads of a
    board are equally high. The bar of shares is the rule between head and text.
    """

    base_wanted = Signal()
    moved = Signal(int)
    """-1 to the left, 1 to the right."""
    hide_wanted = Signal()
    pin_wanted = Signal(bool)
    details_wanted = Signal()
    text_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outlet = Line(self)
        self._outlet.setProperty("role", "strong")
        self._outlet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._base = QLabel("base", self)
        self._base.setProperty("role", "chip")
        self._base.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._base.setToolTip("The other articles are compared with this one.")
        self._menu_button = QToolButton(self)
        self._menu_button.setText("⋯")
        self._menu_button.setProperty("role", "slim")
        self._menu_button.setAutoRaise(True)
        self._menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.setMenu(self._build_menu())
        self._headline = Headline(self)
        self._about = Line(self)
        self._about.setProperty("role", "fine")
        self._bar = ShareBar(self)
        self._name = ""
        self._count: int | None = None
        self._facts = ""
        self._length = ""
        self._known: date | None = None
        self._read: date | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        self._names = QGridLayout()
        self._names.setHorizontalSpacing(SPACES[1])
        self._names.setVerticalSpacing(0)
        self._names.setColumnStretch(0, 1)
        self._names.addWidget(self._outlet, 0, 0)
        self._names.addWidget(self._base, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        self._names.addWidget(self._menu_button, 0, 2)
        self._names.addWidget(self._headline, 1, 0, 1, 3)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addLayout(self._names)
        self._words.addWidget(self._about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, _UNDER)
        column.setSpacing(0)
        column.addLayout(self._words)
        column.addWidget(self._bar)
        self.set_indent(LEFT_MARGIN)

    def set_indent(self, left: int) -> None:
        """How far in the words stand, in pixels: as far as those of the text below."""
        self._words.setContentsMargins(left, _AIR, SPACES[1], SPACES[0])

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
    def name(self) -> str:
        """The outlet, else the headline."""
        return self._name

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
        """`font` is the text face; the article's own headline, below, is what is set in bold."""
        title = article.title or article.name
        self._name = article.outlet or title
        self._headline.show_text(title, font, QColor(ink))
        self._outlet.say(article.outlet or "")
        turned = is_right_to_left(article.outlet or "")
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        self._outlet.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._give_room(outlet=bool(article.outlet))
        self._length = told_length(article)
        self._known = article.published
        self.show_appeared(self._read)
        self._menu_button.setAccessibleName(f"Menu of the article of {self._name}")
        self._menu_button.setToolTip("What can be done with this article")
        self.setAccessibleName(f"{article.outlet}: {title}" if article.outlet else title)

    def show_appeared(self, read: date | None) -> None:
        """The article's date; `read` is what its own text says, where nobody has entered one."""
        self._read = read
        self._facts = f"{told_date(self._known or read)}  ·  {self._length}"
        self.setAccessibleDescription(self._facts)
        self._tell_facts()

    def _give_room(self, *, outlet: bool) -> None:
        """The headline below the outlet, or in its place and below."""
        self._names.removeWidget(self._headline)
        self._headline.set_lines(1 if outlet else 2)
        self._headline.set_edge(_EDGE if outlet else 0)
        if outlet:
            self._names.addWidget(self._headline, 1, 0, 1, 3)
        else:
            self._names.addWidget(self._headline, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self._outlet.setVisible(outlet)

    def show_place(self, *, is_base: bool, first: bool, last: bool, pinned: bool) -> None:
        self._base.setVisible(is_base)
        self._make_base.setEnabled(not is_base)
        self._pin.setChecked(pinned)
        self._left.setEnabled(not first)
        self._right.setEnabled(not last)

    def show_shares(self, shares: Shares, tones: Tones) -> None:
        self._bar.show_shares(shares, tones)
        self._tell_facts()

    def show_hits(self, count: int | None) -> None:
        """How often what is looked for stands here; None while nothing is."""
        self._count = count
        self._tell_facts()

    def _tell_facts(self) -> None:
        """The shares stand above their bar; while words are looked for, how often they are here."""
        last = f"{self._count:,} found" if self._count is not None else self._told_shares()
        self._about.say("  ·  ".join(part for part in (self._facts, last) if part))

    def _told_shares(self) -> str:
        shares = self._bar.shares
        compared = shares.shared or shares.only
        return f"{100 * shares.shared_of_compared:.0f} % shared" if compared else ""

    @property
    def facts(self) -> str:
        """The line below the headline, as it is read."""
        return self._about.text()

    def sizeHint(self) -> QSize:
        return QSize(320, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def told_date(published: date | None) -> str:
    """'26 May 2022', or that there is none."""
    return "no date" if published is None else f"{published.day} {published:%B %Y}"
