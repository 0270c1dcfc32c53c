"""Commands while reading: passages, notes, tags, review, and taking back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.core.annotating.annotation import ReviewState
from reader.core.errors import ReaderError
from reader.store.log import Change
from reader.ui.session import Session


class ReadingCommands(QObject):
    """What single letters do in a column; each says what it did or why it could not."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        session.passages.active_changed.connect(self._on_active)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        passages = self._session.passages
        return {
            "go.next": passages.next,
            "go.previous": passages.previous,
            "go.next_in_text": partial(passages.next_in_text, 1),
            "go.previous_in_text": partial(passages.next_in_text, -1),
            "note.open": self._trying(self._open_note),
            "note.open_all": self._trying(partial(self._open_note, every_reading=True)),
            "note.extend": self._trying(self._extend),
            "note.rate": self._trying(self._rate),
            "note.remove": self._trying(self._remove),
            "passage.check": self._trying(partial(self._review, ReviewState.CHECKED)),
            "passage.check_next": self._trying(self._check_next),
            "passage.call": self._trying(partial(self._review, ReviewState.NEEDS_A_CALL)),
            "edit.undo": self._trying(self._undo),
            "edit.redo": self._trying(self._redo),
        }

    def _trying(self, do: Callable[[], object]) -> Callable[[], None]:
        def handler() -> None:
            if not self._session.stories.is_open:
                return
            try:
                do()
            except ReaderError as problem:
                self._session.tell(problem)

        return handler

    def _on_active(self) -> None:
        """Say so where a passage stands in no column: nothing on the board would tell."""
        session, active = self._session, self._session.passages.active
        ids = [] if active is None else [a for a, _ in session.passages.places(active)]
        if not ids or not session.board.columns or set(ids) & set(session.board.columns):
            return
        stored = (session.stories.article(one) for one in dict.fromkeys(ids))
        articles = [one.article for one in stored if one is not None]
        names = " and ".join(f"“{a.outlet or a.title or a.name}”" for a in articles)
        session.say(f"Only in {names}, not on the board: a click on it in Details brings it there.")

    # ---- notes

    def _nothing_chosen(self) -> None:
        self._session.say("Select some words first, or go to a passage with N.")

    def _open_note(self, *, every_reading: bool = False) -> None:
        notes = self._session.notes
        if not notes.places_to_note(every_reading=every_reading):
            if notes.active is not None:
                notes.note_requested.emit(notes.active)
            else:
                self._nothing_chosen()
            return
        notes.open_note(every_reading=every_reading)

    def _extend(self) -> None:
        """Make the active note about these words too, in whatever article they are."""
        notes = self._session.notes
        places = notes.places_to_note()
        if notes.active is None or not places:
            self._session.say("Choose a note, then select more words for it and press E.")
            return
        notes.leave_note()
        self._session.stories.project.annotations.add_targets(notes.active, places)
        notes.refresh()
        found = notes.annotation(notes.active)
        if found is not None:
            self._session.say(f"The note is about {len(found.targets)} places.")

    def _rate(self) -> None:
        notes = self._session.notes
        if notes.active is None or notes.places_to_note():
            found = notes.exactly_on(notes.places_to_note())
            found = found or notes.begin(notes.places_to_note())
            if found is None:
                self._nothing_chosen()
                return
            notes.activate(found.id)
        assert notes.active is not None
        notes.rating_requested.emit(notes.active)

    def _remove(self) -> None:
        notes = self._session.notes
        if notes.active is None:
            self._session.say("Choose an annotation first.")
            return
        notes.remove((notes.active,))
        self._session.say("The annotation is deleted; undo brings it back.")

    # ---- review

    def _active(self) -> int | None:
        active = self._session.passages.active
        if active is None:
            self._session.say("Go to a passage first: N.")
        return active

    def _review(self, state: ReviewState) -> None:
        active = self._active()
        if active is None:
            return
        passages = self._session.passages
        now = passages.reviewed(active).state
        wanted = ReviewState.UNSEEN if now is state else state
        passages.review(active, wanted)
        self._session.notes.history_changed.emit()
        done, of = passages.checked
        self._session.say(f"{done} of {of} checked")

    def _check_next(self) -> None:
        active = self._active()
        if active is not None:
            self._session.passages.review(active, ReviewState.CHECKED)
            self._session.notes.history_changed.emit()
            self._session.passages.next()

    # ---- taking back

    def _undo(self) -> None:
        self._session.notes.leave_note()
        log = self._session.stories.project.log
        if log.undo_name is None:
            self._session.say("There is nothing to undo.")
            return
        self._session.changing.make(
            f"Undoing: {log.undo_name}…",
            lambda project, _pace: project.log.undo(),
            partial(self._turned, "Undone"),
            rows=log.undo_rows,
        )

    def _redo(self) -> None:
        self._session.notes.leave_note()
        log = self._session.stories.project.log
        if log.redo_name is None:
            self._session.say("There is nothing to do again.")
            return
        self._session.changing.make(
            f"Doing again: {log.redo_name}…",
            lambda project, _pace: project.log.redo(),
            partial(self._turned, "Done again"),
            rows=log.redo_rows,
        )

    def _turned(self, how: str, change: Change | None) -> None:
        if change is not None:
            self._session.undoing.come_back_to(change)
            self._session.say(f"{how}: {change.name}")
