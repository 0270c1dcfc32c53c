"""The session with a real project and the real engine: the window's business without a window."""

from __future__ import annotations

import hashlib

import pytest

from reader import places
from reader.core.annotating.annotation import DecisionKind, Person, ReviewState
from reader.core.compare import compare
from reader.core.comparison import Comparison
from reader.core.difference.divergence import DivergenceKind, Verdict
from reader.core.options import Options
from reader.core.text.span import Span
from reader.importers.opening import from_pasted
from reader.store.project import Project
from reader.ui.commands.beginning import make_first_project
from reader.ui.identity import person_of, rename_person
from reader.ui.listing import Order, PassageFilter
from reader.ui.session import Session
from reader.ui.settings import Settings

A = "The ministry said on Tuesday that over 5,000 people were moved from the valley. Rain fell."
B = "Officials at the ministry said on Tuesday that nearly 5,000 people were moved from the valley."
C = "A bakery opened in the old town hall with three kinds of bread."


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def session(qtbot, tmp_path, settings):
    made = Session(settings, compare)
    project = Project.create(tmp_path / "p.reader")
    project.stories.add("Valley")
    made.stories.open(project)
    yield made
    made.close()


def add(qtbot, session, *texts):
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.stories.add_articles([from_pasted(t, t[:12]) for t in texts])


def test_texts_that_are_added_are_compared_and_stand_on_the_board(qtbot, session):
    add(qtbot, session, A, B)
    ids = tuple(a.id for a in session.stories.articles)
    assert session.board.columns == ids
    assert session.comparing.ids == ids
    assert session.board.base == ids[0]
    shared = [p for p in session.comparing.comparison.passages if p.shared_by == 2]
    assert shared


def test_a_few_texts_that_are_added_stand_on_a_full_board_too(qtbot, session):
    add(qtbot, session, *(f"{A} Number {n}." for n in range(5)))
    add(qtbot, session, B, C)
    assert session.board.columns == tuple(a.id for a in session.stories.articles)
    full = session.board.columns
    add(qtbot, session, *(f"{B} Number {n}." for n in range(6)))
    assert session.board.columns == full


def test_another_article_tells_how_many_passages_are_new_or_changed(qtbot, session):
    add(qtbot, session, A, C)
    assert session.passages.news == (0, 0)
    alone = len(session.comparing.comparison.passages)
    add(qtbot, session, B)
    new, changed = session.passages.news
    assert changed == 1  # what A alone said is now said by two
    assert new == 0
    assert len(session.comparing.comparison.passages) == alone


def test_marks_of_a_text_that_was_replaced_are_gone_before_the_next_answer(qtbot, session):
    add(qtbot, session, A, B)
    stored = session.stories.articles[0]
    session.passages.activate(session.passages.at(stored.id, A.index("5,000")))
    session.stories.project.articles.replace(stored.id, from_pasted("Rain fell.", "newer"))
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.stories.refresh()
    assert session.comparing.comparison is None
    assert session.passages.active is None
    with qtbot.waitSignal(session.comparing.comparison_changed):
        pass
    compared = session.comparing.comparison
    assert compared is not None
    assert compared.articles[0].length == len("Rain fell.")


def test_the_first_passage_is_the_conflict(qtbot, session):
    add(qtbot, session, A, B, C)
    session.passages.next()
    assert session.passages.position[0] == 1
    active = session.passages.passage(session.passages.active)
    assert active.verdict is Verdict.CONFLICT


def test_next_goes_round_and_previous_comes_back(qtbot, session):
    add(qtbot, session, A, B, C)
    count = len(session.passages.listed)
    seen = []
    for _ in range(count):
        session.passages.next()
        seen.append(session.passages.active)
    assert sorted(seen) == sorted(session.passages.listed)
    session.passages.next()
    assert session.passages.active == seen[0]
    session.passages.previous()
    assert session.passages.active == seen[-1]


def test_the_filter_narrows_what_next_walks_through(qtbot, session):
    add(qtbot, session, A, B, C)
    session.passages.set_filter(PassageFilter(text="bakery"))
    assert len(session.passages.listed) == 1
    session.passages.set_filter(PassageFilter(least_shared=2))
    assert all(session.passages.passage(n).shared_by == 2 for n in session.passages.listed)
    session.passages.set_filter(PassageFilter())
    session.passages.set_order(Order.TEXT)
    first = session.passages.passage(session.passages.listed[0])
    assert first.readings[0].article == 0


def test_a_tag_twice_is_taken_off_and_undone(qtbot, session):
    add(qtbot, session, A, B)
    article = session.board.columns[0]
    session.board.set_focus(article)
    session.board.set_selection(article, Span(4, 12))
    tag = session.notes.tags[0]
    made = session.notes.tag_places(tag.id)
    assert made.tag_ids == (tag.id,)
    assert made.targets[0].anchor.quote == "ministry"
    assert session.notes.tag_places(tag.id).tag_ids == ()
    assert session.undoing.undo() is not None
    assert session.notes.annotations[0].tag_ids == (tag.id,)
    session.undoing.undo()
    assert session.notes.annotations == ()
    session.undoing.redo()
    assert session.notes.annotations[0].targets[0].span == Span(4, 12)


