"""The order in which Tab goes through a panel whose parts come and go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


class TabPlace(QWidget):
    """A panel's place in the window's order of Tab; it is never seen and takes no focus itself."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self.hide()

    def follow(self) -> None:
        """Let Tab go through the panel's layouts from here: Qt goes by when widgets were made."""
        reached = list(_in_layout(self._panel.layout()))
        before = self._before()
        for one, other in pairwise([before, *reached] if before is not None else reached):
            QWidget.setTabOrder(one, other)

    def _before(self) -> QWidget | None:
        """What Tab comes to last before the panel; Qt sets no order beside what takes no focus."""
        widget: QWidget | None = self.previousInFocusChain()
        while widget is not None and widget is not self.window():
            outside = not self._panel.isAncestorOf(widget)
            if outside and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                return widget
            widget = widget.previousInFocusChain()
        return None


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    """The widgets that Tab comes to, in the order of their layouts."""
    for n in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(n) if layout is not None else None
        if item is None:
            continue
        widget = item.widget()
        if widget is None:
            yield from _in_layout(item.layout())
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        inside = widget.widget() if isinstance(widget, QScrollArea) else widget
        yield from _in_layout(inside.layout() if inside is not None else None)
