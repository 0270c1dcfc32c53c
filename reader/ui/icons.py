"""Icons drawn from resources/icons in the theme's own ink."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.ui.themes import Theme

SIZE = 20
"""Logical pixels of a toolbar icon."""


def icon(folder: Path, name: str, theme: Theme) -> QIcon:
    """The icon `name`.svg with INK and LINE replaced by the theme's colours.

    LINE is the colour of the mark of the same name, so that a button looks like what it shows.
    """
    drawing = (folder / f"{name}.svg").read_text("utf-8")
    mark = theme.marks.get(name)
    drawing = drawing.replace("LINE", mark.line if mark else theme.ink["text"])
    made = QIcon()
    for mode, ink in (
        (QIcon.Mode.Normal, theme.ink["text"]),
        (QIcon.Mode.Disabled, theme.ink["quiet"]),
    ):
        renderer = QSvgRenderer(QByteArray(drawing.replace("INK", ink).encode()))
        for ratio in (1, 2):
            pixmap = QPixmap(SIZE * ratio, SIZE * ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            renderer.render(painter, QRectF(0, 0, SIZE * ratio, SIZE * ratio))
            painter.end()
            pixmap.setDevicePixelRatio(ratio)
            made.addPixmap(pixmap, mode)
    return made
