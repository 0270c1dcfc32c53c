"""Commands on stories and articles: bring texts in, say what they are, take them away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QWidget

from reader.core.errors import ReaderError
from reader.core.text.article import Block, Role
from reader.core.text.source import Source
from reader.importers.opening import from_pasted
from reader.importers.registry import IMPORTERS
from reader.ui.commands.text_jobs import Added, Read, add_texts, read_paths
from reader.ui.dialogs.article_form import ArticleForm, PasteDialog
from reader.ui.dialogs.options import OptionsDialog
from reader.ui.dialogs.plain_text import PlainTextDialog
from reader.ui.jobs import Asking
from reader.ui.panels.words import count_words
from reader.ui.session import Session


class SomeUnread(ReaderError):
    """Some of several texts could not be read; the others were added."""


MOST_TOLD = 6
"""Texts that could not be read are told one by one up to here: a message must fit a screen."""
CHARACTERS_A_ROW = 500
"""So many characters of a text take as long to be stored and indexed as a row of a table."""


class TextCommands(QObject):
    """Texts are read off the GUI thread; what was read is added in one undoable step, to the story
    that was on the desk when they were chosen.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.reading = Asking(self)
        self.reading.answered.connect(self._on_read)
        self.reading.failed.connect(session.comparing.failed)
        session.stories.project_closing.connect(self._on_closing)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "story.add_files": self.ask_files,
            "story.add_folder": self.ask_folder,
            "story.paste": self.paste,
            "story.new": self.new_story,
            "story.rename": self.rename_story,
            "story.options": self.edit_options,
            "story.compare": self._session.comparing.again,
            "story.keep": self.keep_story,
            "story.remove": self.remove_story,
            "article.edit": lambda: self.edit_article(self._session.board.focus),
            "article.role": self.correct_role,
            "article.text": lambda: self.show_text(self._session.board.focus),
            "article.base": self._make_base,
            "article.left": partial(self._move, -1),
            "article.right": partial(self._move, 1),
            "article.hide": self._hide,
        }

    # ---- bringing in

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders and add them to the story on the desk."""
        stories = self._session.stories
        if not stories.is_open:
            self._session.say(
                "No project is open. Open one or begin a new one, then add the texts."
            )
        elif paths:
            story_id = None if stories.story is None else stories.story.id
            self.reading.ask(partial(read_paths, story_id, tuple(paths)))

    def ask_files(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in IMPORTERS)
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Add texts", self._folder(), f"Texts ({kinds});;All files (*)"
        )
        self._remember(names)
        self.add_paths([Path(name) for name in names])

    def ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self._window, "Add a folder", self._folder())
        if name:
            self.add_paths([Path(name)])

    def paste(self) -> None:
        clipboard = QGuiApplication.clipboard().text()
        dialog = PasteDialog(clipboard, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        try:
            source = from_pasted(dialog.text, None)
        except ReaderError as problem:
            self._session.tell(problem)
            return
        if dialog.name:
            named = replace(source.article, outlet=dialog.name)
            source = replace(source, article=named)
        story = self._session.stories.story
        self._add(None if story is None else story.id, [source])

    def _on_closing(self) -> None:
        """What is still being read was meant for the project that closes."""
        if self.reading.running:
            self.reading.cancel()
            self._session.say("The texts were not added: their project was closed.")

    def _on_read(self, answer: object) -> None:
        assert isinstance(answer, Read)
        sources, problems = answer.sources, answer.problems
        self._add(answer.story_id, sources)
        warnings = [w for s in sources for w in s.warnings]
        if len(problems) == 1:
            self._session.tell(problems[0])
        elif problems:
            told = "\n\n".join(f"{p.title} {p.advice}" for p in problems[:MOST_TOLD])
            if len(problems) > MOST_TOLD:
                told += f"\n\nAnd {len(problems) - MOST_TOLD} more."
            added = f"The other {len(sources)} were added.\n\n" if sources else ""
            self._session.tell(
                SomeUnread(f"{len(problems)} texts could not be read.", added + told)
            )
        elif warnings:
            self._session.say(" ".join(warnings))

    def _add(self, story_id: str | None, sources: Sequence[Source]) -> None:
        if not sources:
            return
        length = sum(len(source.article.text) for source in sources)
        self._session.changing.make(
            f"Adding {count_words(len(sources), 'text')}…",
            partial(add_texts, story_id, tuple(sources)),
            self._on_added,
            rows=length // CHARACTERS_A_ROW,
        )

    def _on_added(self, added: Added) -> None:
        stories = self._session.stories
        if stories.story is None or (stories.story.id != added.story_id and added.made):
            stories.choose(added.story_id)
        again = added.known
        if again:
            self._session.say(
                f"{again} of these texts stood in the story already and was not added again."
                if again == 1
                else f"{again} of these texts stood in the story already."
            )
        else:
            self._session.say(f"Added {count_words(added.count, 'text')}.")

    # ---- stories

    def new_story(self) -> None:
        if not self._session.stories.is_open:
            return
        title, ok = QInputDialog.getText(self._window, "New story", "What is it about?")
        if ok and title.strip():
            self._try(partial(self._session.stories.add, title.strip()))

    def rename_story(self) -> None:
        story = self._session.stories.story
        if story is None:
            return
        title, ok = QInputDialog.getText(
            self._window, "Rename story", "Name of this story", text=story.title
        )
        if ok and title.strip():
            self._try(partial(self._session.stories.rename, story.id, title.strip()))

    def keep_story(self) -> None:
        story = self._session.stories.story
        if story is not None and not story.kept:
            self._try(partial(self._session.stories.keep, story.id))
        self._session.say("Everything is saved.")

    def edit_options(self) -> None:
        """Ask what is compared in this story; kept in the project, undoable."""
        story = self._session.stories.story
        if story is None:
            return
        kept = self._session.stories.project.options
        dialog = OptionsDialog(kept.get(story.id), self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._try(partial(kept.set, story.id, dialog.options()))
            self._session.comparing.refresh()

    def remove_story(self) -> None:
        story = self._session.stories.story
        if story is not None:
            self._try(partial(self._session.stories.remove, story.id))
            self._session.say(f"“{story.title}” is removed; undo brings it back.")

    # ---- articles

    def edit_article(self, article_id: str | None) -> None:
        stored = self._session.stories.article(article_id or "")
        if stored is None:
            return
        form = ArticleForm(stored.article, self._window)
        if form.exec() != QDialog.DialogCode.Accepted:
            return
        said = form.described()
        self._try(
            lambda: self._session.stories.edit_article(
                stored.id,
                title=said.title,
                outlet=said.outlet,
                published=said.published,
                url=said.url,
                language=said.language,
            )
        )

    def remove_article(self, article_id: str) -> None:
        self._try(partial(self._session.stories.remove_article, article_id))
        self._session.say("The article is removed; undo brings it back.")

    def correct_role(self) -> None:
        """Ask what the selected paragraphs are; kept in the project, wins over the rules."""
        place = next(iter(self._session.notes.places_to_note()), None)
        comparison = self._session.comparing.comparison
        index = None if place is None else self._session.comparing.index_of(place[0])
        if place is None or comparison is None or index is None:
            self._session.say("Select some words of the paragraph first.")
            return
        blocks = [b for b in comparison.articles[index].blocks if b.span.overlaps(place[1])]
        stored = self._session.stories.article(place[0])
        if not blocks or stored is None:
            return
        roles = [role.value for role in Role]
        chosen, ok = QInputDialog.getItem(
            self._window,
            "What this paragraph is",
            "Furniture, bylines, speakers and repeats are shown but not compared.",
            roles,
            roles.index(blocks[0].role.value),
            editable=False,
        )
        if not ok:
            return
        corrected = tuple(Block(b.span, Role(chosen)) for b in blocks)
        kept = tuple(
            b for b in stored.article.roles if not any(b.span.overlaps(c.span) for c in corrected)
        )
        roles_now = tuple(sorted((*kept, *corrected)))
        self._try(partial(self._session.stories.correct_roles, stored.id, roles_now))

    def show_text(self, article_id: str | None) -> None:
        stored = self._session.stories.article(article_id or "")
        if stored is not None:
            PlainTextDialog(stored, self._window).exec()

    def _make_base(self) -> None:
        if (focus := self._session.board.focus) is not None:
            self._session.board.set_base(focus)

    def _move(self, by: int) -> None:
        board = self._session.board
        if (focus := board.focus) is None:
            return
        to = board.columns.index(focus) + by
        if 0 <= to < len(board.columns):
            board.move(focus, to)
        else:
            self._session.say(f"This is the {'first' if by < 0 else 'last'} column already.")

    def _hide(self) -> None:
        if (focus := self._session.board.focus) is not None:
            self._session.board.hide(focus)

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except ReaderError as problem:
            self._session.tell(problem)
        self._session.notes.refresh()

    def _folder(self) -> str:
        return self._session.settings.get("texts", "folder", "")

    def _remember(self, names: Sequence[str]) -> None:
        if names:
            self._session.settings.set("texts", "folder", str(Path(names[0]).parent))
