"""Which passages hold an annotation: the same as looking at every pair; and reading blind."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Anchor, Annotation, Person, Target
from reader.core.compare import compare
from reader.core.comparison import Passage
from reader.core.difference.divergence import Verdict
from reader.core.matching.link import Reading
from reader.core.text.span import Span
from reader.importers.opening import from_pasted
from reader.store.project import Project
from reader.ui.session import Session
from reader.ui.session.annotated import passages_over, places_by_article
from reader.ui.settings import Settings

spans = st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.integers(0, 20), st.integers(0, 20))
notes = st.lists(st.tuples(st.sampled_from("ab"), spans), max_size=5)
read = st.lists(st.tuples(st.sampled_from((0, 1)), spans), min_size=1, max_size=3)


def noted(number: int, article_id: str, span: Span | None) -> Annotation:
    anchor = Anchor("0", span or Span(0, 0), "", "", "")
    return Annotation(f"n{number}", "s", "p", (Target(article_id, anchor, span),))


@settings(max_examples=80, deadline=None)
@given(notes, st.lists(read, max_size=4))
def test_a_passage_holds_a_note_where_one_of_its_readings_overlaps_it(
    placed: list[tuple[str, Span]], readings: list[list[tuple[int, Span]]]
) -> None:
    places = places_by_article(noted(n, *place) for n, place in enumerate(placed))
    passages = [
        Passage(tuple(Reading(*r) for r in one), len(one), Verdict.AGREE) for one in readings
    ]
    assert passages_over(passages, "ab", places) == {
        n
        for n, one in enumerate(readings)
        if any("ab"[a] == key and span.overlaps(other) for a, span in one for key, other in placed)
    }


def test_a_lost_note_is_in_no_article() -> None:
    assert places_by_article([noted(1, "a", None)]) == {}


def test_blind_reading_hides_what_others_noted_and_says_how_much(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "p.reader"
    theirs = Project.create(path, person=Person("11111111-1111-4111-8111-111111111111", "Ann"))
    story = theirs.stories.add("Fire")
    (article,) = theirs.articles.add(story.id, [from_pasted("A fire broke out.", "Fire")])
    first = theirs.annotations.add(story.id, [(article.id, Span(0, 6))], note="theirs")
    theirs.close()
    session = Session(Settings(tmp_path / "settings.json"), compare)
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.stories.open(
            Project.open(path, person=Person("22222222-2222-4222-8222-222222222222", "Ben"))
        )
    mine = session.notes.annotate([(article.id, Span(7, 12))])
    assert mine is not None
    assert [one.id for one in session.notes.annotations] == [first.id, mine.id]
    written = path.read_bytes()
    with qtbot.waitSignal(session.notes.blind_changed):
        session.notes.set_blind(True)
    assert [one.id for one in session.notes.annotations] == [mine.id]
    assert session.notes.hidden == 1
    assert session.notes.on(article.id) == ((mine, Span(7, 12)),)
    session.notes.set_blind(False)
    assert [one.id for one in session.notes.annotations] == [first.id, mine.id]
    assert path.read_bytes() == written
    session.close()
