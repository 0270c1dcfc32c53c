"""Commands on the versions of an article: bring in a newer one, read an older one beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QWidget

from reader.core.anchoring.anchors import Finding
from reader.core.anchoring.carrying import carry_all
from reader.core.annotating.annotation import Anchor, StoredArticle
from reader.core.errors import ReaderError
from reader.core.pace import Pace
from reader.core.text.source import Source
from reader.importers.encodings import ENCODINGS, read_as
from reader.importers.opening import read_file
from reader.importers.registry import IMPORTERS
from reader.store.articles import Replacement, Version
from reader.store.project import Project
from reader.ui.dialogs.encoding import EncodingDialog
from reader.ui.dialogs.replaced import ReplacedDialog
from reader.ui.jobs import Asking
from reader.ui.session import Session

ROWS_OF_A_VERSION = 20
"""What a newer text alone comes to, whatever was noted in the older one."""


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer text that was read, and where the notes of the older one are in it."""

    stored: StoredArticle
    origin: str
    """What it was read from, in words."""
    source: Source
    found: Mapping[Anchor, Finding]
    same_bytes: bool = False
    """Whether only the encoding is another one."""


def read_newer(
    stored: StoredArticle,
    path: Path,
    anchored: Mapping[Anchor, str],
    cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> Newer | ReaderError:
    """Read a newer text and find in it what was noted on the older one."""
    try:
        source = read_file(path)
    except ReaderError as problem:
        return problem
    return _found_again(Newer(stored, path.name, source, {}), anchored, cancelled, progress)


def _found_again(
    newer: Newer,
    anchored: Mapping[Anchor, str],
    cancelled: Callable[[], bool],
    progress: Callable[[float], None],
) -> Newer:
    article = newer.source.article
    if article.sha256 == newer.stored.article.sha256:
        return newer
    found = carry_all(
        anchored, article.text, article.sha256, cancelled=cancelled, progress=progress
    )
    return replace(newer, found=found)


class VersionCommands(QObject):
    """Each is one step of undo; notes are found again in the newer text or say what became."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.reading = Asking(self)
        self.reading.answered.connect(self._on_read)
        self.reading.failed.connect(session.comparing.failed)
        session.stories.project_closing.connect(self.reading.cancel)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "article.replace": self.ask_newer,
            "article.encoding": self.ask_encoding,
            "article.older": self.ask_older,
        }

    # ---- a newer version

    def ask_newer(self) -> None:
        stored = self._focused()
        if stored is None:
            return
        kinds = " ".join(f"*{suffix}" for suffix in IMPORTERS)
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            f"Newer version of {_name(stored)}",
            self._session.settings.get("texts", "folder", ""),
            f"Texts ({kinds});;All files (*)",
        )
        if name:
            self._session.settings.set("texts", "folder", str(Path(name).parent))
            self.take_newer(stored, Path(name))

    def take_newer(self, stored: StoredArticle, path: Path) -> None:
        """Give an article the text of a file and tell what became of its notes.

        The file is read and the notes are looked for off the GUI thread; until the answer is
        there nothing has changed.
        """
        anchored = self._anchored(stored)
        if anchored is not None:
            self.reading.ask(partial(read_newer, stored, path, anchored))

    def _anchored(self, stored: StoredArticle) -> Mapping[Anchor, str] | None:
        self._session.notes.leave_note()
        try:
            return self._session.stories.project.articles.anchored(stored.id)
        except ReaderError as problem:
            self._session.tell(problem)
            return None

    def _on_read(self, answer: object) -> None:
        if isinstance(answer, ReaderError):
            self._session.tell(answer)
            return
        assert isinstance(answer, Newer)
        stored, source = answer.stored, answer.source
        name = _name(stored)
        now = self._session.stories.article(stored.id)
        if now is None or now.article.sha256 != stored.article.sha256:
            self._session.say(f"“{name}” has changed meanwhile: nothing was replaced.")
            return
        if source.article.sha256 == stored.article.sha256:
            self._session.say(f"“{answer.origin}” holds the same text as before.")
            return
        self._replace(answer)

    def _replace(self, newer: Newer) -> None:
        stored, source, found = newer.stored, newer.source, newer.found

        def change(project: Project, _pace: Pace) -> Replacement:
            if newer.same_bytes:
                return project.articles.read_again(stored.id, source, found)
            return project.articles.replace(stored.id, source, found)

        self._session.changing.make(
            f"Replacing “{_name(stored)}”…",
            change,
            partial(self._on_replaced, stored),
            rows=ROWS_OF_A_VERSION + len(found),
        )

    def _on_replaced(self, stored: StoredArticle, replaced: Replacement) -> None:
        shown = {one.id for one in self._session.notes.annotations}
        counts = Counter(s for one, s in replaced.standings.items() if one in shown)
        if counts:
            ReplacedDialog(_name(stored), counts, self._window).open()
        self._session.say(f"“{_name(stored)}” has a newer version; undo brings back the old one.")

    # ---- the same bytes in another encoding

    def ask_encoding(self) -> None:
        stored = self._focused()
        if stored is None:
            return
        articles = self._session.stories.project.articles
        try:
            raw = articles.raw(stored.article.sha256)
            now = articles.versions(stored.id)[-1].encoding
        except ReaderError as problem:
            self._session.tell(problem)
            return
        read = partial(read_as, raw, stored.article.name)
        dialog = EncodingDialog(_name(stored), now, ENCODINGS, read, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.source is not None:
            self.take_encoding(stored, dialog.source)

    def take_encoding(self, stored: StoredArticle, source: Source) -> None:
        """Give an article the text that its own bytes are in another encoding."""
        anchored = self._anchored(stored)
        if anchored is not None:
            newer = Newer(stored, _name(stored), source, {}, same_bytes=True)
            self.reading.ask(partial(_found_again, newer, anchored))

    # ---- an older version

    def ask_older(self) -> None:
        stored = self._focused()
        if stored is None:
            return
        older = self._session.stories.project.articles.versions(stored.id)[:-1]
        if not older:
            self._session.say(f"“{_name(stored)}” has no older version.")
            return
        chosen: Version | None = older[-1]
        if len(older) > 1:
            chosen = self._ask_which(older)
        if chosen is not None:
            self.add_older(stored, chosen)

    def add_older(self, stored: StoredArticle, version: Version) -> None:
        """Put an older text beside the article, as an article of its own."""
        try:
            source = self._source(stored, version)
            (added,) = self._session.stories.add_articles([source])
        except ReaderError as problem:
            self._session.tell(problem)
            return
        board = self._session.board
        board.show(added.id)
        if stored.id in board.columns:
            board.move(added.id, board.columns.index(stored.id))
        self._session.notes.refresh()
        self._session.say(f"Added “{_name(added)}”; undo takes it away.")

    def _source(self, stored: StoredArticle, version: Version) -> Source:
        articles = self._session.stories.project.articles
        name = f"{_name(stored)}, version of {version.added[:10]}"
        older = replace(
            stored.article, name=name, outlet=name, text=articles.text(version.sha256), roles=()
        )
        return Source(older, articles.raw(version.sha256), version.encoding, origin=stored.source)

    def _ask_which(self, older: tuple[Version, ...]) -> Version | None:
        told = [f"{n}. added {v.added[:16].replace('T', ' ')}" for n, v in enumerate(older, 1)]
        chosen, ok = QInputDialog.getItem(
            self._window, "Older version", "Which version?", told, len(told) - 1, editable=False
        )
        return older[told.index(chosen)] if ok else None

    def _focused(self) -> StoredArticle | None:
        stored = self._session.stories.article(self._session.board.focus or "")
        if stored is None:
            self._session.say("Go to the column of an article first.")
        return stored


def _name(stored: StoredArticle) -> str:
    article = stored.article
    return article.outlet or article.title or article.name
