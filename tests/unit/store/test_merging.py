"""Merging two people's projects: everyone's notes, none doubled, none lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from reader.core.annotating.annotation import (
    DecisionKind,
    Person,
    ReviewState,
    Standing,
    StoredArticle,
    Story,
)
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store import errors
from reader.store.codebook import rating_id
from reader.store.events import replay
from reader.store.project import Project
from tests.support.hand import Hand

Tables = Callable[[Project], dict[str, dict[str, dict[str, object]]]]
Make = Callable[..., Source]
Articles = tuple[StoredArticle, ...]
BERT = Person("c0ffee00-0000-4000-8000-000000000000", "Bert")
WORD = Span(4, 9)


@pytest.fixture
def copy(project: Project, story: Story, articles: Articles, tmp_path: Path) -> Project:
    """Bert's copy of Ann's project, made before either noted anything."""
    path = tmp_path / "bert.reader"
    project.save_copy(path)
    return Project.open(path, person=BERT)


def test_both_peoples_notes_are_there_under_their_own_names(
    project: Project, copy: Project, story: Story, articles: Articles
) -> None:
    mine = project.annotations.add(story.id, [(articles[0].id, WORD)], note="Ann's")
    theirs = copy.annotations.add(story.id, [(articles[0].id, WORD)], note="Bert's")
    copy.close()
    merged = project.merge_from(copy.path)
    assert (merged.people, merged.annotations, merged.articles) == (1, 1, 0)
    assert project.annotations.of(story.id) == (mine, theirs)
    assert {person.name for person in project.people.all()} == {"Ann", "Bert"}
    assert [hit.annotation_id for hit in project.search("bert's")] == [theirs.id]
    assert project.log.undo_name == "Merge “bert”"
    project.log.undo()
    assert project.annotations.of(story.id) == (mine,)


def test_reviews_of_two_people_stay_apart(
    project: Project, copy: Project, story: Story, articles: Articles
) -> None:
    passage = [(articles[0].id, WORD)]
    mine = project.reviews.set(story.id, passage, ReviewState.CHECKED)
    theirs = copy.reviews.set(story.id, passage, ReviewState.NEEDS_A_CALL)
    copy.close()
    project.merge_from(copy.path)
    assert set(project.reviews.of(story.id)) == {mine, theirs}
    again = project.reviews.set(story.id, passage, ReviewState.UNSEEN)
    assert again.id == mine.id
    assert {(r.person_id, r.state) for r in project.reviews.of(story.id)} == {
        (mine.person_id, ReviewState.UNSEEN),
        (BERT.id, ReviewState.NEEDS_A_CALL),
    }


def test_who_opens_anothers_project_does_not_review_in_their_name(
    project: Project, story: Story, articles: Articles
) -> None:
    passage = [(articles[0].id, WORD)]
    anns = project.reviews.set(story.id, passage, ReviewState.CHECKED)
    project.close()
    again = Project.open(project.path, person=BERT)
    again.reviews.set(story.id, passage, ReviewState.NEEDS_A_CALL)
    assert anns in again.reviews.of(story.id)
    again.close()


def test_merging_twice_changes_nothing(
    project: Project, copy: Project, story: Story, articles: Articles, tables: Tables
) -> None:
    copy.annotations.add(story.id, [(articles[0].id, WORD)], note="Bert's")
    copy.tags.add("hedge", "yellow", hotkey="9")
    copy.close()
    project.merge_from(copy.path)
    once, steps = tables(project), len(project.log.changes())
    merged = project.merge_from(copy.path)
    assert (merged.annotations, merged.tags, merged.changed, merged.parted) == (0, 0, 0, ())
    assert tables(project) == once
    assert len(project.log.changes()) == steps


def test_projects_made_apart_share_stories_of_the_same_texts_and_tags_of_the_same_name(
    project: Project, story: Story, articles: Articles, make_source: Make, tmp_path: Path
) -> None:
    other = Project.create(tmp_path / "other.reader", person=BERT)
    their_story = other.stories.add("The same visit, another title")
    sources = [make_source(one.article.text) for one in reversed(articles)]
    their_articles = other.articles.add(their_story.id, sources)
    other.stories.add("Only theirs")
    hedge = project.tags.add("Hedge", "yellow")
    theirs = other.tags.add("hedge", "brown")
    note = other.annotations.add(their_story.id, [(their_articles[0].id, WORD)], [theirs.id], "x")
    other.close()
    merged = project.merge_from(other.path)
    assert (merged.stories, merged.articles, merged.tags, merged.annotations) == (1, 0, 0, 1)
    assert len(project.tags.all()) == 9
    (read,) = project.annotations.of(story.id)
    assert (read.id, read.note, read.tag_ids) == (note.id, "x", (hedge.id,))
    assert read.targets[0].article_id == articles[1].id
    assert read.targets[0].standing is Standing.FOUND


def test_the_later_state_of_a_note_comes_over_and_the_older_does_not(
    project: Project, story: Story, articles: Articles, tmp_path: Path
) -> None:
    one = project.annotations.add(story.id, [(articles[0].id, WORD)], note="one")
    two = project.annotations.add(story.id, [(articles[0].id, WORD)], note="two")
    path = tmp_path / "bert.reader"
    project.save_copy(path)
    copy = Project.open(path, person=BERT)
    copy.annotations.set_rating(one.id, rating_id("supported"), 70)
    copy.close()
    project.annotations.remove([two.id])
    merged = project.merge_from(path)
    assert (merged.changed, merged.parted) == (1, ())
    assert project.annotations.get(one.id).rating_id == rating_id("supported")
    assert [note.id for note in project.annotations.removed(story.id)] == [two.id]


def test_where_both_changed_a_note_both_states_are_kept(
    project: Project, story: Story, articles: Articles, tmp_path: Path, tables: Tables
) -> None:
    tag = project.tags.all()[0].id
    note = project.annotations.add(story.id, [(articles[0].id, WORD)], [tag], "before")
    path = tmp_path / "bert.reader"
    project.save_copy(path)
    copy = Project.open(path, person=BERT)
    project.annotations.edit_note(note.id, "Ann's word", "visit")
    project.annotations.finish_note("visit")
    copy.annotations.edit_note(note.id, "Bert's word", "visit")
    copy.close()
    merged = project.merge_from(path)
    ((first, second),) = merged.parted
    assert first == note.id
    assert project.annotations.get(first).note == "Bert's word"
    assert project.annotations.get(second).note == "Ann's word"
    assert project.annotations.get(second).tag_ids == (tag,)
    assert project.annotations.get(second).targets == note.targets
    once = tables(project)
    assert project.merge_from(path).parted == ()
    assert tables(project) == once


def test_what_one_undid_later_stays_undone_whichever_is_merged(
    project: Project, story: Story, articles: Articles, tmp_path: Path
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, WORD)])
    project.annotations.set_rating(note.id, rating_id("supported"))
    path = tmp_path / "bert.reader"
    project.save_copy(path)
    copy = Project.open(path, person=BERT)
    project.log.undo()
    assert copy.merge_from(project.path).parted == ()
    assert copy.annotations.get(note.id).rating_id is None
    copy.log.undo()
    assert copy.annotations.get(note.id).rating_id == rating_id("supported")
    copy.close()


def test_newer_versions_of_both_are_kept_and_notes_found_in_the_newest(
    project: Project, copy: Project, story: Story, articles: Articles, make_source: Make
) -> None:
    text = articles[0].article.text
    project.articles.replace(articles[0].id, make_source("First correction.\n" + text))
    mine = project.annotations.add(story.id, [(articles[0].id, Span(22, 27))])
    copy.articles.replace(articles[0].id, make_source("Second and longer correction.\n" + text))
    theirs = copy.annotations.add(story.id, [(articles[0].id, Span(34, 39))])
    copy.close()
    project.merge_from(copy.path)
    read = project.articles.of(story.id)[0]
    assert read.article.text == "Second and longer correction.\n" + text
    assert len(read.versions) == 3
    for note in (mine, theirs):
        (target,) = project.annotations.get(note.id).targets
        assert (target.standing, target.span) == (Standing.FOUND, Span(34, 39))


def test_a_decision_that_was_taken_back_later_stays_away(
    project: Project, story: Story, articles: Articles, tmp_path: Path
) -> None:
    a, b = ((one.id, WORD) for one in articles)
    decision = project.decisions.add(story.id, DecisionKind.REJECTED, a, b)
    path = tmp_path / "bert.reader"
    project.save_copy(path)
    copy = Project.open(path, person=BERT)
    copy.decisions.remove(decision.id)
    copy.merge_from(project.path)
    assert copy.decisions.of(story.id) == ()
    copy.close()
    project.merge_from(path)
    assert project.decisions.of(story.id) == ()


def test_a_project_is_not_merged_with_itself_nor_with_what_is_none(
    project: Project, tmp_path: Path
) -> None:
    with pytest.raises(errors.Refused, match="itself"):
        project.merge_from(project.path)
    (tmp_path / "text.txt").write_text("text")
    with pytest.raises(errors.NotAProject):
        project.merge_from(tmp_path / "text.txt")
    with pytest.raises(errors.NoSuchProject):
        project.merge_from(tmp_path / "none.reader")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("merging")


@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])
@given(data=st.data())
def test_it_does_not_matter_which_is_merged_into_which(
    folder: Path, tables: Tables, data: st.DataObject
) -> None:
    ann, bert = folder / "ann.reader", folder / "bert.reader"
    for path in folder.iterdir():
        path.unlink()
    project = Project.create(ann)
    project.log.connection.db.conn.execute("PRAGMA synchronous = OFF")
    hand = Hand(project, data)
    for _ in range(5):
        hand.change()
    project.save_copy(bert)
    copy = Project.open(bert, person=BERT)
    copy.log.connection.db.conn.execute("PRAGMA synchronous = OFF")
    for one, mark in ((project, "Ann"), (copy, "Bert")):
        hand = Hand(one, data, mark)
        for _ in range(data.draw(st.integers(0, 5))):
            hand.change()
        one.log.undo()  # what is still being typed is a step
        one.log.redo()
    before_ann = shutil.copy(ann, folder / "before-ann.reader")
    project.merge_from(bert)
    merged = tables(project)
    copy.merge_from(Path(before_ann))
    assert merged == tables(copy)
    project.merge_from(bert)
    assert tables(project) == merged
    for one in (project, copy):
        assert replay(one.log.all_events()) == tables(one)
        one.log.undo()
        one.close()
