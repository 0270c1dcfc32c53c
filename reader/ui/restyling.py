"""Another palette and style sheet for widgets that are there already, a handful a turn."""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.steps import Steps, Turns

_SLICE_MS: Final = 8


class Restyling(QObject):
    """Dresses the whole application anew without holding up the event loop.

    `QApplication.setStyleSheet` polishes every widget once for each of its ancestors, and all of
    them in one call. So the style is made to forget its rules beforehand, which leaves that call
    nothing to do, and each widget is then polished once. What a widget asks of the style before
    its turn has come is answered by the new sheet already. Windows are not painted meanwhile, so
    that nobody sees them half dressed.
    """

    dressed = Signal()
    """Every widget wears the new sheet; what a receiver paints in colours of its own may follow."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = Steps(Turns(self), self)
        self._waiting: list[QWidget] = []
        self._unpainted: list[QWidget] = []

    @property
    def running(self) -> bool:
        return self._steps.running

    def begin(self, palette: QPalette, sheet: str) -> None:
        """Dress everything; at once where nothing has been shown yet, else from the event loop."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._steps.stop()
        self._waiting = [w for w in app.allWidgets() if _is_polished(w)]
        self._keep_from_painting([w for w in app.topLevelWidgets() if w.isVisible()])
        app.style().unpolish(app)
        app.setPalette(palette)
        app.setStyleSheet(sheet)
        self._steps.ask("dress", self._dress)
        if not self._waiting:
            self.finish()

    def finish(self) -> None:
        """Do what is left at once; for whoever cannot wait."""
        self._steps.finish()

    def _dress(self) -> None:
        style = QApplication.style()
        clock = QElapsedTimer()
        clock.start()
        while self._waiting and clock.elapsed() < _SLICE_MS:
            widget = self._waiting.pop()
            if shiboken6.isValid(widget):
                style.polish(widget)
        if self._waiting:
            self._steps.ask("dress", self._dress)
        else:
            # What follows from it has a turn of its own: to paint all windows takes one as well.
            self._steps.ask("tell", self.dressed.emit)
            self._steps.ask("paint", self._paint_again)

    def _paint_again(self) -> None:
        for window in self._unpainted:
            if shiboken6.isValid(window):
                window.setUpdatesEnabled(True)
        self._unpainted = []

    def _keep_from_painting(self, windows: list[QWidget]) -> None:
        for window in windows:
            if window.updatesEnabled():
                window.setUpdatesEnabled(False)
                self._unpainted.append(window)


def _is_polished(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
