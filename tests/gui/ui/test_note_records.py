"""Evidence, relations and history of a note: asked in dialogs, kept in undoable steps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from reader import places
from reader.core.annotating.annotation import Annotation, Evidence, RelationKind, Standing
from reader.core.compare import compare
from reader.core.text.span import Span
from reader.importers.opening import from_pasted
from reader.store.codebook import rating_id
from reader.store.project import Project
from reader.ui.appearance import Appearance
from reader.ui.commands.note_records import NoteRecords
from reader.ui.dialogs.candidates import CandidatesDialog
from reader.ui.dialogs.evidence_form import EvidenceForm
from reader.ui.dialogs.note_history import NoteHistoryDialog
from reader.ui.dialogs.relation import RelationDialog
from reader.ui.panels.annotations.panel import AnnotationsPanel
from reader.ui.panels.note.panel import NotePanel
from reader.ui.panels.note.sections import FORWARD
from reader.ui.session import Session
from reader.ui.settings import Settings

TEXT = "A fire broke out.\n\nThe mayor said that 40 people left the <b>hall</b> by bus."
Kept = tuple[Session, NoteRecords, Annotation]


@pytest.fixture
def kept(qtbot: QtBot, tmp_path: Path) -> Iterator[Kept]:
    session = Session(Settings(tmp_path / "settings.json"), compare)
    session.stories.open(Project.create(tmp_path / "p.reader", person_name="Mara"))
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.stories.add("Fire", [from_pasted(TEXT, "Fire")])
    window = QWidget()
    qtbot.addWidget(window)
    appearance = Appearance(places.find().resources, session.settings)
    panels = NotePanel(session, appearance, window), AnnotationsPanel(session, appearance, window)
    records = NoteRecords(session, *panels, window)
    note = session.notes.annotate([(session.board.columns[0], Span(2, 6))])
    assert note is not None
    yield session, records, note
    session.close()


def stored(session: Session, note: Annotation) -> Annotation:
    return session.stories.project.annotations.get(note.id)


def test_evidence_is_added_behind_and_edited_in_its_place(kept: Kept) -> None:
    session, records, note = kept
    records.keep_evidence(note, -1, Evidence("a.pdf"))
    records.keep_evidence(stored(session, note), -1, Evidence("b.pdf"))
    records.keep_evidence(stored(session, note), 0, Evidence("a.pdf", "Minutes"))
    assert stored(session, note).evidence == (Evidence("a.pdf", "Minutes"), Evidence("b.pdf"))
    session.undoing.undo()
    assert stored(session, note).evidence == (Evidence("a.pdf"), Evidence("b.pdf"))


def test_the_form_takes_no_day_that_is_none_and_no_evidence_without_a_place(qtbot: QtBot) -> None:
    form = EvidenceForm()
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    assert "Say where" in form.warning.text()
    qtbot.keyClicks(form.where, "https://example.org")
    qtbot.keyClicks(form.seen, "24 May")
    qtbot.keyClick(form.seen, Qt.Key.Key_Return)
    assert "year-month-day" in form.warning.text()
    form.seen.setText("2022-05-24")
    with qtbot.waitSignal(form.accepted):
        qtbot.keyClick(form.seen, Qt.Key.Key_Return)
    assert form.evidence() == Evidence("https://example.org", "", "", "2022-05-24")


def test_a_note_is_related_and_the_relation_taken_back(kept: Kept) -> None:
    session, records, note = kept
    other = session.notes.annotate([(session.board.columns[0], Span(7, 12))])
    assert other is not None
    records.relate(note.id, other.id, RelationKind.SUPPORTS)
    (relation,) = session.notes.relations
    assert (relation.from_id, relation.to_id) == (note.id, other.id)
    session.undoing.undo()
    assert session.notes.relations == ()


def test_the_other_note_is_found_by_its_words(qtbot: QtBot) -> None:
    dialog = RelationDialog(FORWARD, [("1", "“fire”"), ("2", "“broke”  Ask")])
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.search, "ASK")
    assert [dialog.list.item(n).isHidden() for n in range(2)] == [True, False]
    dialog.list.setCurrentRow(1)
    dialog.kinds.setCurrentIndex(1)
    assert (dialog.other, dialog.kind) == ("2", RelationKind.CONTRADICTS)
    assert dialog.ok.isEnabled()
    dialog.search.setText("fire")
    assert dialog.other is None
    assert not dialog.ok.isEnabled()


def test_a_long_note_is_cut_in_the_list_and_told_whole_below(qtbot: QtBot) -> None:
    long = "“" + "a word and then another " * 40 + "”"
    dialog = RelationDialog(FORWARD, [("1", long), ("2", "short")])
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    bar = dialog.list.horizontalScrollBar()
    assert not bar.isVisible()
    assert bar.maximum() == 0
    dialog.search.setFocus()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.other == "1"
    assert dialog.chosen.text() == long
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_the_history_says_who_did_what_and_any_state_comes_back(kept: Kept, qtbot: QtBot) -> None:
    session, records, note = kept
    session.notes.write_note(note.id, "first words")
    session.notes.leave_note()
    session.notes.set_rating(note.id, rating_id("supported"), 70)
    past = records.past(note.id)
    assert [one.words.split(" · ")[1:] for one in past] == [
        ["Mara", "Rate “supported”"],
        ["Mara", "Edit note"],
        ["Mara", "Add note"],
    ]
    assert "Rating: supported, 70 % sure" in past[0].state
    dialog = NoteHistoryDialog(past)
    qtbot.addWidget(dialog)
    assert not dialog.restore.isEnabled()
    dialog.list.setCurrentRow(1)
    assert "first words" in dialog.state.toPlainText()
    assert dialog.restore.isEnabled()
    assert dialog.seq is not None
    records.restore(note.id, dialog.seq)
    assert stored(session, note).rating_id is None
    assert stored(session, note).note == "first words"
    session.undoing.undo()
    assert stored(session, note).rating_id == rating_id("supported")


def test_where_several_places_could_be_meant_they_stand_side_by_side(
    kept: Kept, qtbot: QtBot
) -> None:
    session, records, _ = kept
    claim = TEXT[TEXT.index("The mayor") :]
    note = session.notes.annotate([(session.board.columns[0], Span(TEXT.index(claim), len(TEXT)))])
    assert note is not None
    newer = "\n\n".join((TEXT.replace("40", "42"), "Rain fell.", claim.replace("40", "45")))
    session.stories.project.articles.replace(session.board.columns[0], from_pasted(newer, "Fire"))
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.stories.refresh()
    session.notes.refresh()
    (target,) = stored(session, note).targets
    assert target.standing is Standing.REVIEW
    own, candidates = records.places(target)
    assert own.words == claim
    assert [place.words for place in candidates] == [span.of(newer) for span in target.candidates]
    dialog = CandidatesDialog(own, candidates)
    assert not any(button.isDefault() or button.autoDefault() for button in dialog.buttons)
    qtbot.addWidget(dialog)
    assert len(dialog.buttons) == len(target.candidates) > 1
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.buttons[-1], Qt.MouseButton.LeftButton)
    assert dialog.chosen == len(candidates) - 1
    records.accept_place(note.id, 0, dialog.chosen)
    (settled,) = stored(session, note).targets
    assert (settled.standing, settled.span) == (Standing.FOUND, target.candidates[-1])
    session.undoing.undo()
    assert stored(session, note).targets == (target,)
