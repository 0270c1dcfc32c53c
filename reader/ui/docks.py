"""The docks around the board: one list of them, their first places, and how they are remembered."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDockWidget,
    QMainWindow,
    QMenu,
    QTabWidget,
    QWidget,
)

from reader.ui.appearance import Appearance
from reader.ui.grip import Grip
from reader.ui.panels.annotations.panel import AnnotationsPanel
from reader.ui.panels.articles.panel import ArticlesPanel
from reader.ui.panels.details.panel import DetailsPanel
from reader.ui.panels.ledgers.figures import FiguresPanel
from reader.ui.panels.ledgers.quotations import QuotationsPanel
from reader.ui.panels.note.panel import NotePanel
from reader.ui.panels.passages.panel import PassagesPanel
from reader.ui.panels.story.panel import StoryPanel
from reader.ui.panels.tags.panel import TagsPanel
from reader.ui.session import Session

LAYOUT_VERSION = 1
FIRST_SIZE = QSize(1720, 1020)
NARROW = 1600
"""Below this width, in logical pixels, the details are folded away at first."""


@dataclass(frozen=True, slots=True)
class DockRecord:
    """One dock; `make(session, appearance)` builds its panel."""

    name: str
    title: str
    make: Callable[[Session, Appearance], QWidget]
    area: Qt.DockWidgetArea


_LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea

DOCKS = (
    DockRecord("articles", "Articles", ArticlesPanel, _LEFT),
    DockRecord("tags", "Tags", TagsPanel, _LEFT),
    DockRecord("details", "Details", DetailsPanel, _RIGHT),
    DockRecord("note", "Note", NotePanel, _RIGHT),
    DockRecord("passages", "Passages", PassagesPanel, _BOTTOM),
    DockRecord("figures", "Figures", FiguresPanel, _BOTTOM),
    DockRecord("quotations", "Quotations", QuotationsPanel, _BOTTOM),
    DockRecord("annotations", "Annotations", AnnotationsPanel, _BOTTOM),
    DockRecord("story", "Story", StoryPanel, _BOTTOM),
)


class Docks(QObject):
    """Builds every panel in its dock; the layout is only view and lives in the settings."""

    def __init__(self, window: QMainWindow, session: Session, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._settings = session.settings
        self.panels: dict[str, QWidget] = {}
        self.docks: dict[str, QDockWidget] = {}
        self._grips = QTimer(self)
        self._grips.setSingleShot(True)
        self._grips.setInterval(0)
        self._grips.timeout.connect(self._tell_grips)
        for record in DOCKS:
            self._build(record, record.make(session, appearance), appearance)
        self._arrange()

    def _build(self, record: DockRecord, panel: QWidget, appearance: Appearance) -> None:
        dock = QDockWidget(record.title, self._window)
        dock.setObjectName(f"dock.{record.name}")
        dock.setAccessibleName(record.title)
        dock.setWidget(panel)
        grip = Grip(dock, appearance, self._window)
        dock.setTitleBarWidget(grip)
        for moved in (dock.topLevelChanged, dock.dockLocationChanged, dock.visibilityChanged):
            moved.connect(lambda *_: self._grips.start())
        self._window.addDockWidget(record.area, dock)
        self.panels[record.name], self.docks[record.name] = panel, dock

    def _tell_grips(self) -> None:
        """Docks stand elsewhere, so that others are tabs or alone now."""
        for dock in self.docks.values():
            grip = dock.titleBarWidget()
            if isinstance(grip, Grip):
                grip.tell()

    def menu(self) -> QMenu:
        """Shows and hides each dock."""
        menu = QMenu("Panels", self._window)
        for record in DOCKS:
            menu.addAction(self.docks[record.name].toggleViewAction())
        return menu

    def bring(self, name: str, *_: object) -> None:
        """Show a dock in front of those it shares its place with."""
        self.docks[name].show()
        self.docks[name].raise_()

    def go(self, name: str) -> None:
        """Show a dock in front and go to its list, else to the first control in it."""
        self.bring(name)
        panel = self.panels[name]
        inside = [w for w in panel.findChildren(QWidget) if _takes_keys(w)]
        lists = [w for w in inside if isinstance(w, QAbstractItemView)]
        for widget in (lists or inside)[:1]:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_behind(self, widget: QWidget | None) -> bool:
        """Whether a widget stands in a dock that another one covers: Qt tabs into those too."""
        return widget is not None and any(
            dock.isAncestorOf(widget) and dock.visibleRegion().isEmpty()
            for dock in self.docks.values()
        )

    def raise_floating(self) -> None:
        """Docks in windows of their own above the main one, which is shown after them."""
        for dock in self.docks.values():
            if dock.isFloating() and dock.isVisible():
                dock.raise_()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {f"panel.{record.name}": partial(self.go, record.name) for record in DOCKS}

    def reset(self) -> None:
        """Every dock back at its first place and size."""
        # While docks go and come Qt passes the keyboard on through their lists, and a list that
        # has it brings the board to its first row.
        self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settings.forget("window")
        self._arrange()
        self._fold_if_narrow()
        self._proportion()

    def remember(self) -> None:
        window = self._window
        self._settings.set("window", "geometry", _text(window.saveGeometry()))
        self._settings.set("window", "state", _text(window.saveState(LAYOUT_VERSION)))

    def restore(self) -> None:
        """The layout of the last time, or a first one that fits the screen."""
        window = self._window
        geometry = self._settings.get("window", "geometry")
        state = self._settings.get("window", "state")
        if not (isinstance(geometry, str) and window.restoreGeometry(_bytes(geometry))):
            screen = QApplication.primaryScreen().availableGeometry().size()
            window.resize(screen.boundedTo(FIRST_SIZE))
        if not (isinstance(state, str) and window.restoreState(_bytes(state), LAYOUT_VERSION)):
            self._fold_if_narrow()
            self._proportion()

    def _arrange(self) -> None:
        """Every dock at its first place."""
        window = self._window
        for record in DOCKS:
            dock = self.docks[record.name]
            dock.setFloating(False)
            window.removeDockWidget(dock)
            window.addDockWidget(record.area, dock)
            dock.show()
        window.setCorner(Qt.Corner.BottomLeftCorner, _BOTTOM)
        window.setCorner(Qt.Corner.BottomRightCorner, _BOTTOM)
        window.splitDockWidget(self.docks["articles"], self.docks["tags"], Qt.Orientation.Vertical)
        window.tabifyDockWidget(self.docks["details"], self.docks["note"])
        bottom = [self.docks[r.name] for r in DOCKS if r.area == _BOTTOM]
        for dock in bottom[1:]:
            window.tabifyDockWidget(bottom[0], dock)
        self.docks["details"].raise_()
        bottom[0].raise_()
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)

    def _proportion(self) -> None:
        """Give the text most of the room."""
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        docks = self.docks
        self._window.resizeDocks([docks["articles"], docks["details"]], [224, 312], across)
        self._window.resizeDocks([docks["articles"], docks["tags"]], [3, 2], down)
        self._window.resizeDocks([docks["passages"]], [max(168, self._window.height() // 4)], down)

    def _fold_if_narrow(self) -> None:
        if self._window.width() < NARROW:
            self.docks["details"].hide()
            self.docks["note"].hide()


def _takes_keys(widget: QWidget) -> bool:
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reached and widget.isVisible() and widget.isEnabled()


def _bytes(text: str) -> QByteArray:
    return QByteArray(base64.b64decode(text, validate=False))


def _text(told: QByteArray) -> str:
    return base64.b64encode(told.data()).decode("ascii")
