"""Tagging by keys: with a tag's own key, or with one that is found by typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QInputDialog, QWidget

from reader.core.annotating.annotation import Annotation
from reader.core.errors import ReaderError
from reader.core.text.span import Span
from reader.ui.actions import Actions, KeyTaken
from reader.ui.columns.board import BoardView
from reader.ui.dialogs.tag_key import TagKeyDialog
from reader.ui.dialogs.tag_picker import TagPicker
from reader.ui.session import Session
from reader.ui.session.notes import Place
from reader.ui.tag_choices import choices
from reader.ui.themes import least_used

QUOTED = 40
"""Characters of a quote that say which words were meant."""


class TaggingCommands(QObject):
    """Each says what it did or why it could not; a problem is told and changes nothing."""

    def __init__(
        self,
        session: Session,
        board: BoardView,
        actions: Actions,
        swatch: Callable[[str], QIcon],
        window: QWidget,
    ) -> None:
        """`swatch` paints a tag's colour by its name in the theme that is on."""
        super().__init__(window)
        self._session = session
        self._board = board
        self._actions = actions
        self._swatch = swatch
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "note.tag": self.pick,
            "note.tag_all": partial(self.pick, every_reading=True),
        }

    # ---- tagging

    def tag(self, tag_id: str, *, every_reading: bool = False) -> None:
        """Tag what is selected, else the active passage; again takes the tag off."""
        self._trying(partial(self._tag, tag_id, every_reading=every_reading))

    def tag_and_go_on(self, tag_id: str) -> None:
        """Tag what is selected, else the active passage, and go to the next passage.

        What has the tag keeps it: going over a passage again takes nothing away.
        """
        self._trying(partial(self._tag, tag_id, goes_on=True))

    def pick(self, *, every_reading: bool = False) -> TagPicker | None:
        """Ask for a tag by some letters of its name; a new one can be made of them."""
        notes = self._session.notes
        if not self._session.stories.is_open:
            return None
        places = notes.places_to_note(every_reading=every_reading)
        if not places:
            self._nothing_chosen()
            return None
        twin = notes.exactly_on(places)
        picker = self._open(places, twin.tag_ids if twin else ())
        picker.accepted.connect(partial(self._on_picked, picker, every_reading=every_reading))
        return picker

    def pick_for(self, annotation_id: str) -> TagPicker | None:
        """Ask for a tag of one note, wherever the reader is."""
        found = self._session.notes.annotation(annotation_id)
        if found is None:
            return None
        places = tuple((t.article_id, t.span) for t in found.targets if t.span is not None)
        picker = self._open(places, found.tag_ids, goes_on=False)
        picker.accepted.connect(
            lambda: self._trying(partial(self._tag_note, annotation_id, picker))
        )
        return picker

    def _open(
        self, places: tuple[Place, ...], worn: Sequence[str], *, goes_on: bool = True
    ) -> TagPicker:
        notes = self._session.notes
        offered = choices(notes.all_tags, notes.recent.ids, worn)
        picker = TagPicker(
            offered, self._swatch, self._about(places), self._window, goes_on=goes_on
        )
        picker.finished.connect(picker.deleteLater)
        picker.open()
        return picker

    def _tag_note(self, annotation_id: str, picker: TagPicker) -> None:
        notes, project = self._session.notes, self._session.stories.project
        found = notes.annotation(annotation_id)
        if found is None:
            return
        if picker.chosen is not None:
            tag_id = picker.chosen.tag.id
            others = tuple(t for t in found.tag_ids if t != tag_id)
            tags = others if tag_id in found.tag_ids else (*others, tag_id)
            notes.set_tags(annotation_id, tags)
        elif picker.new_name:
            with project.log.change(f"Tag “{picker.new_name}”"):
                tag = project.tags.add(picker.new_name, least_used(notes.all_tags))
                project.annotations.set_tags(annotation_id, (*found.tag_ids, tag.id))
            notes.recent.used((tag.id,))
            notes.refresh()

    def _on_picked(self, picker: TagPicker, *, every_reading: bool) -> None:
        goes_on = picker.goes_on
        if picker.chosen is not None:
            tag_id = picker.chosen.tag.id
            self._trying(partial(self._tag, tag_id, every_reading=every_reading, goes_on=goes_on))
        elif picker.new_name:
            name = picker.new_name
            self._trying(partial(self._make, name, every_reading=every_reading, goes_on=goes_on))

    def _tag(self, tag_id: str, *, every_reading: bool = False, goes_on: bool = False) -> None:
        notes = self._session.notes
        selected = None if every_reading else self._session.board.selection
        made = notes.tag_places(tag_id, every_reading=every_reading, keep=goes_on)
        self._after(made, tag_id, selected if goes_on else None, goes_on=goes_on)

    def _make(self, name: str, *, every_reading: bool, goes_on: bool) -> None:
        notes = self._session.notes
        selected = None if every_reading else self._session.board.selection
        made = notes.tag_with_new(name, least_used(notes.all_tags), every_reading=every_reading)
        tag_id = made.tag_ids[-1] if made is not None else ""
        self._after(made, tag_id, selected if goes_on else None, goes_on=goes_on)

    def _after(
        self, made: Annotation | None, tag_id: str, selected: Place | None, *, goes_on: bool
    ) -> None:
        tag = self._session.notes.tag(tag_id)
        if made is None or tag is None:
            self._nothing_chosen()
            return
        if goes_on:
            if selected is not None:
                self._deselect(*selected)
            self._session.passages.next()
        word = "Tagged" if tag.id in made.tag_ids else "No longer tagged"
        places = tuple((t.article_id, t.span) for t in made.targets if t.span is not None)
        self._session.say(f"{word} “{tag.name}”: {self._about(places)}. A opens its note.")

    def _about(self, places: tuple[Place, ...]) -> str:
        """The first words that are meant, and in which articles they stand."""
        names: list[str] = []
        quote = ""
        for article_id, span in places:
            stored = self._session.stories.article(article_id)
            if stored is not None:
                quote = quote or " ".join(span.of(stored.article.text).split())
                names.append(stored.article.outlet or stored.article.title or stored.article.name)
        cut = quote if len(quote) <= QUOTED else f"{quote[:QUOTED]}…"
        return f"“{cut}” in {' and '.join(dict.fromkeys(names))}"

    def _nothing_chosen(self) -> None:
        self._session.say("Select some words first, or go to a passage with N.")

    def _deselect(self, article_id: str, span: Span) -> None:
        """Let go of a selection, so that the next key means the next passage."""
        frame = self._board.frames.get(article_id)
        if frame is not None:
            frame.column.select(Span(span.end, span.end))

    # ---- what a tag is for, and its key

    def ask_description(self, tag_id: str) -> None:
        """Ask what a tag is for; it is told wherever the tag is pointed at."""
        tag = self._session.notes.tag(tag_id)
        if tag is None:
            return
        words, ok = QInputDialog.getMultiLineText(
            self._window, f"Tag “{tag.name}”", "What it is for", tag.description
        )
        if ok:
            self._trying(partial(self._describe, tag_id, words.strip()))

    def _describe(self, tag_id: str, words: str) -> None:
        self._session.stories.project.tags.edit(tag_id, description=words)
        self._session.notes.refresh()

    def ask_key(self, tag_id: str) -> TagKeyDialog | None:
        """Ask for a key by having it pressed."""
        tag = self._session.notes.tag(tag_id)
        if tag is None:
            return None

        wearers = {
            other.hotkey: other.name
            for other in self._session.notes.all_tags
            if other.hotkey is not None and other.id != tag_id
        }
        command_of = self._actions.command_of
        dialog = TagKeyDialog(tag.name, tag.hotkey, command_of, wearers.get, self._window)
        dialog.accepted.connect(lambda: self.give_key(tag_id, dialog.key))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def give_key(self, tag_id: str, key: str | None) -> None:
        """Give a tag a key or take it; a key passes from another tag, never from a command."""
        self._trying(partial(self.keep_key, tag_id, key))

    def keep_key(self, tag_id: str, key: str | None) -> None:
        """Raises ReaderError where a command has the key or no tag can have it."""
        command = None if key is None else self._actions.command_of(key)
        if command is not None:
            raise KeyTaken(
                f"{key} already belongs to “{command}”.",
                "Choose another key, or change that one in Help > Keys.",
            )
        self._session.stories.project.tags.edit(tag_id, hotkey=key)
        self._session.notes.refresh()

    def _trying(self, do: Callable[[], object]) -> None:
        if not self._session.stories.is_open:
            return
        try:
            do()
        except ReaderError as problem:
            self._session.tell(problem)
