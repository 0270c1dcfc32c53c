"""The one list of actions: read from resources/actions.toml, bound to what they do.

Menus, toolbar, palette, shortcuts page and help all show what stands here. A key that the person
changed lives in the settings; two actions can never share a key. The tags of a project are actions
too, put in while it is open: their keys are kept with them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from reader.core.errors import ReaderError
from reader.ui.settings import Settings

SEPARATOR = "-"


class KeyTaken(ReaderError):
    """A key already belongs to another action."""


class KeyFollows(ReaderError):
    """The key of an action is made of another action's and cannot be changed by itself."""


@dataclass(frozen=True, slots=True)
class ActionRecord:
    """One entry of the list, or a tag; `where` is 'window' or 'board'."""

    id: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    where: str = "window"
    toggle: bool = False
    icon: str = ""
    give: Callable[[str | None], object] | None = None
    """Keeps another key of an action whose key is no setting; raises ReaderError."""
    gives_way: bool = False
    """Made of another key (with Shift, with Ctrl); has it only where nothing else wants it."""


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


class _Command(QAction):
    """An action whose keys rest while a menu is open.

    The column behind an open menu keeps the focus: a letter meant for the menu would tag or delete
    there, out of sight.
    """

    def event(self, event: QEvent) -> bool:
        resting = isinstance(QApplication.activePopupWidget(), QMenu)
        if event.type() == QEvent.Type.Shortcut and resting:
            return True
        return super().event(event)


class Actions(QObject):
    """QActions by id; keys of 'board' actions work only inside the board."""

    def __init__(self, listed: ActionList, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self.listed = listed
        self._settings = settings
        self._window = window
        self._board: QWidget | None = None
        self._records: dict[str, ActionRecord] = {}
        self._actions: dict[str, QAction] = {}
        self._holders: dict[str, str] = {}
        """Which action has which key."""
        for record in listed.actions.values():
            self._add(record)
        self._dress()

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def record(self, action_id: str) -> ActionRecord:
        return self._records[action_id]

    def bind(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Say what actions do; raises KeyError for an action that is not in the list."""
        for action_id, handler in handlers.items():
            self._actions[action_id].triggered.connect(lambda _=False, do=handler: do())

    def place(self, board: QWidget) -> None:
        """Give window keys to the window and single letters to the board alone."""
        self._board = board
        for record in self._records.values():
            self._place(record)

    def _place(self, record: ActionRecord) -> None:
        action = self._actions[record.id]
        if record.where != "board":
            self._window.addAction(action)
        elif self._board is not None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._board.addAction(action)

    def exchange(
        self, gone: Sequence[str], come: Mapping[ActionRecord, Callable[[], object]]
    ) -> None:
        """Take actions out and put others in or in place of those of the same id, with their do."""
        for action_id in gone:
            del self._records[action_id]
            self._actions.pop(action_id).deleteLater()
        for record, do in come.items():
            if record.id not in self._actions:
                self._add(record)
                self._place(record)
                self.bind({record.id: do})
            self._records[record.id] = record
        self._dress()

    def _add(self, record: ActionRecord) -> None:
        action = _Command(record.text, self._window)
        action.setObjectName(record.id)
        action.setCheckable(record.toggle)
        action.setIconVisibleInMenu(not record.toggle)  # its place in a menu is the tick's
        self._records[record.id] = record
        self._actions[record.id] = action

    # ---- keys

    def keys(self, action_id: str) -> tuple[str, ...]:
        """The keys in force: the person's own, else those of the list or the tag.

        A tag's key that another action has in these settings is not in force.
        """
        return tuple(key for key in self._wanted(action_id) if self._holder(key) == action_id)

    def command_of(self, key: str) -> str | None:
        """The program's own command that has a key, in words; tags would give way to it."""
        holder = self._holder(key)
        if holder is None or _rank(self._records[holder]):
            return None
        return self._records[holder].text

    def set_keys(self, action_id: str, keys: Sequence[str]) -> None:
        """Give an action other keys; raises KeyTaken where one belongs to another action."""
        record = self._records[action_id]
        if record.gives_way:
            raise KeyFollows(
                "This key is the tag's own with Shift or Ctrl.", "Change the key of the tag itself."
            )
        for key in keys:
            holder = self._holder(_portable(key))
            if holder not in (None, action_id) and not self._records[str(holder)].gives_way:
                raise KeyTaken(
                    f"{_portable(key)} already belongs to “{self._records[str(holder)].text}”.",
                    "Choose another key, or take it from that command first.",
                )
        if record.give is not None:
            record.give(keys[0] if keys else None)
            return
        if tuple(keys) == record.keys:
            self._settings.forget("keys", action_id)
        else:
            self._settings.set("keys", action_id, list(keys))
        self._dress()

    @property
    def own_keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that the person gave themselves, by action; tags' keys are the project's."""
        return {
            action_id: tuple(str(key) for key in kept)
            for action_id in self._actions
            if isinstance(kept := self._settings.get("keys", action_id), list)
        }

    def give_keys(self, own: Mapping[str, tuple[str, ...]]) -> None:
        """Put keys in force that were the person's own before all were taken back."""
        self._settings.update("keys", {action_id: list(keys) for action_id, keys in own.items()})
        self._dress()

    def reset_keys(self) -> None:
        """Every action back to the keys of the list; tags keep theirs."""
        self._settings.forget("keys")
        self._dress()

    def _wanted(self, action_id: str) -> tuple[str, ...]:
        """The keys that an action has or would have."""
        record = self._records[action_id]
        kept = None if record.give or record.gives_way else self._settings.get("keys", action_id)
        return tuple(str(key) for key in kept) if isinstance(kept, list) else record.keys

    def _holder(self, key: str) -> str | None:
        return self._holders.get(_portable(key))

    def _dress(self) -> None:
        """Find out which action has which key, and give every action its own."""
        self._holders = {}
        for record in sorted(self._records.values(), key=_rank):
            for key in self._wanted(record.id):
                self._holders.setdefault(_portable(key), record.id)
        for record in self._records.values():
            self._dress_one(record)

    def _dress_one(self, record: ActionRecord) -> None:
        action = self._actions[record.id]
        sequences = [QKeySequence(key) for key in self.keys(record.id)]
        if action.shortcuts() != sequences:
            action.setShortcuts(sequences)
        shown = sequences[0].toString(QKeySequence.SequenceFormat.NativeText) if sequences else ""
        action.setToolTip(f"{record.tip} ({shown})" if shown else record.tip)
        action.setStatusTip(record.tip)
        if record.give or record.gives_way:
            action.setText(record.text)


def _portable(key: str) -> str:
    return QKeySequence(key).toString()


def _rank(record: ActionRecord) -> int:
    """Who has a key before whom: the program's own actions, then tags, then what gives way."""
    return 2 if record.gives_way else 1 if record.give else 0
