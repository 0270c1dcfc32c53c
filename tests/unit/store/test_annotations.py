"""Annotations, their notes while typed, their history, relations, tags and people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.core.annotating.annotation import (
    DecisionKind,
    Evidence,
    Person,
    RelationKind,
    ReviewState,
    Standing,
    Status,
    StoredArticle,
    Story,
)
from reader.core.difference.divergence import DivergenceKind
from reader.core.options import Options
from reader.core.text.article import Role
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store import errors
from reader.store.codebook import rating_id
from reader.store.project import Project

Articles = tuple[StoredArticle, ...]
WORD = Span(4, 9)


def test_everything_about_an_annotation_is_there_after_opening_again(
    project: Project, story: Story, articles: Articles
) -> None:
    first, second = articles
    tag_ids = [tag.id for tag in project.tags.all()[3:0:-1]]
    note = project.annotations.add(
        story.id, [(first.id, WORD), (second.id, WORD)], tag_ids, "a *note*"
    )
    project.annotations.set_rating(note.id, rating_id("unverified"), 30)
    project.annotations.set_status(note.id, Status.CHECKED)
    evidence = (Evidence("https://example.org/a", "A", "so", "2022-05-24"), Evidence("file.pdf"))
    project.annotations.set_evidence(note.id, (*evidence, Evidence("third")))
    project.annotations.set_evidence(note.id, evidence)
    project.close()
    again = Project.open(project.path)
    (read,) = again.annotations.of(story.id)
    assert read == again.annotations.get(note.id)
    assert [target.span for target in read.targets] == [WORD, WORD]
    assert [target.article_id for target in read.targets] == [first.id, second.id]
    assert [target.anchor.quote for target in read.targets] == ["visit", "visit"]
    assert read.tag_ids == tuple(tag_ids)
    assert (read.note, read.confidence) == ("a *note*", 30)
    assert read.rating_id == rating_id("unverified")
    assert read.status is Status.CHECKED
    assert read.evidence == evidence
    assert read.person_id == again.people.me().id
    assert read.created < read.changed
    again.close()


def test_an_annotation_is_on_something(project: Project, story: Story, articles: Articles) -> None:
    with pytest.raises(ValueError, match="at least one span"):
        project.annotations.add(story.id, [])
    with pytest.raises(ValueError, match="outside"):
        project.annotations.add(story.id, [(articles[0].id, Span(5, 5000))])
    with pytest.raises(ValueError, match="100"):
        project.annotations.set_rating("any", rating_id("supported"), 101)
    with pytest.raises(errors.Refused):
        project.annotations.get("no such note")
    assert project.annotations.of(story.id) == ()


def test_a_whole_visit_to_a_note_is_one_step(
    project: Project, story: Story, articles: Articles
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, WORD)], note="old")
    steps = len(project.log.changes())
    for typed in ("n", "ne", "new", "new text"):
        project.annotations.edit_note(note.id, typed, "first visit")
        assert project.annotations.get(note.id).note == typed
        assert project.annotations.of(story.id)[0].note == typed
    assert len(project.log.changes()) == steps
    project.annotations.finish_note("first visit")
    assert len(project.log.changes()) == steps + 1
    project.annotations.edit_note(note.id, "newer text", "second visit")
    project.annotations.finish_note("second visit")
    project.annotations.finish_note("second visit")
    project.annotations.finish_note("never begun")
    assert len(project.log.changes()) == steps + 2
    project.log.undo()
    assert project.annotations.get(note.id).note == "new text"
    project.log.undo()
    assert project.annotations.get(note.id).note == "old"


def test_undo_while_typing_takes_the_typing_back_and_redo_brings_it_again(
    project: Project, story: Story, articles: Articles
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, WORD)], note="old")
    project.annotations.edit_note(note.id, "typed", "visit")
    undone = project.log.undo()
    assert undone is not None
    assert undone.name == "Edit note"
    assert project.annotations.get(note.id).note == "old"
    project.log.redo()
    assert project.annotations.get(note.id).note == "typed"


def test_a_visit_that_ends_where_it_began_is_no_step(
    project: Project, story: Story, articles: Articles
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, WORD)], note="same")
    steps = len(project.log.changes())
    project.annotations.edit_note(note.id, "same but", "visit")
    project.annotations.edit_note(note.id, "same", "visit")
    project.annotations.finish_note("visit")
    assert len(project.log.changes()) == steps
    assert project.log.undo_name == "Add note"


def test_what_was_typed_before_a_crash_is_shown_and_becomes_a_step(
    project: Project, story: Story, articles: Articles
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, WORD)], note="old")
    project.annotations.edit_note(note.id, "typed and not left", "visit")
    project.close()
    before = project.path.read_bytes()
    again = Project.open(project.path)
    assert again.annotations.get(note.id).note == "typed and not left"
    assert again.search("not left")
    assert project.path.read_bytes() == before
    again.stories.rename(story.id, "Other")
    assert [change.name for change in again.log.changes(2)] == ["Rename story “Other”", "Edit note"]
    again.log.undo()
    again.log.undo()
    assert again.annotations.get(note.id).note == "old"
    again.close()


def test_a_note_keeps_what_a_database_cannot(
    project: Project, story: Story, articles: Articles
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, WORD)])
    project.annotations.edit_note(note.id, "half \ud83d an emoji\0", "visit")
    project.annotations.finish_note("visit")
    assert project.annotations.get(note.id).note == "half � an emoji�"


def test_deleted_annotations_are_listed_and_brought_back(
    project: Project, story: Story, articles: Articles
) -> None:
    notes = [
        project.annotations.add(story.id, [(articles[0].id, WORD)], note=name) for name in "abc"
    ]
    project.annotations.remove([notes[0].id, notes[2].id])
    assert [note.note for note in project.annotations.of(story.id)] == ["b"]
    assert [note.note for note in project.annotations.removed(story.id)] == ["a", "c"]
    assert len(project.search("visit")) == 3  # two articles, one quote
    project.annotations.restore([notes[0].id])
    assert project.annotations.of(story.id) == (notes[0], notes[1])


def test_the_history_of_an_annotation_is_read_and_any_state_restored(
    project: Project, story: Story, articles: Articles
) -> None:
    claim, figure = (tag.id for tag in project.tags.all()[:2])
    note = project.annotations.add(story.id, [(articles[0].id, WORD)], [claim], "one")
    other = project.annotations.add(story.id, [(articles[0].id, WORD)], [claim], "another's")
    project.annotations.set_tags(note.id, [figure])
    project.annotations.edit_note(note.id, "two", "visit")
    project.annotations.finish_note("visit")
    project.annotations.set_evidence(note.id, [Evidence("file.pdf")])
    project.annotations.remove([note.id])
    history = project.annotations.history(note.id)
    names = ["Tag “claim”", "Tag “figure”", "Edit note", "Edit evidence", "Delete note"]
    assert [entry.change.name for entry in history] == names
    assert [entry.removed for entry in history] == [False] * 4 + [True]
    states = [entry.state for entry in history]
    assert states[0] == note
    assert states[1] is not None
    assert (states[1].tag_ids, states[1].note) == ((figure,), "one")
    project.annotations.restore_state(note.id, history[1].seq)
    restored = project.annotations.get(note.id)
    assert (restored.tag_ids, restored.note, restored.evidence) == ((figure,), "one", ())
    assert restored in project.annotations.of(story.id)
    project.annotations.restore_state(note.id, history[3].seq)
    assert project.annotations.get(note.id).evidence == (Evidence("file.pdf"),)
    assert project.annotations.get(other.id) == other
    project.log.undo()
    assert project.annotations.get(note.id) == restored
    with pytest.raises(errors.Refused):
        project.annotations.restore_state(note.id, 1)


def test_a_state_whose_tag_was_merged_since_is_restored_without_it(
    project: Project, story: Story, articles: Articles
) -> None:
    claim, figure = (tag.id for tag in project.tags.all()[:2])
    note = project.annotations.add(story.id, [(articles[0].id, WORD)], [claim], "one")
    project.annotations.set_rating(note.id, rating_id("supported"))
    project.tags.merge(claim, figure)
    first = project.annotations.history(note.id)[0]
    project.annotations.restore_state(note.id, first.seq)
    restored = project.annotations.get(note.id)
    assert (restored.note, restored.rating_id, restored.tag_ids) == ("one", None, ())


def test_relations_are_made_once_and_hidden_with_a_deleted_note(
    project: Project, story: Story, articles: Articles
) -> None:
    a, b = (project.annotations.add(story.id, [(one.id, WORD)]) for one in articles)
    relation = project.annotations.relate(a.id, b.id, RelationKind.CONTRADICTS)
    assert project.annotations.relate(a.id, b.id, RelationKind.CONTRADICTS) == relation
    assert project.annotations.relations(story.id) == (relation,)
    project.annotations.remove([b.id])
    assert project.annotations.relations(story.id) == ()
    project.log.undo()
    project.annotations.unrelate(relation.id)
    assert project.annotations.relations(story.id) == ()
    project.log.undo()
    assert project.annotations.relations(story.id) == (relation,)
    with pytest.raises(errors.Refused, match="itself"):
        project.annotations.relate(a.id, a.id, RelationKind.QUOTES)


def test_the_codebook_is_a_tree_with_names_and_keys_of_its_own(project: Project) -> None:
    claim = project.tags.all()[0]
    child = project.tags.add("indirect claim", "brown", hotkey="1", parent_id=claim.id)
    assert project.tags.get(claim.id).hotkey is None
    assert child.hotkey == "1"
    with pytest.raises(errors.Refused, match="already a tag"):
        project.tags.add("CLAIM", "blue")
    project.tags.add("claim", "blue", parent_id=claim.id)
    with pytest.raises(errors.Refused, match="below itself"):
        project.tags.edit(claim.id, parent_id=child.id)
    with pytest.raises(errors.Refused, match="needs a name"):
        project.tags.edit(claim.id, name="  ")
    edited = project.tags.edit(claim.id, name="statement", colour="red", archived=True)
    assert edited == project.tags.get(claim.id)
    assert (edited.name, edited.colour, edited.archived) == ("statement", "red", True)
    project.log.undo()
    assert project.tags.get(claim.id).name == "claim"


def test_merging_tags_keeps_every_note_and_every_child(
    project: Project, story: Story, articles: Articles
) -> None:
    claim, figure = project.tags.all()[:2]
    child = project.tags.add("number", "green", parent_id=claim.id)
    one = project.annotations.add(story.id, [(articles[0].id, WORD)], [claim.id])
    both = project.annotations.add(story.id, [(articles[0].id, WORD)], [claim.id, figure.id])
    project.tags.merge(claim.id, figure.id)
    assert project.annotations.get(one.id).tag_ids == (figure.id,)
    assert project.annotations.get(both.id).tag_ids == (figure.id,)
    assert project.tags.get(child.id).parent_id == figure.id
    assert project.tags.uses()[figure.id] == 2
    project.annotations.remove([one.id])
    assert project.tags.uses()[figure.id] == 1
    project.tags.merge(figure.id, child.id)
    assert project.tags.get(child.id).parent_id is None
    with pytest.raises(errors.Refused, match="itself"):
        project.tags.merge(child.id, child.id)


def test_a_tag_used_twice_on_a_note_is_there_once(
    project: Project, story: Story, articles: Articles
) -> None:
    claim, figure = (tag.id for tag in project.tags.all()[:2])
    note = project.annotations.add(story.id, [(articles[0].id, WORD)], [claim, figure, claim])
    assert note.tag_ids == (claim, figure)
    project.annotations.set_tags(note.id, [figure, claim])
    assert project.annotations.get(note.id).tag_ids == (figure, claim)
    assert project.log.undo_name == "Order tags"


def test_each_person_keeps_their_notes_under_whatever_name(
    project: Project, story: Story, articles: Articles
) -> None:
    mine = project.annotations.add(story.id, [(articles[0].id, WORD)], note="Ann's")
    project.close()
    bert = Person("c0ffee00-0000-4000-8000-000000000000", "Bert")
    again = Project.open(project.path, person=bert)
    assert again.people.me() == bert
    assert len(again.people.all()) == 1
    theirs = again.annotations.add(story.id, [(articles[0].id, WORD)], note="Bert's")
    again.people.rename_me("Bert B.")
    assert {person.name for person in again.people.all()} == {"Ann", "Bert B."}
    assert again.annotations.of(story.id, person_id=bert.id) == (theirs,)
    assert again.annotations.of(story.id, person_id=mine.person_id) == (mine,)
    assert again.log.changes(1)[0].person == Person(bert.id, "Bert B.")
    again.log.undo()
    again.log.undo()
    assert again.log.undo_name == "Add note"
    assert len(again.people.all()) == 2
    again.close()


def test_reviews_and_decisions_are_known_by_their_places(
    project: Project, story: Story, articles: Articles, make_source: Callable[..., Source]
) -> None:
    here, there = (articles[0].id, Span(0, 26)), (articles[1].id, Span(0, 24))
    review = project.reviews.set(story.id, [here, there], ReviewState.SEEN)
    again = project.reviews.set(story.id, [there, here], ReviewState.NEEDS_A_CALL)
    assert again.id == review.id
    assert project.reviews.of(story.id) == (again,)
    project.reviews.set(story.id, [here], ReviewState.CHECKED)
    assert len(project.reviews.of(story.id)) == 2

    rejected = project.decisions.add(story.id, DecisionKind.REJECTED, there, here)
    accepted = project.decisions.add(story.id, DecisionKind.ACCEPTED, here, there)
    assert accepted.id == rejected.id
    assert project.decisions.of(story.id) == (accepted,)
    project.decisions.remove(accepted.id)
    assert project.decisions.of(story.id) == ()
    project.log.undo()
    project.articles.replace(articles[0].id, make_source("All of it is another text."))
    (decision,) = project.decisions.of(story.id)
    assert {decision.a.standing, decision.b.standing} == {Standing.LOST, Standing.FOUND}
    with pytest.raises(ValueError, match="at least one reading"):
        project.reviews.set(story.id, [], ReviewState.SEEN)


def test_decisions_are_listed_by_the_step_that_made_them(
    project: Project, story: Story, articles: Articles
) -> None:
    def place(article: int, start: int) -> tuple[str, Span]:
        return articles[article].id, Span(start, start + 3)

    rejected, made = DecisionKind.REJECTED, DecisionKind.MADE
    with project.log.change("Take reading out"):
        for start in (0, 4, 8):
            project.decisions.add(story.id, rejected, place(0, start), place(1, start))
    project.decisions.add(story.id, made, place(0, 12), place(1, 12))

    def told() -> list[tuple[str, int]]:
        steps = project.decisions.steps(story.id)
        return [(step.name, len(step.decisions)) for step in steps]

    both = [("Take reading out", 3), ("Link selections", 1)]
    assert told() == both
    project.log.undo()
    project.log.undo()
    assert told() == []
    project.log.redo()
    project.log.redo()
    assert told() == both
    project.decisions.remove(project.decisions.of(story.id)[0].id)
    assert told() == [("Take reading out", 2), ("Link selections", 1)]
    project.log.undo()
    assert told() == both
    project.decisions.add(story.id, DecisionKind.ACCEPTED, place(0, 0), place(1, 0))
    assert sorted(told()) == [("Accept link", 1), ("Link selections", 1), ("Take reading out", 2)]


def test_options_belong_to_a_story(project: Project, story: Story) -> None:
    other = project.stories.add("Other")
    chosen = Options(8, frozenset({Role.BODY}), frozenset({DivergenceKind.FIGURE}), 0.6, 0.1)
    project.options.set(story.id, chosen)
    assert project.options.get(story.id) == chosen
    assert project.options.get(other.id) == Options()
    project.log.undo()
    assert project.options.get(story.id) == Options()


def test_a_note_gains_words_of_another_article_and_loses_them_again(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    first, second = articles
    note = project.annotations.add(story.id, [(first.id, Span(4, 9))])
    project.annotations.add_targets(note.id, [(second.id, Span(4, 9)), (first.id, Span(4, 9))])
    found = project.annotations.get(note.id).targets
    assert [(t.article_id, t.span) for t in found] == [
        (first.id, Span(4, 9)),
        (second.id, Span(4, 9)),
    ]
    assert project.log.undo_name == "Add words to note"
    project.annotations.drop_target(note.id, 0)
    assert [t.article_id for t in project.annotations.get(note.id).targets] == [second.id]
    with pytest.raises(errors.Refused):
        project.annotations.drop_target(note.id, 0)
    project.log.undo()
    assert project.annotations.get(note.id).targets == found
    project.log.undo()
    assert project.annotations.get(note.id) == note


def test_words_that_a_note_has_already_are_no_step(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, Span(4, 9))])
    before = project.log.undo_name
    project.annotations.add_targets(note.id, [(articles[0].id, Span(4, 9))])
    assert project.log.undo_name == before
