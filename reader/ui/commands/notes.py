"""Commands on the codebook, on the scale of ratings and on whose notes are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.annotating.annotation import Rating
from reader.core.errors import ReaderError
from reader.exporters.codebook import codebook_csv, codebook_qdc
from reader.importers.codebook import read_codebook
from reader.ui.dialogs.rating_scale import RatingScaleDialog
from reader.ui.session import Session
from reader.ui.writing import write_file

_CODEBOOKS = "Codebooks (*.qdc *.csv)"


class NoteCommands(QObject):
    """Each says what it did; a problem is told by the session and changes nothing."""

    def __init__(
        self,
        session: Session,
        hues: Mapping[str, str],
        swatch: Callable[[str], QIcon],
        window: QWidget,
    ) -> None:
        """`hues` are the tag colours as other programs know them: '#RRGGBB' by name; `swatch`
        paints one in the theme that is on.
        """
        super().__init__(window)
        self._session = session
        self._hues = hues
        self._swatch = swatch
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        notes = self._session.notes
        return {
            "note.blind": lambda: notes.set_blind(not notes.blind),
            "ratings.edit": self.edit_ratings,
            "codebook.import": self.ask_codebook,
            "codebook.export": self.ask_where_to_export,
        }

    def edit_ratings(self) -> RatingScaleDialog | None:
        """Edit the scale of the project as one step."""
        session = self._session
        if not session.stories.is_open:
            return None

        def keep(scale: Sequence[Rating]) -> None:
            session.stories.project.ratings.arrange(scale)
            session.notes.refresh()

        notes = session.notes
        dialog = RatingScaleDialog(
            notes.all_ratings, notes.rating_uses(), self._swatch, keep, self._window
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

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
