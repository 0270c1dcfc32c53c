"""The menu bar, from the one list of actions, and the menus that grow with what there is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.ui.actions import SEPARATOR, Actions
from reader.ui.appearance import FOLLOW, Appearance
from reader.ui.commands.projects import ProjectCommands


def fill_menu_bar(bar: QMenuBar, actions: Actions, submenus: Mapping[str, QMenu]) -> None:
    """One menu for each of the list; an entry that names a submenu becomes that submenu."""
    for record in actions.listed.menus:
        menu = bar.addMenu(record.title)
        for entry in record.actions:
            if entry == SEPARATOR:
                menu.addSeparator()
            elif entry in submenus:
                menu.addMenu(submenus[entry])
            else:
                menu.addAction(actions[entry])


def recent_menu(projects: ProjectCommands, parent: QWidget) -> QMenu:
    """Projects opened lately; off while there are none."""
    menu = QMenu("Recent projects", parent)

    def fill() -> None:
        menu.clear()
        for path in projects.recent:
            menu.addAction(str(path), partial(projects.open, path))
        menu.setEnabled(not menu.isEmpty())

    projects.recent_changed.connect(fill)
    fill()
    return menu


def theme_menu(appearance: Appearance, parent: QWidget) -> QMenu:
    """The themes there are, and the system's choice."""
    menu = QMenu("Theme", parent)
    group = QActionGroup(menu)
    choices = [(FOLLOW, "Like the system")]
    choices += [(key, theme.title) for key, theme in appearance.themes.items()]
    for key, title in choices:
        action = QAction(title, menu)
        action.setCheckable(True)
        action.setChecked(key == appearance.choice)
        action.triggered.connect(partial(appearance.choose, key))
        group.addAction(action)
        menu.addAction(action)
    return menu
