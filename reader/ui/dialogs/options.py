"""What is compared in a story, and how: the person's choice, kept in the project."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.core.difference.divergence import DivergenceKind
from reader.core.options import FAINTEST, Options
from reader.core.text.article import Role
from reader.ui.widgets.number import Number

_Entry = TypeVar("_Entry", bound=StrEnum)


class OptionsDialog(QDialog):
    """Asks for the options of one story."""

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What is compared")
        self._run = Number("Shortest run that counts as word for word", 3, 50)
        self._run.setSuffix(" words")
        self._shown = _share("How likely a link in other words must be to be shown")
        self._faintest = _share("How likely a link must be to be kept as possible")
        form = QFormLayout()
        form.addRow("&Word for word from", self._run)
        form.addRow("In &other words, show from", self._shown)
        form.addRow("Keep as &possible from", self._faintest)
        roles, self._roles = _boxes("Compare these parts", Role, options.roles)
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
        self._show(options)
        beside = QHBoxLayout()
        beside.setSpacing(24)
        for group in (roles, kinds):
            beside.addWidget(group, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(beside)
        for widget in (self._warning, buttons):
            layout.addWidget(widget)

    def options(self) -> Options:
        """What is chosen; raises ValueError where it makes no sense."""
        return Options(
            minimum_run=self._run.value(),
            roles=frozenset(r for r, box in self._roles.items() if box.isChecked()),
            kinds=frozenset(k for k, box in self._kinds.items() if box.isChecked()),
            shown=self._shown.value() / 100,
            faintest=self._faintest.value() / 100,
        )

    def _show(self, options: Options) -> None:
        self._run.setValue(options.minimum_run)
        self._shown.setValue(round(100 * options.shown))
        self._faintest.setValue(round(100 * options.faintest))
        for role, box in self._roles.items():
            box.setChecked(role in options.roles)
        for kind, box in self._kinds.items():
            box.setChecked(kind in options.kinds)

    def _on_accepted(self) -> None:
        try:
            self.options()
        except ValueError:
            self._warning.setText(
                "Keep possible links from no more than where links are shown."
                if any(part.isChecked() for part in self._roles.values())
                else "Choose at least one part to compare."
            )
            return
        self.accept()


def _share(told: str) -> Number:
    """A share in percent, from the faintest that a comparison can keep."""
    share = Number(told, round(100 * FAINTEST), 100)
    share.setSuffix(" % likely")
    return share


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
