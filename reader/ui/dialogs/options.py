"""What is compared in a story, and how: the person's choice, kept in the project."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.core.difference.divergence import DivergenceKind
from reader.core.options import Options
from reader.core.text.article import Role

_Entry = TypeVar("_Entry", bound=StrEnum)


class OptionsDialog(QDialog):
    """Asks for the options of one story."""

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What is compared")
        self._before = options
        self._run = QSpinBox()
        self._run.setRange(3, 50)
        self._run.setValue(options.minimum_run)
        self._run.setSuffix(" words")
        self._run.setAccessibleName("Shortest run that counts as word for word")
        form = QFormLayout()
        form.addRow("&Word for word from", self._run)
        roles, self._roles = _boxes("Compare these parts of an article", Role, options.roles)
        kinds, self._kinds = _boxes("Look for differences in", DivergenceKind, options.kinds)
        self._warning = QLabel("")
        self._warning.setProperty("role", "warning")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        defaults = buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        defaults.clicked.connect(lambda: self._show(Options()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        for widget in (roles, kinds, self._warning, buttons):
            layout.addWidget(widget)

    def options(self) -> Options:
        """What is chosen; raises ValueError where nothing would be compared."""
        return Options(
            minimum_run=self._run.value(),
            roles=frozenset(r for r, box in self._roles.items() if box.isChecked()),
            kinds=frozenset(k for k, box in self._kinds.items() if box.isChecked()),
            faintest=self._before.faintest,
        )

    def _show(self, options: Options) -> None:
        self._run.setValue(options.minimum_run)
        for role, box in self._roles.items():
            box.setChecked(role in options.roles)
        for kind, box in self._kinds.items():
            box.setChecked(kind in options.kinds)

    def _on_accepted(self) -> None:
        try:
            self.options()
        except ValueError:
            self._warning.setText("Choose at least one part to compare.")
            return
        self.accept()


def _boxes(
    title: str, entries: type[_Entry], chosen: frozenset[_Entry]
) -> tuple[QGroupBox, dict[_Entry, QCheckBox]]:
    """A box to tick for each entry of a list."""
    group = QGroupBox(title)
    inside = QVBoxLayout(group)
    inside.setSpacing(4)
    boxes: dict[_Entry, QCheckBox] = {}
    for entry in entries:
        boxes[entry] = QCheckBox(entry.value)
        boxes[entry].setChecked(entry in chosen)
        inside.addWidget(boxes[entry])
    return group, boxes
