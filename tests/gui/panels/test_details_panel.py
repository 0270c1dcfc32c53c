"""Details of a passage: readings, differences, reasons, decisions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import DecisionKind, ReviewState
from reader.core.comparison import Passage
from reader.core.difference.divergence import Verdict
from reader.core.matching.link import Reading
from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.ui.appearance import Appearance
from reader.ui.panels.details.panel import DetailsPanel
from reader.ui.panels.details.parts import label
from reader.ui.panels.drawn.pieces import Form, text_of
from reader.ui.panels.drawn.readings import Readings
from reader.ui.panels.legend import Legend
from reader.ui.session import Emphasis, Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session, appearance: Appearance) -> DetailsPanel:
    made = DetailsPanel(session, appearance)
    qtbot.addWidget(made)
    made.resize(312, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def conflict(session: Session) -> int:
    comparison = session.comparing.comparison
    assert comparison is not None
    return next(n for n, p in enumerate(comparison.passages) if p.verdict is Verdict.CONFLICT)


def shared_by_two(session: Session) -> int:
    """The passage that just two readings make, word for word."""
    comparison = session.comparing.comparison
    assert comparison is not None
    return next(n for n, p in enumerate(comparison.passages) if len(p.readings) == 2)


def says(panel: DetailsPanel) -> str:
    assert panel.page is not None or not panel.readings  # as it is now
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_without_a_passage_the_legend_and_the_first_keys_are_shown(panel: DetailsPanel) -> None:
    legend = panel.findChild(Legend)
    assert legend is not None
    assert "only this article says it" in legend.accessibleDescription()
    assert "next and previous passage" in says(panel)


def test_a_conflict_is_told_with_both_sides_and_its_reason(
    panel: DetailsPanel, session: Session
) -> None:
    session.passages.activate(conflict(session))
    place, count = session.passages.position
    words = says(panel)
    assert f"Passage {place} of {count}" in words
    assert "≠ conflict" in words
    assert "Over 5,000  /  Nearly 5,000" in words
    assert any("cannot both hold" in view.accessibleName() for view in panel.divergences)


def test_only_a_reading_of_the_base_is_called_base(panel: DetailsPanel, session: Session) -> None:
    number = shared_by_two(session)
    assert session.comparing.comparison is not None
    within = {
        session.comparing.ids[reading.article]
        for reading in session.comparing.comparison.passages[number].readings
    }
    session.passages.activate(number)
    session.board.set_base(next(iter(within)))
    assert "base" in says(panel).splitlines()
    session.board.set_base(next(key for key in session.board.columns if key not in within))
    assert "base" not in says(panel).splitlines()
    assert "the others are compared with it" in says(panel).splitlines()


def test_a_word_longer_than_the_panel_is_broken_and_told_whole(qtbot: QtBot) -> None:
    name = "Donaudampfschifffahrtsgesellschaftsnachrichten"
    made = label(name)
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() < label(name, wrap=False).sizeHint().width()
    assert made.accessibleName() == name


def test_the_word_diff_shows_what_went_and_what_came(panel: DetailsPanel, session: Session) -> None:
    session.passages.activate(conflict(session))
    assert panel.diff is not None
    pieces = panel.diff.words.pieces
    assert "Over" in [p.text for p in pieces if p.form is Form.DELETED]
    assert "Nearly" in [p.text for p in pieces if p.form is Form.INSERTED]
    panel.diff.before.setCurrentIndex(panel.diff.after.currentIndex())
    assert all(p.form is Form.PLAIN for p in panel.diff.words.pieces)


def test_a_click_on_a_reading_goes_to_its_place(
    panel: DetailsPanel, session: Session, qtbot: QtBot
) -> None:
    session.passages.activate(conflict(session))
    view = panel.readings[1]
    with qtbot.waitSignal(session.passages.place_requested) as asked:
        qtbot.mouseClick(view.words, Qt.MouseButton.LeftButton)
    article_id, span = asked.args  # type: ignore[misc]
    stored = session.stories.article(article_id)
    assert stored is not None
    assert span.of(stored.article.text).split() == text_of(view.words.pieces).split()


def test_enter_on_a_reading_does_the_same(
    panel: DetailsPanel, session: Session, qtbot: QtBot
) -> None:
    session.passages.activate(conflict(session))
    with qtbot.waitSignal(session.passages.place_requested):
        qtbot.keyClick(panel.readings[0].words, Qt.Key.Key_Return)


def test_accepting_a_link_is_kept_compared_again_and_can_be_taken_back(
    panel: DetailsPanel, session: Session, qtbot: QtBot
) -> None:
    session.passages.activate(conflict(session))
    place, button = next((n, v.accept) for n, v in enumerate(panel.readings) if v.accept)
    assert button is not None
    with qtbot.waitSignal(session.comparing.comparison_changed, timeout=10_000):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (decision,) = session.decisions.all
    assert decision.kind is DecisionKind.ACCEPTED
    accepted = panel.readings[place].accept
    assert accepted is not None
    assert accepted.isChecked()
    with qtbot.waitSignal(session.comparing.comparison_changed, timeout=10_000):
        qtbot.mouseClick(accepted, Qt.MouseButton.LeftButton)
    assert session.decisions.all == ()


def test_rejecting_a_link_parts_the_readings(
    panel: DetailsPanel, session: Session, qtbot: QtBot
) -> None:
    session.passages.activate(shared_by_two(session))
    assert len(panel.readings) == 2
    button = panel.readings[1].reject
    assert button is not None
    with qtbot.waitSignal(session.comparing.comparison_changed, timeout=10_000):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.decisions.all[0].kind is DecisionKind.REJECTED
    assert len(panel.readings) == 1


def test_a_passage_is_checked_and_undone(
    panel: DetailsPanel, session: Session, qtbot: QtBot
) -> None:
    number = conflict(session)
    session.passages.activate(number)
    assert panel.review is not None
    qtbot.mouseClick(panel.review.checked, Qt.MouseButton.LeftButton)
    assert session.passages.reviewed(number).state is ReviewState.CHECKED
    assert panel.review.checked.isChecked()
    qtbot.mouseClick(panel.review.call, Qt.MouseButton.LeftButton)
    assert not panel.review.checked.isChecked()
    assert panel.review.call.isChecked()
    session.undoing.undo()
    session.undoing.undo()
    assert session.passages.reviewed(number).state is ReviewState.SEEN


def test_possible_links_are_offered_on_demand_and_accepted(
    panel: DetailsPanel, session: Session, qtbot: QtBot
) -> None:
    comparison = session.comparing.comparison
    assert comparison is not None
    readings = Readings(session, comparison)
    number, (link, reading) = next(
        (n, found[0])
        for n, passage in enumerate(comparison.passages)
        if (found := readings.possible(passage, 1))
    )
    session.passages.activate(number)
    shown = len(panel.readings)
    assert "Perhaps also" not in says(panel)
    session.board.set_emphasis(Emphasis(possible=True))
    assert "Perhaps also" in says(panel)
    offered = panel.readings[shown]
    assert readings.words(reading).split()[0] in text_of(offered.words.pieces)
    assert offered.accept is not None
    with qtbot.waitSignal(session.comparing.comparison_changed, timeout=10_000):
        offered.accept.click()
    after = session.comparing.comparison
    assert after is not None
    assert any((n.a, n.b, n.shown) == (link.a, link.b, True) for n in after.links)


def test_readings_that_copy_each_other_are_no_corroboration(
    panel: DetailsPanel, session: Session
) -> None:
    session.passages.activate(shared_by_two(session))
    assert "Not independent" in says(panel)


def test_closing_the_project_leaves_the_legend(panel: DetailsPanel, session: Session) -> None:
    session.passages.activate(conflict(session))
    session.stories.close()
    assert not panel.readings
    assert panel.findChild(Legend) is not None


def three_times(session: Session, article: int) -> Passage:
    """The conflict as if one article told it three times, with one divergence found twice."""
    comparison = session.comparing.comparison
    assert comparison is not None
    passage = comparison.passages[conflict(session)]
    own = next(r for r in passage.readings if r.article == article)
    more = tuple(Reading(article, Span(n, n + 5)) for n in (0, 6))
    return replace(
        passage,
        readings=tuple(sorted((*passage.readings, *more))),
        divergences=passage.divergences * 2 if own else (),
    )


def test_an_article_is_led_by_its_reading_in_conflict(session: Session) -> None:
    comparison = session.comparing.comparison
    assert comparison is not None
    passage = three_times(session, 1)
    groups = Readings(session, comparison).by_article(passage, passage.readings)
    assert [{reading.article for reading in group} for group in groups] == [{0}, {1}, {2}]
    assert len(groups[1]) == sum(reading.article == 1 for reading in passage.readings)
    assert len(groups[1]) >= 3
    coast = groups[1][0]
    assert "5,000" in Readings(session, comparison).words(coast)


def test_a_divergence_found_twice_is_told_once_with_its_count(session: Session) -> None:
    comparison = session.comparing.comparison
    assert comparison is not None
    passage = three_times(session, 1)
    told = Readings(session, comparison).differing(passage)
    assert (told[0].divergence.verdict, told[0].count) == (Verdict.CONFLICT, 2)
    assert len({one.divergence for one in told}) == len(told)


def test_what_only_one_side_says_is_folded_away_until_it_is_asked_for(
    panel: DetailsPanel, session: Session, qtbot: QtBot
) -> None:
    told = (
        ("one.txt", "The mayor said 5,000 people left the old harbour town on 12 May 2022."),
        ("other.txt", "The mayor said 5,000 people left the old harbour town."),
    )
    sources = [Source(Article(n, t), t.encode(), "utf-8", origin=n) for n, t in told]
    session.stories.choose(session.stories.add("Two", sources).id)
    qtbot.waitUntil(lambda: session.comparing.comparison is not None)
    comparison = session.comparing.comparison
    assert comparison is not None
    number = next(
        n
        for n, p in enumerate(comparison.passages)
        if any(comparison.divergences[d].verdict is Verdict.ONLY for d in p.divergences)
    )
    session.passages.activate(number)
    (fold,) = [fold for fold in panel.folds if "on one side only" in fold.title]
    hidden = panel.divergences[-1]
    assert not hidden.isVisible()
    qtbot.mouseClick(fold.button, Qt.MouseButton.LeftButton)
    assert hidden.isVisible()


def test_a_page_is_built_in_a_turn_of_its_own_and_cannot_be_clicked_until_then(
    qtbot: QtBot, panel: DetailsPanel, session: Session
) -> None:
    session.passages.activate(conflict(session))
    before = panel.page
    assert before is not None
    session.passages.activate(shared_by_two(session))
    assert before.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert panel.findChild(type(before)) is before
    qtbot.waitUntil(lambda: panel.findChild(type(before)) is not before)


def test_out_of_view_nothing_is_built(panel: DetailsPanel, session: Session) -> None:
    session.passages.activate(conflict(session))
    before = panel.page
    assert before is not None
    panel.hide()
    session.passages.activate(shared_by_two(session))
    QApplication.processEvents()
    assert panel.findChild(type(before)) is before
    panel.show()
    assert panel.page is not before
