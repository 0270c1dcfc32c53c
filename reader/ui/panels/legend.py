"""The legend: every mark as it is drawn in the text, with words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.drawn.marks import Stroke, bar, box, line
from reader.ui.themes import Theme, blend

_WIDTH, _HEIGHT = 76, 26


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    sample: str
    words: str
    draw: Callable[[QPainter, Theme, QRectF, float], None]
    """Painter, theme, the sample's area, its baseline."""


class Legend(QWidget):
    """What the machine's marks and a person's notes look like."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Legend of the marks")
        self.setAccessibleDescription("; ".join(entry.words for entry in _ENTRIES))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for entry in _ENTRIES:
            layout.addWidget(_EntryView(entry, appearance))


class _EntryView(QWidget):
    """One mark beside its words."""

    def __init__(self, entry: _Entry, appearance: Appearance) -> None:
        super().__init__()
        self._entry = entry
        self._appearance = appearance
        self.setAccessibleName(entry.words)
        self._words = QLabel(entry.words, self)
        self._words.setWordWrap(True)
        self._words.setAccessibleName(entry.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_WIDTH + SPACES[2], SPACES[0], 0, SPACES[0])
        layout.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        appearance.theme_changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, max(_HEIGHT, super().minimumSizeHint().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(0, (self.height() - _HEIGHT) / 2)
        _paint(painter, self._entry, self._appearance)
        painter.end()


def sample(appearance: Appearance, name: str, ratio: float) -> QPixmap | None:
    """A mark of the legend as a picture for a screen of that pixel ratio; None for another name."""
    entry = next((one for one in _ENTRIES if one.name == name), None)
    if entry is None:
        return None
    picture = QPixmap(QSizeF(_WIDTH * ratio, _HEIGHT * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _paint(painter, entry, appearance)
    painter.end()
    return picture


def _paint(painter: QPainter, entry: _Entry, appearance: Appearance) -> None:
    """A slip of paper with a marked word, at the painter's corner."""
    theme = appearance.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paper = QRectF(0, 1, _WIDTH, _HEIGHT - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.surface["page"]))
    painter.drawRoundedRect(paper, 3, 3)
    face = appearance.text_font(85)
    metrics = QFontMetricsF(face)
    left = paper.left() + SPACES[3]
    area = QRectF(left, paper.top() + 2, metrics.horizontalAdvance(entry.sample), 20)
    baseline = area.top() + (area.height() + metrics.capHeight()) / 2 - 1
    painter.setFont(face)
    entry.draw(painter, theme, area, baseline)


def _write(painter: QPainter, theme: Theme, area: QRectF, baseline: float, words: str) -> None:
    painter.setPen(QColor(theme.ink["text"]))
    painter.drawText(QPointF(area.left(), baseline), words)


def _tinted(painter: QPainter, theme: Theme, area: QRectF, mark: str) -> None:
    tint = theme.marks[mark].tint
    if tint is not None:
        painter.fillRect(area.adjusted(-1, 1, 1, -1), QColor(tint))


def _underlined(mark: str, stroke: Stroke, word: str) -> _Entry:
    def draw(painter: QPainter, theme: Theme, area: QRectF, baseline: float) -> None:
        _tinted(painter, theme, area, mark)
        colour = theme.marks[mark].line
        line(painter, area.left(), area.right(), baseline + 4, colour, theme.line_width, stroke)
        _write(painter, theme, area, baseline, word)

    words = {
        "verbatim": "word for word in another article",
        "near": "nearly: some words changed",
        "paraphrase": "said differently",
    }[mark]
    return _Entry(mark, word, words, draw)


def _changed(painter: QPainter, theme: Theme, area: QRectF, baseline: float) -> None:
    near = theme.marks["near"]
    if near.tint is not None:
        painter.fillRect(area.adjusted(-1, 1, 1, -1), QColor(blend(near.line, near.tint, 0.08)))
    for y, width, stroke in ((3, 1.0, Stroke.DASHED), (6, 1.3, Stroke.DOTTED)):
        thick = theme.line_width * width
        line(painter, area.left(), area.right(), baseline + y, near.line, thick, stroke)
    _write(painter, theme, area, baseline, "nearly")


def _conflict(painter: QPainter, theme: Theme, area: QRectF, baseline: float) -> None:
    _tinted(painter, theme, area, "conflict")
    box(painter, area.adjusted(-2, 1, 2, -1), theme.marks["conflict"].line, theme.line_width)
    painter.setPen(QColor(theme.marks["conflict"].line))
    painter.drawText(QPointF(area.right() + 8, baseline), "≠")
    _write(painter, theme, area, baseline, "5,000")


def _only(painter: QPainter, theme: Theme, area: QRectF, baseline: float) -> None:
    bar(painter, QRectF(area.right() + 7, area.top(), 2, 20), theme.marks["only"].line)
    _write(painter, theme, area, baseline, "only")


def _furniture(painter: QPainter, theme: Theme, area: QRectF, baseline: float) -> None:
    painter.setPen(QColor(blend(theme.ink["quiet"], theme.surface["page"], 0.75)))
    painter.drawText(QPointF(area.left(), baseline), "menu")


def _note(painter: QPainter, theme: Theme, area: QRectF, baseline: float) -> None:
    colour = theme.tag("violet")
    bar(painter, QRectF(area.left() - 8, area.top(), 3, 20), colour)
    top, bottom = area.top() + 2, area.bottom() - 2
    painter.setPen(QColor(colour))
    for x, inward in ((area.left() - 2, 3), (area.right() + 2, -3)):
        painter.drawPolyline(
            [
                QRectF(x + inward, top, 0, 0).topLeft(),
                QRectF(x, top, 0, 0).topLeft(),
                QRectF(x, bottom, 0, 0).topLeft(),
                QRectF(x + inward, bottom, 0, 0).topLeft(),
            ]
        )
    _write(painter, theme, area, baseline, "noted")


_ENTRIES = (
    _underlined("verbatim", Stroke.SOLID, "the same"),
    _underlined("near", Stroke.DASHED, "almost"),
    _Entry("changed", "nearly", "changed words inside it", _changed),
    _underlined("paraphrase", Stroke.DOTTED, "in short"),
    _Entry("conflict", "5,000", "≠ conflict: both cannot hold", _conflict),
    _Entry("only", "only", "only this article says it", _only),
    _Entry("furniture", "menu", "around the article, not compared", _furniture),
    _Entry("note", "noted", "your note, in its tag's colour", _note),
)
