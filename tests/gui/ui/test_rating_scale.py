"""The scale of ratings is edited in one dialog, as one step, and notes keep what they have."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Rating
from reader.store.codebook import first_ratings
from reader.store.errors import Refused
from reader.ui.dialogs.rating_scale import RatingScaleDialog

Make = Callable[..., RatingScaleDialog]


@pytest.fixture
def kept() -> list[tuple[Rating, ...]]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, kept: list[tuple[Rating, ...]]) -> RatingScaleDialog:
    def keep(scale: Sequence[Rating]) -> None:
        if any(not rating.name for rating in scale):
            raise Refused("A rating needs a name.", "Type one.")
        kept.append(tuple(scale))

    uses = {first_ratings()[0].id: 3}
    made = RatingScaleDialog(first_ratings(), uses, lambda _colour: QIcon(), keep)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def ok(qtbot: QtBot, dialog: RatingScaleDialog) -> None:
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_edited_is_kept_by_identity_and_in_its_new_order(
    qtbot: QtBot, dialog: RatingScaleDialog, kept: list[tuple[Rating, ...]]
) -> None:
    assert dialog.used.text() == "3 notes rated so"
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, "borne out")
    qtbot.mouseClick(dialog.down, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.name, "satire")
    qtbot.keyClicks(dialog.description, "Not meant to be believed.")
    dialog.list.setCurrentRow(4)
    dialog.archived.click()
    ok(qtbot, dialog)
    (scale,) = kept
    supported, contradicted, *_, opinion = first_ratings()
    assert scale[0] == contradicted
    assert (scale[1].id, scale[1].name) == (supported.id, "borne out")
    assert (scale[4].id, scale[4].archived) == (opinion.id, True)
    assert (scale[5].id, scale[5].name) == ("", "satire")
    assert scale[5].description == "Not meant to be believed."
    assert scale[5].colour not in {rating.colour for rating in first_ratings()}


def test_what_cannot_be_kept_is_told_and_stays_to_be_mended(
    qtbot: QtBot, dialog: RatingScaleDialog, kept: list[tuple[Rating, ...]]
) -> None:
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    ok(qtbot, dialog)
    assert dialog.isVisible()
    assert "needs a name" in dialog.warning.text()
    qtbot.keyClicks(dialog.name, "satire")
    assert dialog.warning.text() == ""
    ok(qtbot, dialog)
    assert kept[0][-1].name == "satire"
