"""The one list of actions: read from resources/actions.toml, bound to what they do.

Menus, toolbar, palette, shortcuts page and help all show what stands here. A key that the person
changed lives in the settings; two actions of one place can never share a key.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.core.errors import ReaderError
from reader.ui.settings import Settings

SEPARATOR = "-"


class KeyTaken(ReaderError):
    """A key already belongs to another action."""


@dataclass(frozen=True, slots=True)
class ActionRecord:
    """One entry of the list; `where` is 'window' or 'board'."""

    id: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    where: str = "window"
    toggle: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True)
class MenuRecord:
    """A menu: ids of actions or submenus, '-' for a line."""

    title: str
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionList:
    """What resources/actions.toml holds."""

    actions: Mapping[str, ActionRecord]
    menus: tuple[MenuRecord, ...]


def read_actions(path: Path) -> ActionList:
    """The list from its file; raises ValueError where two actions of one place share a key."""
    with path.open("rb") as file:
        told = tomllib.load(file)
    records: list[ActionRecord] = [_record(entry) for entry in told["action"]]
    for entry in told.get("numbered", []):
        for n in range(1, entry["count"] + 1):
            records.append(_record(_numbered(entry, n)))
    taken: dict[str, str] = {}
    for record in records:
        for key in record.keys:
            name = QKeySequence(key).toString()
            if name in taken:
                raise ValueError(f"{record.id} and {taken[name]} share the key {key}")
            taken[name] = record.id
    menus = tuple(MenuRecord(m["title"], tuple(m["actions"])) for m in told["menu"])
    return ActionList({r.id: r for r in records}, menus)


def _record(entry: Mapping[str, Any]) -> ActionRecord:
    return ActionRecord(
        id=entry["id"],
        text=entry["text"],
        tip=entry["tip"],
        keys=tuple(entry.get("keys", ())),
        where=entry.get("where", "window"),
        toggle=entry.get("toggle", False),
        icon=entry.get("icon", ""),
    )


def _numbered(entry: Mapping[str, Any], n: int) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for key, value in entry.items():
        if isinstance(value, str):
            told[key] = value.format(n=n)
        elif isinstance(value, list):
            told[key] = [part.format(n=n) for part in value]
    return told


class Actions(QObject):
    """QActions by id; keys of 'board' actions work only inside the board."""

    def __init__(self, listed: ActionList, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self.listed = listed
        self._settings = settings
        self._window = window
        self._actions: dict[str, QAction] = {}
        for record in listed.actions.values():
            action = QAction(record.text, window)
            action.setObjectName(record.id)
            action.setCheckable(record.toggle)
            self._actions[record.id] = action
            self._dress(record)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def bind(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Say what actions do; raises KeyError for an action that is not in the list."""
        for action_id, handler in handlers.items():
            self._actions[action_id].triggered.connect(lambda _=False, do=handler: do())

    def place(self, board: QWidget) -> None:
        """Give window keys to the window and single letters to the board alone."""
        for record in self.listed.actions.values():
            action = self._actions[record.id]
            if record.where == "board":
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                board.addAction(action)
            else:
                self._window.addAction(action)

    def keys(self, action_id: str) -> tuple[str, ...]:
        """The keys in force: the person's own, else those of the list."""
        kept = self._settings.get("keys", action_id)
        if isinstance(kept, list):
            return tuple(str(key) for key in kept)
        return self.listed.actions[action_id].keys

    def set_keys(self, action_id: str, keys: Sequence[str]) -> None:
        """Give an action other keys; raises KeyTaken where one belongs to another action."""
        wanted = {QKeySequence(key).toString() for key in keys}
        for other in self._actions:
            mine = {QKeySequence(key).toString() for key in self.keys(other)}
            if other != action_id and (shared := wanted & mine):
                raise KeyTaken(
                    f"{', '.join(sorted(shared))} already belongs to "
                    f"“{self.listed.actions[other].text}”.",
                    "Choose another key, or take it from that command first.",
                )
        if tuple(keys) == self.listed.actions[action_id].keys:
            self._settings.forget("keys", action_id)
        else:
            self._settings.set("keys", action_id, list(keys))
        self._dress(self.listed.actions[action_id])

    def reset_keys(self) -> None:
        """Every action back to the keys of the list."""
        self._settings.forget("keys")
        for record in self.listed.actions.values():
            self._dress(record)

    def _dress(self, record: ActionRecord) -> None:
        action = self._actions[record.id]
        sequences = [QKeySequence(key) for key in self.keys(record.id)]
        action.setShortcuts(sequences)
        shown = sequences[0].toString(QKeySequence.SequenceFormat.NativeText) if sequences else ""
        action.setToolTip(f"{record.tip} ({shown})" if shown else record.tip)
        action.setStatusTip(record.tip)
