"""Help pages: tables are ruled, not boxed, in the colours of the theme in force."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QPalette, QPixmap, QTextDocument, QTextTable
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from reader import places
from reader.ui.appearance import Appearance
from reader.ui.dialogs.help import HelpDialog
from reader.ui.panels.legend import sample
from reader.ui.settings import Settings

_IMAGE = QTextDocument.ResourceType.ImageResource.value
PAGE = "# Marks\n\n| Mark | Meaning |\n| --- | --- |\n| line | same |\n| box | conflict |\n"


@pytest.fixture
def appearance(qtbot: QtBot, tmp_path: Path) -> Appearance:
    made = Appearance(places.find().resources, Settings(tmp_path / "settings.json"))
    made.apply()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> HelpDialog:
    (tmp_path / "1-marks.md").write_text(PAGE, "utf-8")
    dialog = HelpDialog(tmp_path, "", lambda _name, _ratio: None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def table(dialog: HelpDialog) -> QTextTable:
    frames = dialog.findChildren(QTextBrowser)[0].document().rootFrame().childFrames()
    (found,) = (frame for frame in frames if isinstance(frame, QTextTable))
    return found


def test_a_table_has_a_line_below_each_row_and_no_box(dialog: HelpDialog) -> None:
    ruled = table(dialog)
    assert ruled.format().border() == 0
    for row in range(ruled.rows()):
        form = ruled.cellAt(row, 0).format().toTableCellFormat()
        assert form.bottomBorder() == 1
        assert form.leftBorder() == 0


def test_the_rules_follow_the_theme(dialog: HelpDialog) -> None:
    page = dialog.findChildren(QTextBrowser)[0]
    palette = page.palette()
    palette.setColor(QPalette.ColorRole.Mid, QColor("#123456"))
    page.setPalette(palette)
    form = table(dialog).cellAt(1, 1).format().toTableCellFormat()
    assert form.bottomBorderBrush().color() == QColor("#123456")


def test_a_mark_is_drawn_where_a_page_names_it(
    qtbot: QtBot, tmp_path: Path, appearance: Appearance
) -> None:
    page = "# Marks\n\n| Mark | Meaning |\n| --- | --- |\n| ![drawn](mark:near) dashed | nearly |\n"
    (tmp_path / "1-marks.md").write_text(page, "utf-8")
    appearance.choose("light")
    dialog = HelpDialog(tmp_path, "", partial(sample, appearance))
    qtbot.addWidget(dialog)
    dialog.show()
    shown = dialog.findChild(QTextBrowser)

    assert shown.document().find("\ufffc").hasSelection(), "it stands in the page"

    def drawn() -> QImage:
        picture = shown.document().resource(_IMAGE, QUrl("mark:near"))
        assert isinstance(picture, QPixmap)
        return picture.toImage()

    light = drawn()
    assert light.size() == sample(appearance, "near", shown.devicePixelRatioF()).size()
    appearance.choose("dark")
    qtbot.waitUntil(lambda: drawn() != light)


def test_every_mark_that_the_help_names_is_in_the_legend(appearance: Appearance) -> None:
    page = (places.find().resources / "help" / "2-marks.md").read_text("utf-8")
    named = re.findall(r"!\[drawn\]\(mark:(\w+)\)", page)
    assert len(named) == 8
    assert all(sample(appearance, name, 1.0) is not None for name in named)
    assert sample(appearance, "unheard-of", 1.0) is None
