"""The real window with the bundled story, and how to bring it into every scene that people meet."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from reader import app as composition
from reader import places
from reader.core.annotating.annotation import Person
from reader.core.errors import ReaderError
from reader.importers.opening import from_pasted
from reader.store.project import Project
from reader.ui.commands.projects import SUFFIX
from reader.ui.dialogs.crash import CrashDialog, crash_report
from reader.ui.listing import PassageFilter
from reader.ui.widgets.search_field import SearchField
from tests.bench.questions import Questions

_ALL_SHARED = "The committee met on 3 May 2024 in Geneva and heard 41 witnesses in two days."
_NAMES = (
    "The International Correspondents’ Evening Gazette and Commercial Advertiser of the East",
    "Ost-West-Donaudampfschifffahrtsgesellschaftsnachrichten",
)
_WORLD = (
    (
        "الجريدة",
        "اجتمعت اللجنة في جنيف\n\n"
        "اجتمعت اللجنة يوم 3 مايو 2024 في جنيف واستمعت إلى 41 شاهدا في يومين.\n\n"
        f"وقال المتحدث إن «النتائج واضحة». {_ALL_SHARED}\n",
    ),
    (
        "晚报",
        "委员会在日内瓦举行会议\n\n委员会于2024年5月3日在日内瓦举行会议，两天内听取了41名证人的证词。\n\n"
        f"发言人说：“结果很清楚。” {_ALL_SHARED}\n",
    ),
    (
        _NAMES[0],
        "A committee that met for two days in a city by a lake heard from more witnesses than any "
        "other since the founding of the body, and nobody was surprised by what they said 🕊️\n\n"
        f"{_ALL_SHARED} 👩🏽‍⚖️ “It was long,” said the chair.\n\n"
        "Nearly 40 of them were heard in camera.\n",
    ),
    (_NAMES[1], f"Two days\n\n{_ALL_SHARED}\n\nOver 40 of them were heard in camera.\n"),
)


class Stage:
    """A scene changes the window; `pictures` are taken of it, and `back` clears it away."""

    def __init__(self) -> None:
        self.app = QApplication.instance() or QApplication([])
        QApplication.setStyle("Fusion")
        self.window, self.session = composition.build(places.find())
        self.window.show()
        composition.begin(self.window, self.session, places.find(), [])
        self._folder = Path(tempfile.mkdtemp())
        self._over: QPixmap | None = None
        while not self.session.stories.is_open:
            self.settle(50)
        self.compared()
        self._scene = 0
        self._pristine = self._folder / f"pristine{SUFFIX}"
        self.session.stories.project.save_copy(self._pristine)

    def settle(self, milliseconds: int = 250) -> None:
        # An event loop of its own lets the worker run; QTest.qWait would keep the interpreter.
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def opened(self) -> None:
        """Wait until no project is being opened or changed any more."""
        while self.session.stories.opening or self.session.changing.running:
            self.settle(20)

    def compared(self) -> None:
        """Wait until the story on the desk is compared and set."""
        self.opened()
        self.settle()
        while self.session.comparing.running or not self.window.board.is_settled:
            self.settle(50)

    def picture(self) -> QPixmap:
        """The window, and what stands over it."""
        shown = self.window.grab()
        if self._over is not None:
            painter = QPainter(shown)
            ratio = shown.devicePixelRatioF()
            size = self._over.size() / self._over.devicePixelRatioF()
            whole = shown.size() / ratio
            x, y = (whole.width() - size.width()) // 2, (whole.height() - size.height()) // 3
            painter.fillRect(x - 1, y - 1, size.width() + 2, size.height() + 2, QColor("#808080"))
            painter.drawPixmap(x, y, self._over)
            painter.end()
        return shown

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Every scene by its name."""
        trigger = self._trigger
        return {
            "first": self.first,
            "reading": self.reading,
            "conflict": self.conflict,
            "note": self.note,
            "filtered": self.filtered,
            "figures": lambda: self.raise_dock("figures"),
            "quotations": lambda: self.raise_dock("quotations"),
            "annotations": self.annotations,
            "story": lambda: self.raise_dock("story"),
            "find": self.find,
            "palette": lambda: self.over(trigger("app.palette"), typed="next"),
            "help": lambda: self.over(trigger("help.open")),
            "legend": lambda: self.over(trigger("help.legend")),
            "keys": lambda: self.over(trigger("help.keys")),
            "options": lambda: self.over(trigger("story.options")),
            "article": lambda: self.over(trigger("article.edit")),
            "paste": lambda: self.over(trigger("story.paste")),
            "text": lambda: self.over(trigger("article.text")),
            "encoding": lambda: self.over(trigger("article.encoding")),
            "about": lambda: self.over(trigger("help.about")),
            "problem": self.problem,
            "crash": self.crash,
            "replaced": self.replaced,
            "merged": self.merged,
            "world": self.world,
            "two": self.two,
            "fourteen": self.fourteen,
            "large": lambda: self.zoomed(200),
            "small": lambda: self.zoomed(50),
            "empty": self.empty,
            "closed": trigger("project.close"),
        } | Questions(self, self._folder).scenes()

    # ---- panels and the board

    def raise_dock(self, name: str) -> None:
        self.window.docks[name].show()
        self.window.docks[name].raise_()

    def first(self) -> None:
        self.session.settings.set("hints", "first", False)
        self.window.board.hint.offer()
        self.session.passages.activate(None)
        self.window.board.bring_back()
        self.raise_dock("passages")

    def reading(self) -> None:
        self.window.board.hint.end()
        self.session.passages.activate(None)
        self.window.board.bring_back()
        for frame in self.window.board.frames.values():
            frame.column.scroll_to(0)

    def conflict(self) -> None:
        self.reading()
        self.raise_dock("passages")
        self.raise_dock("details")
        self.session.passages.activate(self.session.passages.listed[0])

    def note(self) -> None:
        self.conflict()
        tag = self.session.notes.tags[4]
        made = self.session.notes.tag_places(tag.id, every_reading=True)
        if made is not None:
            self.session.notes.write_note(made.id, "Over or nearly? Ask for the *count* itself.")
            self.session.notes.leave_note()
            self.session.notes.activate(made.id)
        self.raise_dock("note")

    def annotations(self) -> None:
        passages, notes = self.session.passages, self.session.notes
        for row, said in ((0, "Ask the foundation."), (1, "Count them."), (5, ""), (9, "")):
            passages.activate(passages.listed[row])
            notes.activate(None)
            made = notes.tag_places(notes.tags[row % 5].id, every_reading=row < 5)
            if made is not None and said:
                notes.write_note(made.id, said)
                notes.leave_note()
        self.raise_dock("note")
        self.raise_dock("annotations")

    def filtered(self) -> None:
        self.raise_dock("passages")
        self.raise_dock("details")
        self._search().setText("bachelet")
        self.settle()
        if self.session.passages.listed:
            self.session.passages.activate(self.session.passages.listed[0])

    def _search(self) -> QLineEdit:
        field = self.window.docks["passages"].findChild(SearchField)
        assert field is not None
        return field

    def find(self) -> None:
        self.session.passages.activate(None)
        self.window.board.open_find()
        field = self.window.board.find_bar.findChild(QLineEdit)
        assert field is not None
        field.setText("zenz")

    def zoomed(self, percent: int) -> None:
        self.conflict()
        self.session.board.set_zoom(percent)

    # ---- over the window

    def _trigger(self, action_id: str) -> Callable[[], None]:
        return self.window.actions_by_id[action_id].trigger

    def over(self, opening: Callable[[], object], *, typed: str = "") -> None:
        """Open a dialog, take its picture, and close it again."""

        tries = iter(range(40))

        def take() -> None:
            dialog = QApplication.activeModalWidget() or self._dialog()
            if dialog is None:  # what is read or merged off the window's thread asks later
                if next(tries, None) is not None:
                    QTimer.singleShot(100, take)
                return
            field = dialog.findChild(QLineEdit)
            if typed and field is not None:
                field.setText(typed)
            self._over = dialog.grab()
            dialog.close()

        QTimer.singleShot(300, take)
        opening()
        self.settle(400)
        while self._over is None and next(tries, None) is not None:
            self.settle(100)

    def _dialog(self) -> QWidget | None:
        found = self.window.findChildren(QDialog)
        return next((dialog for dialog in found if dialog.isVisible()), None)

    def problem(self) -> None:
        problem = ReaderError(
            "“interview.docx” cannot be read as text.",
            "Save it as plain text or Markdown and add it again; nothing was changed.",
        )
        self.over(lambda: self.window.show_problem(problem))

    def crash(self) -> None:
        try:
            raise ValueError("a span ends before it begins: [412, 408)")
        except ValueError as fault:
            report = crash_report(type(fault), fault, fault.__traceback__)
        self.over(CrashDialog(report, self._folder / "crash.txt", self.window).show)

    # ---- other stories and projects

    def replaced(self) -> None:
        """The bundled story with a newer version of an article that has notes."""
        self.annotations()
        stored = self.session.stories.articles[1]
        newer = self._folder / "newer.txt"
        text = stored.article.text
        newer.write_text(text.replace("over 5,000", "some 5,000", 1)[:3_000], "utf-8")
        self.over(lambda: self.window.versions.take_newer(stored, newer))
        self.compared()

    def merged(self) -> None:
        """A colleague has written another note on what both had."""
        self.note()
        copy = self._folder / f"colleague{SUFFIX}"
        self.session.stories.project.save_copy(copy)
        other = Project.open(copy, person=Person("colleague", "Ines"))
        note = self.session.notes.annotations[0]
        other.annotations.edit_note(note.id, "The ministry says otherwise.", "visit")
        other.annotations.finish_note("visit")
        other.close()
        self.session.notes.write_note(note.id, "The count is in the annex.")
        self.session.notes.leave_note()
        self.merge(copy)
        self.raise_dock("annotations")

    def merge(self, copy: Path) -> None:
        """Take in another's project; its notes come in a later turn."""
        before = len(self.session.notes.annotations)
        self.window.projects.merge_from(copy)
        for _ in range(100):
            self.settle(50)
            if len(self.session.notes.annotations) != before:
                break
        self.compared()

    def world(self) -> None:
        """Scripts of all directions, long names, emoji."""
        self._tell("From all over the world", _WORLD)
        if self.session.passages.listed:
            self.session.passages.activate(self.session.passages.listed[0])

    def two(self) -> None:
        """Two columns alone, however wide the window is."""
        articles = self.session.stories.articles
        self.window.board.hint.end()
        self.session.board.set_columns((articles[1].id, articles[4].id))
        self.compared()
        self.session.passages.activate(self._told_with("over 5,000"))

    def _told_with(self, words: str) -> int:
        """The first passage listed that has a reading with these words."""
        passages, stories = self.session.passages, self.session.stories
        return next(
            passage
            for passage in passages.listed
            for article_id, span in passages.places(passage)
            if (stored := stories.article(article_id)) is not None
            and words in span.of(stored.article.text)
        )

    def fourteen(self) -> None:
        told = [
            (f"Paper {n}", f"Committee meets\n\n{_ALL_SHARED}\n\nPaper {n} saw {n + 3} of them.\n")
            for n in range(1, 15)
        ]
        self._tell("Fourteen papers", told)
        self.session.passages.activate(self.session.passages.listed[0])

    def empty(self) -> None:
        self.session.stories.add("A story without texts")

    def _tell(self, title: str, told: Sequence[tuple[str, str]]) -> None:
        sources = [from_pasted(text, text.partition("\n")[0]) for _, text in told]
        named = [
            replace(source, article=replace(source.article, outlet=outlet))
            for source, (outlet, _) in zip(sources, told, strict=True)
        ]
        self.session.stories.add(title, named)
        self.compared()

    # ---- afterwards

    def back(self) -> None:
        """As it was before the scene, in a new copy of the project."""
        self._over = None
        self.window.board.close_find()
        self._search().clear()
        self.session.passages.set_filter(PassageFilter())
        self.session.board.set_zoom(100)
        self._scene += 1
        fresh = self._folder / f"Bundled {self._scene}{SUFFIX}"
        shutil.copyfile(self._pristine, fresh)
        self.window.projects.open(fresh)
        while not (self.session.stories.is_open and self.session.stories.path == fresh):
            self.settle(50)
        self.opened()
        self.session.board.set_columns(tuple(a.id for a in self.session.stories.articles))
        self.compared()
        self.session.passages.activate(None)
