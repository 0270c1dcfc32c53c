"""Commands on what two people noted: list where they part, and keep one's word or both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.core.annotating.agreement import agreement_on
from reader.core.annotating.annotation import Annotation, Person, Status
from reader.core.annotating.curation import Disagreement, Pair, pair_up
from reader.core.errors import ReaderError
from reader.ui.dialogs.curation import CurationDialog, PairWords, Settling
from reader.ui.panels.annotations.rows import quote_of
from reader.ui.panels.words import count_words, source_of
from reader.ui.session import Session

_DIFFER_WORDS = {
    Disagreement.TAGS: "other tags",
    Disagreement.RATING: "another rating",
    Disagreement.WORDS: "other words",
    Disagreement.ALONE: "only one noted this",
}


class CurationCommands(QObject):
    """Fills the dialog from the session; each decision is one step of undo."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._pairs: tuple[Pair, ...] = ()
        self._listed: tuple[Pair, ...] = ()
        self.dialog: CurationDialog | None = None
        for changed in (
            session.notes.annotations_changed,
            session.notes.tags_changed,
            session.stories.story_changed,
        ):
            changed.connect(self._fill)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"note.curate": self.open}

    def open(self) -> None:
        """Show where two people part; says so where only one has noted something."""
        people = self._people()
        if len(people) < 2:
            hidden = self._session.notes.hidden
            self._session.say(
                f"{count_words(hidden, 'note')} of other people are hidden: show them first."
                if hidden
                else "Only one person has noted something here. Merge another's project first."
            )
            return
        if self.dialog is None:
            self.dialog = dialog = CurationDialog(self._window)
            dialog.people_changed.connect(self._fill)
            dialog.shown_changed.connect(self._fill)
            dialog.chosen.connect(self._come_to)
            dialog.settled.connect(self.settle)
            dialog.undo_wanted.connect(self._undo)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self._fill()
        self.dialog.list.setFocus()

    # ---- what is listed

    def _people(self) -> list[tuple[str, str]]:
        """Those whose notes are shown, oneself first.

        Who is being compared stays, also when the last of their notes was settled away.
        """
        if not self._session.stories.is_open:
            return []
        project = self._session.stories.project
        noted = {one.person_id for one in self._session.notes.annotations}
        dialog = self.dialog
        if dialog is not None and dialog.isVisible() and not self._session.notes.blind:
            noted |= {dialog.first.currentData(), dialog.second.currentData()}
        me = project.people.me().id
        people = [p for p in project.people.all() if p.id in noted]
        people.sort(key=lambda person: person.id != me)
        return _told_apart(people, me)

    def _fill(self) -> None:
        dialog = self.dialog
        if dialog is None or not dialog.isVisible():
            return
        people = self._people()
        dialog.offer(people)
        a, b = dialog.first.currentData(), dialog.second.currentData()
        names = (dialog.first.currentText(), dialog.second.currentText())
        if not a or not b or a == b:
            self._pairs = self._listed = ()
            dialog.show_pairs((), names, "Choose two different people.")
            return
        notes, stories = self._session.notes, self._session.stories
        self._pairs = pair_up(notes.annotations, a, b, [one.id for one in stories.articles])
        self._listed = tuple(
            pair
            for pair in self._pairs
            if pair.differ and (dialog.with_settled.isChecked() or not pair.settled)
        )
        dialog.show_pairs([self._words(pair) for pair in self._listed], names, self._summary(a, b))

    def _words(self, pair: Pair) -> PairWords:
        first = pair.notes[0]
        where = first.targets[0].article_id if first.targets else ""
        stored = self._session.stories.article(where)
        source = source_of(stored) if stored else "an article that was removed"
        how = ", ".join(_DIFFER_WORDS[kind] for kind in pair.differ)
        return PairWords(
            f"{how} · {source}: “{quote_of(first)}”",
            self._noted(pair.a),
            self._noted(pair.b),
            pair.settled,
        )

    def _noted(self, annotation: Annotation | None) -> str:
        if annotation is None:
            return ""
        notes = self._session.notes
        names = [tag.name for tag_id in annotation.tag_ids if (tag := notes.tag(tag_id))]
        rating = notes.rating(annotation.rating_id)
        lines = [
            f"“{quote_of(annotation)}”",
            f"Tags: {', '.join(names) or 'none'}",
            f"Rating: {rating.name if rating else 'none'}",
            "",
            annotation.note,
        ]
        return "\n".join(lines).rstrip()

    def _summary(self, a: str, b: str) -> str:
        """How many agree, what is left, and for each tag how far beyond chance both agree."""
        agreed = sum(1 for pair in self._pairs if not pair.differ)
        open_ones = sum(1 for pair in self._pairs if pair.differ and not pair.settled)
        told = f"{agreed} agree, {open_ones} to settle."
        passages = self._session.passages
        count = len(passages.comparison.passages) if passages.comparison else 0
        disputed = sum(passages.reviewed(number).disputed for number in range(count))
        if disputed:
            told += f" {count_words(disputed, 'passage')} reviewed differently: see the passages."
        figures = self._figures(a, b)
        now = "Agreement on the words of a tag as the notes stand now (Cohen's κ)"
        return f"{told}\n{now}: {figures}" if figures else told

    def _figures(self, a: str, b: str) -> str:
        notes, articles = self._session.notes, self._session.stories.articles
        lengths = {one.id: len(one.article.text) for one in articles}
        both = [one for one in notes.annotations if one.person_id in (a, b)]
        worn = {tag_id for one in both for tag_id in one.tag_ids}
        told: list[str] = []
        for tag in notes.all_tags:
            if tag.id in worn:
                kappa = agreement_on(tag.id, both, a, b, lengths).kappa
                if kappa is not None:
                    told.append(f"{tag.name} {kappa:.2f}".replace("-", "\N{MINUS SIGN}"))
        return ", ".join(told)

    # ---- deciding

    def _come_to(self, row: int) -> None:
        self._session.notes.come_to(self._listed[row].notes[0].id)

    def settle(self, row: int, settling: Settling) -> None:
        """Keep one's note, or both, as checked; what is not kept is deleted, with undo."""
        pair = self._listed[row]
        kept, gone = {
            Settling.FIRST: (pair.a, pair.b),
            Settling.SECOND: (pair.b, pair.a),
            Settling.BOTH: (None, None),
        }[settling]
        name, staying = "Settle: keep both", pair.notes
        if settling is not Settling.BOTH:
            name = f"Settle: keep {self._name_of(kept)}" if kept else "Settle: delete the note"
            staying = (kept,) if kept else ()
        project = self._session.stories.project
        self._session.notes.leave_note()
        try:
            with project.log.change(name):
                if gone is not None:
                    project.annotations.remove([gone.id])
                for one in staying:
                    project.annotations.set_status(one.id, Status.CHECKED)
        except ReaderError as problem:
            self._session.tell(problem)
        self._session.notes.refresh()
        self._fill()

    def _undo(self) -> None:
        try:
            name = self._session.undoing.undo()
        except ReaderError as problem:
            self._session.tell(problem)
            return
        self._session.say(f"Undone: {name}" if name else "There is nothing to undo.")
        self._fill()

    def _name_of(self, annotation: Annotation) -> str:
        people = {person_id: name for name, person_id in self._people()}
        return f"{people.get(annotation.person_id, 'their')}'s note"


def _told_apart(people: Sequence[Person], me: str) -> list[tuple[str, str]]:
    """Names with identifiers; of several with one name, oneself is told and the others counted."""
    names = [person.name or "without a name" for person in people]
    told: list[tuple[str, str]] = []
    for number, (name, person) in enumerate(zip(names, people, strict=True)):
        if names.count(name) > 1:
            place = names[: number + 1].count(name)
            name = f"{name} (you)" if person.id == me else f"{name} ({place})"
        told.append((name, person.id))
    return told
