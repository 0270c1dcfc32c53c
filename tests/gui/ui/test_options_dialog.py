"""What is compared can be chosen, brought back, and never emptied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QSpinBox

from reader.core.difference.divergence import DivergenceKind
from reader.core.options import Options
from reader.core.text.article import Role
from reader.ui.dialogs.options import OptionsDialog


def press(qtbot, dialog, button):
    buttons = dialog.findChild(QDialogButtonBox)
    qtbot.mouseClick(buttons.button(button), Qt.MouseButton.LeftButton)


def test_a_part_and_a_kind_are_chosen(qtbot):
    dialog = OptionsDialog(Options())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.roles[Role.BYLINE].click()
    dialog.kinds[DivergenceKind.TENSE].click()
    chosen = dialog.options()
    assert Role.BYLINE in chosen.roles
    assert "tense" not in chosen.kinds
    press(qtbot, dialog, QDialogButtonBox.StandardButton.RestoreDefaults)
    assert dialog.options() == Options()


def test_from_where_links_are_shown_is_chosen_and_never_below_what_is_kept(qtbot):
    dialog = OptionsDialog(Options(shown=0.6, faintest=0.3))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.options() == Options(shown=0.6, faintest=0.3)
    shown = next(b for b in dialog.findChildren(QSpinBox) if "to be shown" in b.accessibleName())
    shown.setValue(20)
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Ok)
    assert dialog.isVisible()
    assert any("no more than" in label.text() for label in dialog.findChildren(QLabel))
    shown.setValue(45)
    assert dialog.options() == Options(shown=0.45, faintest=0.3)


def test_nothing_to_compare_is_refused_with_a_word(qtbot):
    dialog = OptionsDialog(Options())
    qtbot.addWidget(dialog)
    dialog.show()
    for role in Options().roles:
        dialog.roles[role].click()
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Ok)
    assert dialog.isVisible()
    assert any("at least one part" in label.text() for label in dialog.findChildren(QLabel))


def test_numbers_stand_as_far_from_the_edge_as_other_words(qtbot):
    dialog = OptionsDialog(Options())
    qtbot.addWidget(dialog)
    for number in dialog.findChildren(QSpinBox):
        assert number.lineEdit().textMargins().left() == 8


def test_every_part_and_every_kind_can_be_chosen_by_a_name_in_words(qtbot):
    dialog = OptionsDialog(Options())
    qtbot.addWidget(dialog)
    assert set(dialog.roles) == set(Role)
    assert set(dialog.kinds) == set(DivergenceKind)
    for entry, box in (*dialog.roles.items(), *dialog.kinds.items()):
        assert box.text()[0].isupper(), entry
