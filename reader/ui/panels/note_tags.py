"""The tags of a note as buttons that are pressed or not, in the order of the codebook."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from reader.core.annotation import Annotation, Tag
from reader.ui.panels.flow import FlowLayout
from reader.ui.panels.tags import swatch
from reader.ui.themes import Theme


class NoteTags(QWidget):
    """Offers every tag that is not archived, and those that the note has."""

    toggled = Signal(str, bool)
    """This tag should be on the note, or no longer."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Tags of this note")
        self.chips: dict[str, QToolButton] = {}
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 0, 0, 0)

    def show_tags(self, annotation: Annotation, tags: Sequence[Tag], theme: Theme) -> None:
        offered = [tag for tag in tags if not tag.archived or tag.id in annotation.tag_ids]
        if list(self.chips) != [tag.id for tag in offered]:
            self._make(offered)
        for tag in offered:
            chip = self.chips[tag.id]
            chip.setText(tag.name)
            chip.setIcon(swatch(theme, tag.colour))
            chip.setAccessibleName(f"Tag {tag.name}")
            chip.setToolTip(tag.description)
            chip.setChecked(tag.id in annotation.tag_ids)

    def _make(self, offered: Sequence[Tag]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.chips = {}
        for tag in offered:
            chip = QToolButton()
            chip.setCheckable(True)
            chip.setProperty("role", "toggle")
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.clicked.connect(lambda on, to=tag.id: self.toggled.emit(to, on))
            self.chips[tag.id] = chip
            self._flow.addWidget(chip)
