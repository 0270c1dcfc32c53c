"""What a note is asked about in dialogs of its own: evidence, relations, place, history."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from reader.core.anchoring.anchors import CONTEXT
from reader.core.annotating.annotation import Annotation, Evidence, RelationKind, Standing, Target
from reader.core.errors import ReaderError
from reader.store.history import HistoryEntry
from reader.ui.dialogs.candidates import CandidatesDialog, PlaceWords
from reader.ui.dialogs.evidence_form import EvidenceForm
from reader.ui.dialogs.link import LinkDialog
from reader.ui.dialogs.note_history import NoteHistoryDialog, PastState
from reader.ui.dialogs.relation import RelationDialog
from reader.ui.panels.annotations.panel import AnnotationsPanel
from reader.ui.panels.annotations.rows import first_line, quote_of
from reader.ui.panels.note.panel import NotePanel
from reader.ui.panels.note.sections import FORWARD, evidence_words
from reader.ui.panels.words import STATUS_WORDS
from reader.ui.session import Session


class NoteRecords(QObject):
    """Serves the panels of notes: asks the person, then changes the project in one step."""

    def __init__(
        self, session: Session, panel: NotePanel, listed: AnnotationsPanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        panel.evidence_wanted.connect(self.ask_evidence)
        panel.relation_wanted.connect(self.ask_relation)
        panel.history_wanted.connect(self.show_history)
        panel.link_wanted.connect(self.ask_link)
        listed.place_wanted.connect(self.ask_place)
        listed.link_wanted.connect(self.ask_link)

    # ---- evidence

    def ask_evidence(self, annotation_id: str, number: int) -> None:
        """Ask for a piece of evidence; `number` is the one to edit, -1 for a new one."""
        annotation = self._session.notes.annotation(annotation_id)
        if annotation is None:
            return
        known = annotation.evidence[number] if 0 <= number < len(annotation.evidence) else None
        form = EvidenceForm(known, self._window)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.keep_evidence(annotation, number, form.evidence())

    def keep_evidence(self, annotation: Annotation, number: int, evidence: Evidence) -> None:
        """Put a piece of evidence at its number, or behind the others for -1."""
        kept = list(annotation.evidence)
        if 0 <= number < len(kept):
            kept[number] = evidence
        else:
            kept.append(evidence)
        annotations = self._session.stories.project.annotations
        self._try(lambda: annotations.set_evidence(annotation.id, kept))

    # ---- links

    def ask_link(self, address: str) -> None:
        """Show an address; only the person has it opened."""
        LinkDialog(address, self._window).exec()

    # ---- relations

    def ask_relation(self, annotation_id: str) -> None:
        others = [
            (one.id, _told(one))
            for one in self._session.notes.annotations
            if one.id != annotation_id
        ]
        if not others:
            self._session.say("There is no other note yet that this one could be related to.")
            return
        dialog = RelationDialog(FORWARD, others, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.other is not None:
            self.relate(annotation_id, dialog.other, dialog.kind)

    def relate(self, from_id: str, to_id: str, kind: RelationKind) -> None:
        annotations = self._session.stories.project.annotations
        self._try(lambda: annotations.relate(from_id, to_id, kind))

    # ---- places in a newer version

    def ask_place(self, annotation_id: str) -> None:
        """Show the places that a note could be on side by side, one question a target."""
        annotation = self._session.notes.annotation(annotation_id)
        for number, target in enumerate(annotation.targets if annotation else ()):
            if target.standing is Standing.REVIEW:
                dialog = CandidatesDialog(*self.places(target), self._window)
                if dialog.exec() != QDialog.DialogCode.Accepted or dialog.chosen is None:
                    return
                self.accept_place(annotation_id, number, dialog.chosen)

    def places(self, target: Target) -> tuple[PlaceWords, list[PlaceWords]]:
        """A target's own words and the places that could be meant, with what is around them."""
        stored = self._session.stories.article(target.article_id)
        text = stored.article.text if stored else ""
        anchor = target.anchor
        return PlaceWords(anchor.prefix, anchor.quote, anchor.suffix), [
            PlaceWords(
                text[max(0, span.start - CONTEXT) : span.start],
                span.of(text),
                text[span.end : span.end + CONTEXT],
            )
            for span in target.candidates
        ]

    def accept_place(self, annotation_id: str, number: int, candidate: int) -> None:
        annotations = self._session.stories.project.annotations
        self._try(lambda: annotations.accept_move(annotation_id, number, candidate))

    # ---- history

    def show_history(self, annotation_id: str) -> None:
        dialog = NoteHistoryDialog(self.past(annotation_id), self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.seq is not None:
            self.restore(annotation_id, dialog.seq)

    def past(self, annotation_id: str) -> list[PastState]:
        """What became of a note, the newest change first."""
        self._session.notes.leave_note()
        entries = self._session.stories.project.annotations.history(annotation_id)
        return [self._past(entry) for entry in reversed(entries)]

    def restore(self, annotation_id: str, seq: int) -> None:
        annotations = self._session.stories.project.annotations
        if self._try(lambda: annotations.restore_state(annotation_id, seq)):
            self._session.notes.activate(annotation_id)

    def _past(self, entry: HistoryEntry) -> PastState:
        change = entry.change
        who = change.person.name or "someone without a name"
        words = f"{change.at[:16].replace('T', ' ')} · {who} · {change.name}"
        if entry.state is None:
            return PastState(words, "The note was not there.", None)
        return PastState(words, self._state(entry.state, removed=entry.removed), entry.seq)

    def _state(self, annotation: Annotation, *, removed: bool) -> str:
        notes = self._session.notes
        names = [tag.name for tag_id in annotation.tag_ids if (tag := notes.tag(tag_id))]
        rating = notes.rating(annotation.rating_id)
        sure = "" if annotation.confidence is None else f", {annotation.confidence} % sure"
        lines = [
            "Deleted." if removed else "",
            f"“{quote_of(annotation)}”",
            f"Tags: {', '.join(names)}" if names else "",
            f"Rating: {rating.name}{sure}" if rating else "",
            f"Status: {STATUS_WORDS[annotation.status]}",
            *(f"Evidence: {evidence_words(one)}" for one in annotation.evidence),
            "",
            annotation.note,
        ]
        return "\n".join(line for n, line in enumerate(lines) if line or n == len(lines) - 2)

    def _try(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except ReaderError as problem:
            self._session.tell(problem)
            return False
        finally:
            self._session.notes.refresh()
        return True


def _told(annotation: Annotation) -> str:
    note = first_line(annotation.note)
    return f"“{quote_of(annotation)}”" + (f"  {note}" if note else "")
