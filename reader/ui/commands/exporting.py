"""Commands that write what was found or noted to files for other people and programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.annotating.annotation import Story
from reader.core.errors import ReaderError
from reader.core.pace import Cancelled, Pace
from reader.exporters.annotations_csv import annotations_csv
from reader.exporters.annotations_html import annotations_html
from reader.exporters.comparison_html import comparison_html
from reader.exporters.comparison_json import comparison_json
from reader.exporters.comparison_text import comparison_text
from reader.ui.jobs import Asking
from reader.ui.session import Session
from reader.ui.writing import write_file

MADE = 0.9
"""The share of an export that is done when its content is made and has yet to be written."""


@dataclass(frozen=True, slots=True)
class Export:
    """Something that can be written; `make` is called off the GUI thread and touches no widget
    and no connection.
    """

    title: str
    name: str
    kinds: str
    make: Callable[[Pace], bytes]


def write_export(
    export: Export, path: Path, cancelled: Callable[[], bool], progress: Callable[[float], None]
) -> Path | ReaderError | None:
    """Make and write; the path, why it could not be, or None where it was given up."""
    try:
        content = export.make(Pace(cancelled, lambda part: progress(part * MADE)))
        wrote = write_file(
            path, content, cancelled, lambda part: progress(MADE + part * (1 - MADE))
        )
    except ReaderError as problem:
        return problem
    except Cancelled:
        return None
    return path if wrote else None


class ExportCommands(QObject):
    """Written off the GUI thread, one at a time; a file that is there already stays whole until
    the new one is.
    """

    def __init__(self, session: Session, data: Path, window: QWidget) -> None:
        """`data` is the folder that is proposed where the project has none."""
        super().__init__(window)
        self._session = session
        self._data = data
        self._window = window
        self.writing = Asking(self)
        self.writing.answered.connect(self._on_written)
        self.writing.failed.connect(session.comparing.failed)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            f"export.{kind}": partial(self.ask, kind)
            for kind in ("html", "text", "json", "annotations", "notes")
        }

    def ask(self, kind: str) -> None:
        """Ask where to, then write."""
        export = self.exports().get(kind)
        if export is None:
            self._session.say("There is nothing to export yet.")
            return
        folder = (self._session.stories.path or self._data).parent
        name, _ = QFileDialog.getSaveFileName(
            self._window, export.title, str(folder / export.name), export.kinds
        )
        if name:
            path = Path(name)
            self.write(export, path if path.suffix else path.with_suffix(Path(export.name).suffix))

    def write(self, export: Export, path: Path) -> None:
        """Begin to write; refused while another file is being written."""
        if self.writing.running:
            self._session.say("Another file is still being written; wait for it or cancel it.")
        else:
            self.writing.ask(partial(write_export, export, path))

    def _on_written(self, answer: object) -> None:
        if isinstance(answer, ReaderError):
            self._session.tell(answer)
        elif isinstance(answer, Path):
            self._session.say(f"Written to {answer}")
        else:
            self._session.say("Cancelled. Nothing was written.")

    def exports(self) -> dict[str, Export]:
        """What can be written of the story on the desk as it stands now."""
        story = self._session.stories.story
        if story is None:
            return {}
        return {**self._of_notes(story), **self._of_comparison(story)}

    def _of_notes(self, story: Story) -> dict[str, Export]:
        stories, notes = self._session.stories, self._session.notes
        articles = {a.id: a for a in stories.articles}
        tags = {t.id: t for t in notes.all_tags}
        ratings = {r.id: r for r in notes.all_ratings}
        people = {p.id: p for p in stories.project.people.all()}
        annotations = notes.annotations
        name = _file_name(story)
        return {
            "annotations": Export(
                "Export annotations",
                f"{name} annotations.csv",
                "Tables (*.csv)",
                lambda pace: annotations_csv(
                    annotations,
                    articles=articles,
                    tags=tags,
                    ratings=ratings,
                    people=people,
                    pace=pace,
                ),
            ),
            "notes": Export(
                "Export annotations",
                f"{name} annotations.html",
                "Pages (*.html)",
                lambda pace: annotations_html(
                    story.title,
                    annotations,
                    articles=articles,
                    tags=tags,
                    ratings=ratings,
                    people=people,
                    pace=pace,
                ).encode(),
            ),
        }

    def _of_comparison(self, story: Story) -> dict[str, Export]:
        comparison, ids = self._session.comparing.comparison, self._session.comparing.ids
        if comparison is None:
            return {}
        by_id = {a.id: a.article for a in self._session.stories.articles}
        compared = tuple(by_id[i] for i in ids if i in by_id)
        name = _file_name(story)
        return {
            "html": Export(
                "Export as a page",
                f"{name}.html",
                "Pages (*.html)",
                lambda pace: comparison_html(comparison, compared, pace=pace).encode(),
            ),
            "text": Export(
                "Export as text",
                f"{name}.txt",
                "Texts (*.txt)",
                lambda pace: comparison_text(comparison, compared, pace=pace).encode(),
            ),
            "json": Export(
                "Export as JSON",
                f"{name}.json",
                "JSON (*.json)",
                lambda _pace: comparison_json(comparison, candidates=True).encode(),
            ),
        }


def _file_name(story: Story) -> str:
    """The story's title as a file's name."""
    kept = "".join(c if c.isalnum() or c in " -" else "-" for c in story.title)
    return kept.strip() or "story"
