"""The scale of ratings: edited as one step, kept by notes, merged with another scale."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.annotating.annotation import Person, Rating, StoredArticle, Story
from reader.core.text.span import Span
from reader.store.codebook import first_ratings, rating_id
from reader.store.errors import Refused
from reader.store.project import Project

Articles = tuple[StoredArticle, ...]
BERT = Person("c0ffee00-0000-4000-8000-000000000000", "Bert")
WORD = Span(4, 9)


def names(project: Project) -> list[str]:
    return [rating.name for rating in project.ratings.all()]


def test_a_new_project_has_the_first_scale(project: Project) -> None:
    assert project.ratings.all() == first_ratings()
    assert project.log.undo_name is None


def test_the_scale_is_edited_as_one_step_and_notes_keep_their_rating(
    project: Project, story: Story, articles: Articles
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, WORD)])
    project.annotations.set_rating(note.id, rating_id("misleading"), 70)
    supported, contradicted, unverified, misleading, _ = project.ratings.all()
    renamed = replace(misleading, name=" out of context ", colour="teal", description="Cut.")
    kept = project.ratings.arrange(
        [contradicted, renamed, Rating("new", "satire", "pink"), supported, unverified]
    )
    assert names(project) == [
        *("contradicted", "out of context", "satire", "supported", "unverified", "opinion"),
    ]
    assert kept == project.ratings.all()
    assert [rating.archived for rating in kept] == [False] * 5 + [True]
    assert project.annotations.get(note.id).rating_id == misleading.id
    assert project.log.undo_name == "Edit the scale of ratings"
    project.log.undo()
    assert project.ratings.all() == first_ratings()
    project.log.redo()
    assert project.ratings.all() == kept


def test_arranging_it_as_it_is_leaves_no_step(project: Project) -> None:
    project.ratings.arrange(project.ratings.all())
    assert project.log.undo_name is None


@pytest.mark.parametrize("name", [" ", "Contradicted "])
def test_a_name_is_needed_and_stands_once(project: Project, name: str) -> None:
    first, *others = project.ratings.all()
    with pytest.raises(Refused):
        project.ratings.arrange([replace(first, name=name), *others])
    assert project.ratings.all() == first_ratings()


def test_what_is_left_out_is_archived_and_can_come_back(project: Project) -> None:
    first, *others = project.ratings.all()
    project.ratings.arrange(others)
    assert project.ratings.all()[-1] == replace(first, archived=True, position=4)
    project.ratings.arrange([first, *others])
    assert project.ratings.all() == first_ratings()


def test_uses_are_counted_of_everyone_or_of_one_person(
    project: Project, story: Story, articles: Articles
) -> None:
    for _ in range(2):
        note = project.annotations.add(story.id, [(articles[0].id, WORD)])
        project.annotations.set_rating(note.id, rating_id("opinion"))
    project.annotations.remove([note.id])
    project.close()
    other = Project.open(project.path, person=BERT)
    theirs = other.annotations.add(story.id, [(articles[0].id, WORD)], [other.tags.all()[0].id])
    other.annotations.set_rating(theirs.id, rating_id("opinion"))
    assert other.ratings.uses()[rating_id("opinion")] == 2
    assert other.ratings.uses(person_id=BERT.id)[rating_id("opinion")] == 1
    claim = other.tags.all()[0].id
    assert other.tags.uses()[claim] == 1
    assert other.tags.uses(person_id="somebody else")[claim] == 0
    other.close()


def test_a_rating_that_the_scale_lacks_is_refused(
    project: Project, story: Story, articles: Articles
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, WORD)])
    with pytest.raises(Refused):
        project.annotations.set_rating(note.id, "supported")


def test_a_state_whose_rating_was_undone_comes_back_without_it(
    project: Project, story: Story, articles: Articles
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, WORD)])
    satire = project.ratings.arrange([*project.ratings.all(), Rating("", "satire", "pink")])[-1]
    project.annotations.set_rating(note.id, satire.id, 50)
    rated = project.annotations.history(note.id)[-1].seq
    project.log.undo()
    project.log.undo()
    project.annotations.restore_state(note.id, rated)
    assert project.annotations.get(note.id).rating_id is None
    assert project.annotations.get(note.id).confidence is None


def test_two_scales_are_merged_by_identity_else_by_name(
    project: Project, story: Story, articles: Articles, tmp_path: Path
) -> None:
    path = tmp_path / "bert.reader"
    project.save_copy(path)
    copy = Project.open(path, person=BERT)
    mine = project.ratings.arrange([*project.ratings.all(), Rating("", "Satire", "pink")])[-1]
    first, *others = copy.ratings.all()
    theirs = copy.ratings.arrange(
        [
            *others,
            Rating("", "satire", "brown"),
            Rating("", "half true", "grey"),
            replace(first, name="borne out"),
        ]
    )
    note = copy.annotations.add(story.id, [(articles[0].id, WORD)])
    copy.annotations.set_rating(note.id, theirs[4].id)
    other = copy.annotations.add(story.id, [(articles[1].id, WORD)])
    copy.annotations.set_rating(other.id, theirs[5].id)
    copy.close()
    project.merge_from(path)
    merged = {rating.name: rating.id for rating in project.ratings.all()}
    assert merged.keys() == {
        *("contradicted", "unverified", "misleading", "opinion"),
        *("satire", "half true", "borne out"),
    }
    assert merged["borne out"] == first.id
    assert project.annotations.get(note.id).rating_id == mine.id
    assert project.annotations.get(other.id).rating_id == merged["half true"]
    project.log.undo()
    assert project.ratings.all()[-1] == mine
    project.close()
