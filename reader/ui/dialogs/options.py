"""What is compared in a story, and how: the person's choice, kept in the project."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from reader.core.difference.divergence import DivergenceKind
from reader.core.options import FAINTEST, Options
from reader.core.text.article import Role
from reader.ui.appearance import SPACES
from reader.ui.dialogs.sheet import Warned, form, sheet
from reader.ui.widgets.number import Number

_Entry = TypeVar("_Entry", bound=StrEnum)

_ROLES = {
    Role.HEADLINE: "Headline",
    Role.STANDFIRST: "Standfirst, below the headline",
    Role.HEADING: "Headings in the text",
    Role.BYLINE: "Byline: who wrote it",
    Role.BODY: "Body",
    Role.SPEAKER: "Names of speakers",
    Role.CAPTION: "Captions of pictures",
    Role.REPEAT: "What is printed a second time",
    Role.FURNITURE: "Around the text: menus, adverts",
}
_KINDS = {
    DivergenceKind.FIGURE: "Figures",
    DivergenceKind.DATE: "Dates",
    DivergenceKind.NAME: "Names",
    DivergenceKind.QUOTE: "Quotations",
    DivergenceKind.ATTRIBUTION: "Attribution: who says it",
    DivergenceKind.HEDGE: "Hedges: may, reportedly",
    DivergenceKind.NEGATION: "Negation: not, never",
    DivergenceKind.TENSE: "Tense: was, will be",
}


class OptionsDialog(QDialog):
    """Asks for the options of one story."""

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What is compared")
        self._run = Number("Shortest run that counts as word for word", 3, 50)
        self._run.setSuffix(" words")
        self._shown = _share("How likely a link in other words must be to be shown")
        self._faintest = _share("How likely a link must be to be kept as possible")
        numbers = form(
            ("&Word for word from", self._run),
            ("In &other words, show from", self._shown),
            ("Keep as &possible from", self._faintest),
        )
        roles, self.roles = _boxes("Compare these parts", _ROLES, options.roles)
        kinds, self.kinds = _boxes("Look for differences in", _KINDS, options.kinds)
        self._warning = Warned()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        defaults = buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        defaults.clicked.connect(lambda: self._show(Options()))
        defaults.setText("As at first")
        self._show(options)
        beside = QHBoxLayout()
        beside.setSpacing(SPACES[4])
        for group in (roles, kinds):
            beside.addWidget(group, 1, Qt.AlignmentFlag.AlignTop)
        sheet(self, numbers, beside, self._warning, buttons)

    def options(self) -> Options:
        """What is chosen; raises ValueError where it makes no sense."""
        return Options(
            minimum_run=self._run.value(),
            roles=frozenset(r for r, box in self.roles.items() if box.isChecked()),
            kinds=frozenset(k for k, box in self.kinds.items() if box.isChecked()),
            shown=self._shown.value() / 100,
            faintest=self._faintest.value() / 100,
        )

    def _show(self, options: Options) -> None:
        self._run.setValue(options.minimum_run)
        self._shown.setValue(round(100 * options.shown))
        self._faintest.setValue(round(100 * options.faintest))
        for role, box in self.roles.items():
            box.setChecked(role in options.roles)
        for kind, box in self.kinds.items():
            box.setChecked(kind in options.kinds)

    def _on_accepted(self) -> None:
        try:
            self.options()
        except ValueError:
            self._warning.say(
                "Keep possible links from no more than where links are shown."
                if any(part.isChecked() for part in self.roles.values())
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
    title: str, entries: Mapping[_Entry, str], chosen: frozenset[_Entry]
) -> tuple[QGroupBox, dict[_Entry, QCheckBox]]:
    """A box to tick for each entry of a list, named in words."""
    group = QGroupBox(title)
    inside = QVBoxLayout(group)
    inside.setContentsMargins(0, SPACES[1], 0, 0)
    inside.setSpacing(SPACES[0])
    boxes: dict[_Entry, QCheckBox] = {}
    for entry, words in entries.items():
        boxes[entry] = QCheckBox(words)
        boxes[entry].setChecked(entry in chosen)
        inside.addWidget(boxes[entry])
    return group, boxes
