"""Commands on notes and the codebook beyond what single letters do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.errors import ReaderError
from reader.core.text.span import Span
from reader.exporters.codebook import codebook_csv, codebook_qdc
from reader.importers.codebook import read_codebook
from reader.ui.columns.board import BoardView
from reader.ui.commands.projects import write_file
from reader.ui.session import Session

_CODEBOOKS = "Codebooks (*.qdc *.csv)"


class NoteCommands(QObject):
    """Each says what it did; a problem is told by the session and changes nothing."""

    def __init__(
        self, session: Session, board: BoardView, hues: Mapping[str, str], window: QWidget
    ) -> None:
        """`hues` are the tag colours as other programs know them: '#RRGGBB' by name."""
        super().__init__(window)
        self._session = session
        self._board = board
        self._hues = hues
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        notes = self._session.notes
        told: dict[str, Callable[[], object]] = {
            "note.blind": lambda: notes.set_blind(not notes.blind),
            "codebook.import": self.ask_codebook,
            "codebook.export": self.ask_where_to_export,
        }
        for n in range(1, 10):
            told[f"note.tag_next_{n}"] = partial(self.tag_and_go_on, n)
        return told

    def tag_and_go_on(self, hotkey: int) -> None:
        """Tag what is selected, else the active passage, and go to the next passage.

        What has the tag keeps it: going over a passage again takes nothing away.
        """
        if not self._session.stories.is_open:
            return
        notes = self._session.notes
        tag = next((t for t in notes.tags if t.hotkey == str(hotkey)), None)
        if tag is None:
            self._session.say(f"No tag has the key {hotkey}; give it one in the list of tags.")
            return
        chosen = self._session.board.selection
        try:
            made = notes.tag_places(tag.id, keep=True)
        except ReaderError as problem:
            self._session.tell(problem)
            return
        if made is None:
            self._session.say("Select some words first, or go to a passage with N.")
            return
        if chosen is not None:
            self._deselect(*chosen)
        self._session.passages.next()
        self._session.say(f"Tagged “{tag.name}”.")

    def _deselect(self, article_id: str, span: Span) -> None:
        """Let go of a selection, so that the next key means the next passage."""
        frame = self._board.frames.get(article_id)
        if frame is not None:
            frame.column.select(Span(span.end, span.end))

    # ---- the codebook

    def ask_codebook(self) -> None:
        if self._session.stories.is_open:
            name, _ = QFileDialog.getOpenFileName(
                self._window, "Import a codebook", self._folder(), f"{_CODEBOOKS};;All files (*)"
            )
            if name:
                self.import_codebook(Path(name))

    def import_codebook(self, path: Path) -> None:
        """Add the tags of a file; those that are here already stay as they are."""
        try:
            tags = read_codebook(path, self._hues)
            added = self._session.stories.project.tags.take(tags)
        except ReaderError as problem:
            self._session.tell(problem)
            return
        self._session.notes.refresh()
        there = len(tags) - len(added)
        self._session.say(
            f"Added {len(added)} tag{'' if len(added) == 1 else 's'} of “{path.name}”"
            + (f"; {there} stood in the codebook already." if there else ".")
        )

    def ask_where_to_export(self) -> None:
        if self._session.stories.is_open:
            name, _ = QFileDialog.getSaveFileName(
                self._window,
                "Export the codebook",
                str(Path(self._folder()) / "codebook.qdc"),
                "REFI-QDA codebook (*.qdc);;Table (*.csv)",
            )
            if name:
                self.export_codebook(Path(name))

    def export_codebook(self, path: Path) -> None:
        """Write all tags; the file's suffix says in which form, `.qdc` where it has none."""
        path = path if path.suffix else path.with_suffix(".qdc")
        tags = self._session.notes.all_tags
        is_table = path.suffix.lower() == ".csv"
        try:
            write_file(path, codebook_csv(tags) if is_table else codebook_qdc(tags, self._hues))
        except ReaderError as problem:
            self._session.tell(problem)
            return
        self._session.say(f"Written to {path}")

    def _folder(self) -> str:
        path = self._session.stories.path
        return "" if path is None else str(path.parent)
