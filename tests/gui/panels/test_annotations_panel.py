"""The list of annotations: finding, grouping, changing many at once, bringing back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Person, Standing, Status
from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store.codebook import rating_id
from reader.store.project import Project
from reader.ui.appearance import Appearance
from reader.ui.panels.annotations.model import ROW_ROLE, AnnotationsModel
from reader.ui.panels.annotations.panel import AnnotationsPanel
from reader.ui.panels.annotations.rows import Entry, Found, Grouping, Heading, Row
from reader.ui.panels.drawn.pieces import Form
from reader.ui.session import Session


@pytest.fixture
def noted(session: Session) -> Session:
    """Three notes: two in the first article, one on two articles."""
    first, second = session.board.columns[:2]
    tags = session.notes.tags
    notes = session.notes
    notes.annotate([(first, Span(33, 53))], (tags[0].id,), "Where were they moved?")
    notes.annotate([(first, Span(0, 7))], (tags[1].id, tags[0].id))
    made = notes.annotate([(second, Span(0, 9)), (first, Span(8, 12))], (), "Café or blaze?")
    assert made is not None
    notes.set_rating(made.id, rating_id("contradicted"))
    notes.activate(None)
    return session


@pytest.fixture
def panel(qtbot: QtBot, noted: Session, appearance: Appearance) -> AnnotationsPanel:
    made = AnnotationsPanel(noted, appearance)
    qtbot.addWidget(made)
    made.resize(900, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def rows(panel: AnnotationsPanel) -> list[Row]:
    count = panel.model.rowCount()
    return [panel.model.index(n).data(ROW_ROLE) for n in range(count)]


def headings(panel: AnnotationsPanel) -> list[str]:
    return [row.words for row in rows(panel) if isinstance(row, Heading)]


def choose(panel: AnnotationsPanel, *places: int) -> None:
    chosen = panel.list.selectionModel()
    chosen.clear()
    for place in places:
        flags = QItemSelectionModel.SelectionFlag.Select
        chosen.setCurrentIndex(panel.model.index(place), flags)


def trigger(panel: AnnotationsPanel, *path: str) -> None:
    menu = panel.chosen_menu()
    for words in path[:-1]:
        menu = next(a.menu() for a in menu.actions() if a.text() == words)  # type: ignore[assignment]
    next(a for a in menu.actions() if a.text().startswith(path[-1])).trigger()


def test_the_chosen_rows_note_is_shown_as_it_reads(
    panel: AnnotationsPanel, noted: Session, qtbot: QtBot
) -> None:
    assert not panel.reading.isVisible()
    entries = [n for n, row in enumerate(rows(panel)) if isinstance(row, Entry)]
    at = next(n for n in entries if "Where" in panel.model.words.told(rows(panel)[n]))
    row = rows(panel)[at]
    assert isinstance(row, Entry)
    noted.notes.write_note(row.annotation.id, "**Where** were [they](https://a.org)?")
    noted.notes.leave_note()
    choose(panel, at)
    assert panel.reading.isVisible()
    assert panel.reading.toPlainText().strip() == "Where were they?"
    with qtbot.waitSignal(panel.link_wanted) as asked:
        panel.reading.anchorClicked.emit(QUrl("https://a.org"))
    assert asked.args == ["https://a.org"]
    with qtbot.waitSignal(noted.notes.note_requested) as wanted:
        qtbot.keyClick(panel.reading, Qt.Key.Key_Return)
    assert wanted.args == [row.annotation.id]
    choose(panel, *(n for n in entries if not rows(panel)[n].annotation.note))  # type: ignore[union-attr]
    assert not panel.reading.isVisible()
    noted.notes.remove((row.annotation.id,))
    panel.bar.deleted.click()
    choose(panel, 1)
    assert panel.reading.toPlainText().strip() == "Where were they?"


def test_the_model_keeps_its_promises(noted: Session, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(AnnotationsModel(noted))


def test_notes_stand_by_article_in_order_of_place(panel: AnnotationsPanel) -> None:
    assert headings(panel) == ["Harbour Post", "Coast Daily"]
    told = [panel.model.words.told(row) for row in rows(panel)]
    assert told[1].startswith("figure, claim. “Harbour”")
    assert told[4] == "“Warehouse … fire”. Café or blaze?. Coast Daily. 2 places. contradicted"
    assert panel.bar.count.text() == "3 notes"


def test_grouped_by_tag_and_by_rating(panel: AnnotationsPanel) -> None:
    panel.bar.grouping.setCurrentIndex(panel.bar.grouping.findData(Grouping.TAG))
    assert headings(panel) == ["claim", "figure", "Without a tag"]
    assert panel.bar.count.text() == "3 notes"
    panel.bar.grouping.setCurrentIndex(panel.bar.grouping.findData(Grouping.RATING))
    assert headings(panel) == ["contradicted", "Without a rating"]
    panel.bar.grouping.setCurrentIndex(panel.bar.grouping.findData(Grouping.PASSAGE))
    assert any(words.startswith("Passage ") for words in headings(panel))


def test_filters_combine(panel: AnnotationsPanel) -> None:
    panel.bar.tag.setCurrentIndex(panel.bar.tag.findText("claim"))
    assert panel.bar.count.text() == "2 notes"
    panel.bar.rating.setCurrentIndex(panel.bar.rating.findText("contradicted"))
    assert panel.bar.count.text() == "0 notes"
    assert panel.list.empty_words == "No note passes the filter."


def test_searching_finds_notes_without_accents_and_places_in_the_articles(
    panel: AnnotationsPanel, qtbot: QtBot, noted: Session
) -> None:
    with qtbot.waitSignal(panel.model.listed):
        qtbot.keyClicks(panel.bar.search, "cafe")
    assert panel.bar.count.text() == "1 note"
    panel.bar.search.clear()
    qtbot.keyClicks(panel.bar.search, "solvents")
    qtbot.waitUntil(lambda: headings(panel) == ["In the articles"])
    place = next(n for n, row in enumerate(rows(panel)) if isinstance(row, Found))
    at = panel.list.visualRect(panel.model.index(place)).center()
    with qtbot.waitSignal(noted.passages.place_requested) as asked:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    article_id, span = asked.args  # type: ignore[misc]
    stored = noted.stories.article(article_id)
    assert stored is not None
    assert span.of(stored.article.text) == "solvents"


def test_what_is_searched_for_is_marked_in_the_note_and_the_quote(
    panel: AnnotationsPanel, noted: Session
) -> None:
    long = noted.notes.annotations[0]
    noted.notes.write_note(long.id, "# A heading\n\nA line without.\nWere they moved to the café?")
    noted.notes.leave_note()
    panel.bar.search.setText("CAFE people")
    panel.bar.search.returnPressed.emit()
    (one,) = panel.model.entries
    assert [p.text for p in panel.model.words.note(one) if p.form is Form.FOUND] == ["café"]
    assert "".join(p.text for p in panel.model.words.note(one)) == "Were they moved to the café?"
    assert [p.text for p in panel.model.words.quote(one) if p.form is Form.FOUND] == ["people"]
    panel.bar.clear.click()
    assert "".join(p.text for p in panel.model.words.note(one)) == "A heading"


def test_deleted_notes_are_searched_as_the_others_are(
    panel: AnnotationsPanel, noted: Session
) -> None:
    noted.notes.remove([one.id for one in noted.notes.annotations if one.note == "Café or blaze?"])
    panel.bar.search.setText("cafe")
    panel.bar.search.returnPressed.emit()
    assert panel.bar.count.text() == "0 notes"
    panel.bar.deleted.click()
    assert panel.bar.count.text() == "1 note deleted"


def test_ten_thousand_notes_are_listed_in_slices_and_all_are_chosen(
    panel: AnnotationsPanel, noted: Session, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    project = noted.stories.project
    first = noted.board.columns[0]
    with project.log.change("Fill"):
        for n in range(1_500):
            project.annotations.add(noted.stories.story.id, [(first, Span(n % 90, n % 90 + 2))])  # type: ignore[union-attr]
    noted.notes.refresh()
    assert panel.bar.count.text() == "1,503 notes"
    assert panel.model.rowCount() < 1_000
    late = noted.notes.annotations[-1]
    row = panel.model.row_of(late.id)
    assert row is not None
    assert panel.model.rowCount() > row
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(panel.chosen) == 1_503
    with qtbot.waitSignal(noted.changing.changed, timeout=20_000):
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert panel.bar.count.text() == "0 notes"
    assert noted.undoing.undo() == "Delete 1503 notes"
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1_505)
    qtmodeltester.check(panel.model)


def test_whatever_is_typed_is_legal(panel: AnnotationsPanel, qtbot: QtBot) -> None:
    for typed in ('"', "NOT", "a*", "(", "-5 OR"):
        panel.bar.search.setText(typed)
        qtbot.keyClick(panel.bar.search, Qt.Key.Key_Return)
    assert panel.bar.search.text() == "-5 OR"


def test_a_click_comes_to_the_place_and_enter_opens_the_note(
    panel: AnnotationsPanel, noted: Session, qtbot: QtBot
) -> None:
    at = panel.list.visualRect(panel.model.index(1)).center()
    with qtbot.waitSignal(noted.passages.place_requested) as asked:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [noted.board.columns[0], Span(0, 7)]
    row = rows(panel)[1]
    assert isinstance(row, Entry)
    assert noted.notes.active == row.annotation.id
    panel.list.setFocus()
    with qtbot.waitSignal(noted.notes.note_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)


def test_the_list_follows_the_active_note(panel: AnnotationsPanel, noted: Session) -> None:
    row = rows(panel)[4]
    assert isinstance(row, Entry)
    noted.notes.activate(row.annotation.id)
    assert panel.list.currentIndex().row() == 4


def test_many_are_deleted_as_one_step_and_brought_back(
    panel: AnnotationsPanel, noted: Session, qtbot: QtBot
) -> None:
    said: list[str] = []
    noted.said.connect(said.append)
    panel.list.setFocus()
    choose(panel, 1, 2)
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert said[-1] == "2 notes deleted; undo brings them back."
    assert len(noted.notes.annotations) == 1
    noted.undoing.undo()
    assert len(noted.notes.annotations) == 3
    noted.undoing.redo()
    panel.bar.deleted.click()
    assert panel.bar.count.text() == "2 notes deleted"
    choose(panel, 1)
    trigger(panel, "Bring back")
    assert said[-1] == "1 note brought back."
    assert len(noted.notes.annotations) == 2
    assert panel.bar.count.text() == "1 note deleted"


def test_many_are_tagged_and_rated_as_one_step(panel: AnnotationsPanel, noted: Session) -> None:
    choose(panel, 1, 2)
    trigger(panel, "Tag", "to verify")
    tag = next(t for t in noted.notes.tags if t.name == "to verify")
    assert sum(tag.id in a.tag_ids for a in noted.notes.annotations) == 2
    assert noted.undoing.undo() == "Tag “to verify” on 2 notes"
    assert not any(tag.id in a.tag_ids for a in noted.notes.annotations)
    choose(panel, 1, 2)
    trigger(panel, "Rating", "supported")
    assert sum(a.rating_id == rating_id("supported") for a in noted.notes.annotations) == 2
    choose(panel, 1)
    trigger(panel, "Mark as checked")
    assert sum(a.status is Status.CHECKED for a in noted.notes.annotations) == 1


def tags_of(noted: Session) -> list[list[str]]:
    names = {tag.id: tag.name for tag in noted.notes.all_tags}
    return sorted([names[t] for t in one.tag_ids] for one in noted.notes.annotations)


def test_a_tag_is_taken_from_many_and_moved_to_another_as_one_step(
    panel: AnnotationsPanel, noted: Session
) -> None:
    before = tags_of(noted)
    choose(panel, 1, 2, 4)
    trigger(panel, "Untag", "claim")
    assert tags_of(noted) == [[], [], ["figure"]]
    assert noted.undoing.undo() == "Untag “claim” on 2 notes"
    assert tags_of(noted) == before
    choose(panel, 1, 2, 4)
    trigger(panel, "Move to another tag", "From “claim” to", "quotation")
    assert tags_of(noted) == [[], ["figure", "quotation"], ["quotation"]]
    assert noted.undoing.undo() == "Move from “claim” to “quotation” on 2 notes"
    choose(panel, 1)
    trigger(panel, "Move to another tag", "From “claim” to", "figure")
    assert tags_of(noted) == [[], ["claim"], ["figure"]]


def test_notes_are_moved_to_the_selected_words(panel: AnnotationsPanel, noted: Session) -> None:
    second = noted.board.columns[1]
    choose(panel, 1, 2)
    assert not any(a.text().startswith("Move to “") for a in panel.chosen_menu().actions())
    noted.board.set_selection(second, Span(0, 9))
    before = noted.notes.annotations
    trigger(panel, "Move to “Warehouse”")
    moved = [a for a in noted.notes.annotations if len(a.targets) == 1]
    assert [(t.article_id, t.span) for a in moved for t in a.targets] == [(second, Span(0, 9))] * 2
    assert [(a.note, a.tag_ids) for a in noted.notes.annotations] == [
        (a.note, a.tag_ids) for a in before
    ]
    assert noted.undoing.undo() == "Move note to other words on 2 notes"
    assert noted.notes.annotations == before


def test_filters_are_cleared_at_once(panel: AnnotationsPanel, noted: Session) -> None:
    assert panel.bar.clear.isHidden()
    panel.bar.article.setCurrentIndex(panel.bar.article.findText("Harbour Post"))
    panel.bar.tag.setCurrentIndex(panel.bar.tag.findText("figure"))
    assert panel.bar.count.text() == "1 note"
    panel.bar.clear.click()
    assert panel.bar.count.text() == "3 notes"
    assert panel.bar.clear.isHidden()


def replace_first(noted: Session, text: str) -> None:
    project = noted.stories.project
    source = Source(Article("newer.txt", text, outlet="Harbour Post"), text.encode(), "utf-8")
    project.articles.replace(noted.stories.articles[0].id, source)
    noted.stories.refresh()
    noted.notes.refresh()


def test_moved_notes_are_listed_and_kept_where_they_are_now_as_one_step(
    panel: AnnotationsPanel, noted: Session, qtbot: QtBot
) -> None:
    text = noted.stories.articles[0].article.text
    at = text.index("Over 5,000 people were moved out")
    note = noted.notes.annotate([(noted.board.columns[0], Span(at, text.index(" on Tues")))])
    assert note is not None
    with qtbot.waitSignal(noted.comparing.comparison_changed):
        replace_first(noted, text.replace("moved out of the", "moved out from the"))
    panel.bar.standing.setCurrentIndex(panel.bar.standing.findData(Standing.MOVED))
    assert panel.bar.count.text() == "1 note"
    choose(panel, 1)
    trigger(panel, "Keep it here")
    (target,) = noted.stories.project.annotations.get(note.id).targets
    assert target.standing is Standing.FOUND
    assert "moved out from the" in target.anchor.quote
    assert panel.bar.count.text() == "0 notes"
    assert noted.undoing.undo() == "Accept new place"
    assert panel.bar.count.text() == "1 note"


def test_lost_notes_stay_listed_with_their_quotes(
    panel: AnnotationsPanel, noted: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(noted.comparing.comparison_changed):
        replace_first(noted, "Nothing of it is left.")
    panel.bar.standing.setCurrentIndex(panel.bar.standing.findData(Standing.LOST))
    assert panel.bar.count.text() == "3 notes"
    told = " ".join(panel.model.words.told(row) for row in rows(panel))
    assert "“Harbour”" in told
    assert "lost" in told


def test_other_peoples_notes_that_are_hidden_are_counted(
    panel: AnnotationsPanel, noted: Session
) -> None:
    path = noted.stories.project.path
    noted.stories.close()
    noted.stories.open(
        Project.open(path, person=Person("9" * 8 + "-0000-4000-8000-000000000000", "Bo"))
    )
    noted.notes.set_blind(True)
    assert panel.bar.count.text() == "0 notes, 3 of other people hidden"
    noted.notes.set_blind(False)
    assert panel.bar.count.text() == "3 notes"


def test_notes_of_one_person_are_listed_where_several_noted(
    panel: AnnotationsPanel, noted: Session
) -> None:
    assert panel.bar.person.isHidden()
    path = noted.stories.project.path
    noted.stories.close()
    bo = Person("9" * 8 + "-0000-4000-8000-000000000000", "Bo")
    noted.stories.open(Project.open(path, person=bo))
    noted.notes.annotate([(noted.board.columns[0], Span(8, 12))], note="Bo's")
    assert not panel.bar.person.isHidden()
    panel.bar.person.setCurrentIndex(panel.bar.person.findText("Bo"))
    assert panel.bar.count.text() == "1 note"
    noted.notes.set_blind(True)
    assert panel.bar.person.isHidden()
    assert panel.bar.count.text() == "1 note, 3 of other people hidden"


def test_one_change_keeps_the_list_in_its_place(panel: AnnotationsPanel, noted: Session) -> None:
    resets: list[int] = []
    panel.model.modelReset.connect(lambda: resets.append(1))
    noted.notes.annotate([(noted.board.columns[0], Span(8, 12))])
    assert panel.bar.count.text() == "4 notes"
    noted.undoing.undo()
    noted.notes.set_rating(noted.notes.annotations[0].id, rating_id("supported"))
    assert panel.bar.count.text() == "3 notes"
    assert "supported" in panel.model.words.told(rows(panel)[2])
    assert resets == []


def test_rows_are_copied_as_sentences(panel: AnnotationsPanel, qtbot: QtBot) -> None:
    panel.list.setFocus()
    choose(panel, 4)
    qtbot.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("“Warehouse … fire”")
