"""The name that stands by a person's notes: asked for once in a project, changed at any time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from reader.core.errors import ReaderError
from reader.ui.identity import has_chosen_name, person_of, rename_person
from reader.ui.session import Session
from reader.ui.widgets.name_bar import NameBar


class NamingCommands(QObject):
    """Asks when something is first noted where no chosen name stands; the answer is kept."""

    def __init__(self, session: Session, bar: NameBar, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._bar = bar
        self._window = window
        session.notes.noted.connect(self._on_noted)
        session.stories.project_changed.connect(bar.hide)
        bar.kept.connect(self._on_kept)
        bar.refused.connect(self._on_refused)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"person.name": self.ask}

    def ask(self) -> None:
        """Ask for another name in a dialog."""
        name, ok = QInputDialog.getText(
            self._window,
            "Your name",
            "The name that stands by your notes",
            text=person_of(self._session.settings).name,
        )
        if ok and name.strip():
            self.keep(name)

    def keep(self, name: str, *, asked: bool = False) -> None:
        """Take this name from now on, in the open project too; notes stay one's own.

        A name that was `asked` for is no step of undo.
        """
        rename_person(self._session.settings, name)
        stories = self._session.stories
        if stories.is_open and not stories.read_only:
            people = stories.project.people
            try:
                (people.introduce_me if asked else people.rename_me)(name)
            except ReaderError as problem:
                self._session.tell(problem)
            self._session.notes.refresh()

    def _on_noted(self) -> None:
        """Something was noted: ask, unless it was asked here or the name was chosen."""
        settings, project = self._session.settings, self._session.stories.project
        me = person_of(settings)
        chosen = has_chosen_name(settings) and project.people.me().name == me.name
        if not chosen and not settings.get(project.uuid, "name asked", False):
            self._bar.ask(me.name)

    def _on_kept(self, name: str) -> None:
        self._asked()
        self.keep(name, asked=True)
        self._session.say(f"Your notes stand under the name “{name}”.")

    def _on_refused(self) -> None:
        self._asked()

    def _asked(self) -> None:
        project = self._session.stories.project
        self._session.settings.set(project.uuid, "name asked", True)
        self._bar.hide()