def test_without_a_selection_the_active_passage_is_tagged(qtbot, session):
    add(qtbot, session, A, B)
    session.passages.next()
    places_there = session.passages.places(session.passages.active)
    tag = session.notes.tags[0]
    one = session.notes.tag_places(tag.id)
    assert len(one.targets) == 1
    both = session.notes.tag_places(tag.id, every_reading=True)
    assert {(t.article_id, t.span) for t in both.targets} == set(places_there)


def test_one_visit_to_a_note_is_one_step_back(qtbot, session):
    add(qtbot, session, A, B)
    article = session.board.columns[0]
    made = session.notes.annotate([(article, Span(0, 3))])
    for text in ("a", "ab", "abc"):
        session.notes.write_note(made.id, text)
    session.notes.leave_note()
    assert session.notes.annotation(made.id).note == "abc"
    session.undoing.undo()
    assert session.notes.annotation(made.id).note == ""


def test_a_rejected_link_is_not_shown_again_and_undo_brings_it_back(qtbot, session):
    add(qtbot, session, A, B)

    def shown():
        return [k for k in session.comparing.comparison.links if k.shown]

    first = shown()[0]
    before = len(shown())
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.links.judge(DecisionKind.REJECTED, [first])
    assert len(shown()) < before
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.undoing.undo()
    assert len(shown()) == before


def test_options_are_kept_and_undone_with_the_comparison(qtbot, session):
    add(qtbot, session, A, B)
    story = session.stories.story
    project = session.stories.project

    def figures():
        return [d for d in session.comparing.comparison.divergences if d.kind == "figure"]

    assert figures()
    project.options.set(story.id, Options(kinds=frozenset({DivergenceKind.NAME})))
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.comparing.refresh()
    assert not figures()
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.undoing.undo()
    assert figures()


def test_saying_who_published_compares_again_only_where_it_matters(qtbot, session):
    add(qtbot, session, A, B)
    article = session.stories.articles[0]
    session.notes.annotate([(article.id, Span(0, 3))])
    session.comparing.refresh()
    assert not session.comparing.running


def test_a_checked_passage_is_known_again(qtbot, session, settings):
    add(qtbot, session, A, B)
    session.passages.next()
    active = session.passages.active
    session.passages.review(active, ReviewState.CHECKED)
    assert session.passages.checked[0] == 1
    path = session.stories.path
    session.close()
    again = Session(settings, compare)
    with qtbot.waitSignal(again.comparing.comparison_changed):
        again.stories.open(Project.open(path))
    assert again.passages.checked[0] == 1
    again.close()


def test_only_reading_leaves_the_project_as_it_was(qtbot, tmp_path, settings):
    path = tmp_path / "first.reader"
    make_first_project(path, places.find().corpus)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    session = Session(settings, compare)
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.stories.open(Project.open(path))
    for _ in range(5):
        session.passages.next()
    session.board.zoom_by(1)
    session.board.hide(session.board.columns[-1])
    session.close()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_the_board_is_as_it_was_at_the_next_start(qtbot, tmp_path, settings):
    path = tmp_path / "first.reader"
    make_first_project(path, places.find().corpus)
    session = Session(settings, compare)
    session.stories.open(Project.open(path))
    columns = session.board.columns
    session.board.move(columns[0], 2)
    session.board.set_base(columns[1])
    session.board.hide(columns[4])
    left = session.board.columns
    session.close()
    again = Session(settings, compare)
    again.stories.open(Project.open(path))
    assert again.board.columns == left
    assert again.board.base == columns[1]
    again.close()


def test_the_passage_that_was_read_last_is_active_again(qtbot, session, settings):
    add(qtbot, session, A, B, C)
    session.passages.next()
    session.passages.next()
    left = set(session.passages.places(session.passages.active))
    path = session.stories.path
    session.close()
    again = Session(settings, compare)
    with qtbot.waitSignal(again.comparing.comparison_changed):
        again.stories.open(Project.open(path))
    assert set(again.passages.places(again.passages.active)) == left
    again.close()


def test_a_removed_story_comes_back_with_everything(qtbot, session):
    add(qtbot, session, A, B)
    session.notes.annotate([(session.board.columns[0], Span(0, 3))], note="mine")
    story = session.stories.story
    session.stories.remove(story.id)
    session.notes.refresh()
    assert session.stories.story is None
    session.undoing.undo()
    session.stories.choose(story.id)
    session.notes.refresh()
    assert [a.note for a in session.notes.annotations] == ["mine"]
    assert len(session.stories.articles) == 2


