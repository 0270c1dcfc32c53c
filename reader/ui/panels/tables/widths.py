"""The widths of a table's columns: all the room there is, until a person drags one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu

from reader.ui.panels.tables.views import GridView
from reader.ui.settings import Settings

_SECTION = "columns"


@dataclass(frozen=True, slots=True)
class Width:
    """What a column needs, in logical pixels, and its share of the room that is left over."""

    least: int
    share: float = 0.0


def shared(room: int, wanted: Sequence[Width]) -> list[int]:
    """A width for each column: at least what it needs; where there is room, all of it is used."""
    whole = sum(one.share for one in wanted)
    left = max(0, room - sum(one.least for one in wanted))
    if not whole:
        return [one.least for one in wanted]
    widths: list[int] = []
    given, share = 0, 0.0
    for one in wanted:
        share += one.share
        upto = round(left * share / whole)
        widths.append(one.least + upto - given)
        given = upto
    return widths


class SharedWidths(QObject):
    """Shares a table's width at every resize; what a person drags is kept and stands.

    `wanted` is asked each time, for the columns of a table can be others after a reset. Widths are
    kept apart for each number of columns.
    """

    def __init__(
        self,
        view: GridView,
        settings: Settings,
        name: str,
        wanted: Callable[[], Sequence[Width]],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._settings = settings
        self._name = name
        self._wanted = wanted
        self._held = False
        self._dragged = False
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(32)
        header.sectionResized.connect(self._on_resized)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        view.head.held.connect(self._on_held)
        view.room_changed.connect(self.share)
        view.model().modelReset.connect(self.share)
        self.share()

    @property
    def _key(self) -> str:
        return f"{self._name}/{self._view.model().columnCount()}"

    def share(self) -> None:
        """Give every column the width that is kept for it, else its share."""
        wanted = self._wanted()
        if not wanted or len(wanted) != self._view.model().columnCount():
            return
        kept = [w for w in self._settings.get(_SECTION, self._key, []) if isinstance(w, int)]
        widths = kept if len(kept) == len(wanted) else self._shared(wanted)
        header = self._view.horizontalHeader()
        for section, width in enumerate(widths):
            if header.sectionSize(section) != width:
                header.resizeSection(section, width)

    def _shared(self, wanted: Sequence[Width]) -> list[int]:
        return shared(self._view.viewport().width(), wanted)

    def forget(self) -> None:
        """Share the width again as if no column had been dragged."""
        self._settings.forget(_SECTION, self._key)
        self.share()

    def menu(self) -> QMenu:
        menu = QMenu(self._view)
        menu.addAction("Fit the columns to the window", self.forget)
        return menu

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._view.horizontalHeader().viewport().mapToGlobal(at))

    def _on_resized(self, _section: int, _before: int, _after: int) -> None:
        self._dragged = self._dragged or self._held

    def _on_held(self, held: bool) -> None:
        self._held = held
        if self._dragged and not held:
            self._dragged = False
            self._keep()

    def _keep(self) -> None:
        header = self._view.horizontalHeader()
        widths = [header.sectionSize(n) for n in range(header.count())]
        self._settings.set(_SECTION, self._key, widths)
