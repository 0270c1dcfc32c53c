"""One list of actions: whole, without clashing keys, and changeable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QWidget

from reader import places
from reader.ui.actions import Actions, KeyTaken, read_actions
from reader.ui.dialogs.help import keys_table
from reader.ui.dialogs.keys import KeysDialog
from reader.ui.dialogs.palette import Palette, rank
from reader.ui.settings import Settings

LIST = read_actions(places.find().resources / "actions.toml")
SUBMENUS = {"project.recent", "view.theme", "view.panels", "note.tags", "-"}


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def actions(qtbot, settings):
    window = QWidget()
    qtbot.addWidget(window)
    return Actions(LIST, settings, window)


def test_every_action_stands_in_a_menu_or_has_a_key():
    in_menus = {a for menu in LIST.menus for a in menu.actions}
    assert in_menus - SUBMENUS <= set(LIST.actions)
    for record in LIST.actions.values():
        assert record.id in in_menus or record.keys, record.id
        assert record.tip, record.id


def test_what_is_switched_shows_a_tick_in_its_menu_and_no_icon_in_its_place(actions):
    for action_id in actions:
        action = actions[action_id]
        assert action.isIconVisibleInMenu() is not action.isCheckable(), action_id


def test_single_letters_belong_to_the_board():
    for record in LIST.actions.values():
        for key in record.keys:
            if len(key.removeprefix("Shift+")) == 1:
                assert record.where == "board", record.id


def test_two_actions_with_one_key_are_refused(tmp_path):
    twice = "".join(f'[[action]]\nid="{n}"\ntext="x"\ntip="x"\nkeys=["N"]\n' for n in "ab")
    path = tmp_path / "actions.toml"
    path.write_text(twice)
    with pytest.raises(ValueError, match="share the key"):
        read_actions(path)


def test_a_changed_key_is_kept_and_a_taken_one_refused(actions, settings):
    actions.set_keys("go.next", ("M",))
    assert actions["go.next"].shortcut().toString() == "M"
    assert Actions(LIST, settings, actions.parent()).keys("go.next") == ("M",)
    with pytest.raises(KeyTaken, match="Previous passage"):
        actions.set_keys("go.next", ("P",))
    assert actions.keys("go.next") == ("M",)
    actions.reset_keys()
    assert actions.keys("go.next") == ("N",)


def test_the_keys_page_tells_why_a_key_is_refused(actions, qtbot):
    dialog = KeysDialog(actions, actions.parent())
    qtbot.addWidget(dialog)
    dialog._edit.setKeySequence("Ctrl+F")
    qtbot.mouseClick(dialog._set, Qt.MouseButton.LeftButton)
    assert "already belongs" in dialog._said.text()


def test_the_palette_finds_by_letters_and_arrows(actions, qtbot):
    palette = Palette([actions[a] for a in actions], actions.parent())
    qtbot.addWidget(palette)
    palette.show()
    qtbot.keyClicks(palette._typed, "larg")
    qtbot.keyClick(palette._typed, Qt.Key.Key_Return)
    assert palette.chosen is actions["view.larger"]


def test_the_palette_says_when_it_finds_nothing(actions, qtbot):
    palette = Palette([actions[a] for a in actions], actions.parent())
    qtbot.addWidget(palette)
    palette.show()
    said = next(one for one in palette.findChildren(QLabel) if "No command" in one.text())
    assert not said.isVisible()
    qtbot.keyClicks(palette.findChild(QLineEdit), "qqq")
    assert said.isVisible()


def test_the_palette_finds_what_stands_in_menus_that_grow(actions, qtbot):
    menu = QMenu("Theme", actions.parent())
    dark = menu.addAction("Dark")
    palette = Palette([actions[a] for a in actions], actions.parent(), (menu,))
    qtbot.addWidget(palette)
    typed = palette.findChild(QLineEdit)
    qtbot.keyClicks(typed, "theme d")
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert palette.chosen is dark


def test_a_run_at_a_words_start_ranks_first():
    assert rank("Next passage", "pass") < rank("Compass", "pass") < rank("Play a slow song", "pass")
    assert rank("Note", "xyz") is None


def test_help_lists_every_key(actions):
    table = keys_table(actions)
    for record in LIST.actions.values():
        if record.keys:
            assert record.text in table