def test_a_fault_of_the_engine_is_told_and_leaves_the_session_alive(qtbot, settings, tmp_path):
    def broken(*_: object, **__: object) -> Comparison:
        raise RuntimeError("engine")

    session = Session(settings, broken)
    project = Project.create(tmp_path / "p.reader")
    project.stories.add("s")
    session.stories.open(project)
    with qtbot.waitSignal(session.comparing.failed) as told:
        session.stories.add_articles([from_pasted(A, "a"), from_pasted(B, "b")])
    assert isinstance(told.args[0], RuntimeError)
    assert session.comparing.comparison is None
    assert not session.comparing.running
    session.close()


def test_texts_only_opened_to_look_are_dropped_unless_noted(qtbot, tmp_path, settings):
    path = tmp_path / "p.reader"
    project = Project.create(path)
    session = Session(settings, compare)
    session.stories.open(project)
    session.stories.add("look", [from_pasted(A, "a"), from_pasted(B, "b")], kept=False)
    session.close()
    session.stories.open(Project.open(path))
    assert session.stories.stories == ()
    session.stories.add("look", [from_pasted(A, "a"), from_pasted(B, "b")], kept=False)
    session.notes.annotate([(session.board.columns[0], Span(0, 3))], note="keep me")
    session.close()
    session.stories.open(Project.open(path))
    assert [s.title for s in session.stories.stories] == ["look"]
    session.close()


def test_a_project_that_was_mailed_is_written_under_ones_own_name(tmp_path, settings):
    hers = Person("11111111-1111-4111-8111-111111111111", "Ada")
    make_first_project(tmp_path / "p.reader", places.find().corpus, hers)
    rename_person(settings, "Ben")
    project = Project.open(tmp_path / "p.reader", person=person_of(settings))
    assert project.log.undo_name is None  # the bundled story is no step to take back
    story = project.stories.all()[0]
    article = project.articles.of(story.id)[0]
    project.annotations.add(story.id, [(article.id, Span(0, 5))], note="mine")
    names = {p.id: p.name for p in project.people.all()}
    made = project.annotations.of(story.id)[0]
    assert names[made.person_id] == "Ben"
    assert person_of(settings).id == made.person_id
    project.close()


def test_two_peoples_projects_are_merged_and_it_can_be_undone(tmp_path):
    corpus = places.find().corpus
    for name in ("ada", "ben"):
        person = Person(
            f"{'a' if name == 'ada' else 'b'}" * 8 + "-1111-4111-8111-111111111111", name
        )
        make_first_project(tmp_path / f"{name}.reader", corpus, person)
        project = Project.open(tmp_path / f"{name}.reader", person=person)
        story = project.stories.all()[0]
        article = project.articles.of(story.id)[0]
        project.annotations.add(story.id, [(article.id, Span(0, 5))], note=name)
        project.close()
    project = Project.open(tmp_path / "ada.reader")
    project.merge_from(tmp_path / "ben.reader")
    assert len(project.stories.all()) == 1
    story = project.stories.all()[0]
    assert len(project.articles.of(story.id)) == 5
    assert {a.note for a in project.annotations.of(story.id)} == {"ada", "ben"}
    project.log.undo()
    assert {a.note for a in project.annotations.of(story.id)} == {"ada"}
    project.close()


def test_of_several_readings_the_one_in_conflict_is_tagged(qtbot, session):
    several = (
        "The ministry moved people from the valley on Tuesday, it said. Rain fell all night.\n\n"
        "The ministry said on Tuesday that over 5,000 people were moved from the valley."
    )
    add(qtbot, session, several, B)
    session.passages.next()
    passage = session.passages.passage(session.passages.active)
    assert passage.verdict is Verdict.CONFLICT
    session.board.set_focus(session.comparing.ids[0])
    ((article, span),) = session.notes.places_to_note()
    assert article == session.comparing.ids[0]
    assert "over 5,000" in span.of(several)


def test_the_reading_that_the_board_shows_is_tagged(qtbot, session):
    add(qtbot, session, A, A + "\n\n" + B)
    session.passages.next()
    places_there = session.passages.places(session.passages.active)
    for article, span in places_there:
        session.passages.attend(article, span)
        session.board.set_focus(article)
        assert session.notes.places_to_note() == ((article, span),)


def test_a_passage_that_the_focused_column_lacks_is_tagged_where_it_is(qtbot, session):
    add(qtbot, session, C, A, B)
    session.passages.next()
    session.board.set_focus(session.comparing.ids[0])
    places_there = session.passages.places(session.passages.active)
    assert session.comparing.ids[0] not in {a for a, _ in places_there}
    assert session.notes.places_to_note()[0] in places_there


def test_undo_comes_to_the_story_that_it_changes(qtbot, session):
    add(qtbot, session, A, B)
    stories = session.stories
    first = stories.story
    session.notes.annotate([(session.board.columns[0], Span(0, 3))])
    second = stories.add("Another")
    stories.remove(second.id)
    assert stories.story == first
    session.undoing.undo()
    assert stories.story.id == second.id
    session.undoing.redo()
    assert stories.story.id == first.id
    session.undoing.undo()
    session.undoing.undo()  # the story itself
    session.undoing.undo()  # the note in the first one
    assert stories.story.id == first.id
    assert session.notes.annotations == ()
