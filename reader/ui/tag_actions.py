"""The tags of the open project as actions: in the palette, in the menu, and by their keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.annotating.annotation import Tag
from reader.core.annotating.hotkey import and_go_on, on_all_readings
from reader.core.annotating.tag_tree import in_tree_order, path_of
from reader.ui.actions import ActionRecord, Actions
from reader.ui.commands.tagging import TaggingCommands
from reader.ui.session import Session
from reader.ui.tag_choices import STEP


class TagActions(QObject):
    """Each tag is an action; one with a key also tags all readings and goes on."""

    def __init__(
        self, session: Session, actions: Actions, tagging: TaggingCommands, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._actions = actions
        self._tagging = tagging
        self._ids: tuple[str, ...] = ()
        self.menu = QMenu("Tag", window)
        session.notes.tags_changed.connect(self._on_tags)
        self._on_tags()

    def _on_tags(self) -> None:
        tags = self._session.notes.tags
        known = {tag.id: tag for tag in tags}
        come: dict[ActionRecord, Callable[[], object]] = {}
        firsts: list[str] = []
        for tag, _ in in_tree_order(tags):
            made = self._of(tag, STEP.join(path_of(tag, known)))
            firsts.append(next(iter(made)).id)
            come |= made
        ids = tuple(record.id for record in come)
        self._actions.exchange([old for old in self._ids if old not in ids], come)
        self._ids = ids
        self.menu.clear()
        for action_id in firsts:
            self.menu.addAction(self._actions[action_id])
        self.menu.setEnabled(bool(firsts))

    def _of(self, tag: Tag, path: str) -> dict[ActionRecord, Callable[[], object]]:
        """The action of a tag, and with it those that its key makes."""
        tagging, named = self._tagging, f"Tag “{path}”"
        first = ActionRecord(
            id=f"tag.{tag.id}",
            text=named,
            tip=tag.description or "Tag the selection, else the active passage's reading",
            keys=(tag.hotkey,) if tag.hotkey else (),
            where="board",
            give=partial(tagging.keep_key, tag.id),
        )
        come: dict[ActionRecord, Callable[[], object]] = {first: partial(tagging.tag, tag.id)}
        if tag.hotkey is None:
            return come
        made: tuple[tuple[str, str, str | None, Callable[[], object]], ...] = (
            (
                "all",
                f"{named} on all readings",
                on_all_readings(tag.hotkey),
                partial(tagging.tag, tag.id, every_reading=True),
            ),
            (
                "next",
                f"{named} and go on",
                and_go_on(tag.hotkey),
                partial(tagging.tag_and_go_on, tag.id),
            ),
        )
        for name, text, key, do in made:
            record = ActionRecord(
                id=f"{first.id}.{name}",
                text=text,
                tip=first.tip,
                keys=(key,) if key else (),
                where="board",
                gives_way=True,
            )
            come[record] = do
        return come
