"""What is the same thing in two projects: tags that were taken away, stories, versions, people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.annotating.annotation import Person, Standing, StoredArticle, Story
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store.project import Project

Make = Callable[..., Source]
Tables = Callable[[Project], dict[str, dict[str, dict[str, object]]]]
Articles = tuple[StoredArticle, ...]
BERT = Person("c0ffee00-0000-4000-8000-000000000000", "Bert")
WORD = Span(4, 9)


@pytest.fixture
def copy(project: Project, story: Story, articles: Articles, tmp_path: Path) -> Project:
    """Bert's copy of Ann's project, in which one note has two tags."""
    one, two = (tag.id for tag in project.tags.all()[:2])
    project.annotations.add(story.id, [(articles[0].id, WORD)], [one])
    project.annotations.add(story.id, [(articles[1].id, WORD)], [one, two])
    project.save_copy(tmp_path / "bert.reader")
    return Project.open(tmp_path / "bert.reader", person=BERT)


def merged_either_way(
    project: Project, copy: Project, tmp_path: Path, tables: Tables
) -> dict[str, dict[str, dict[str, object]]]:
    """The tables after merging, which must be the same whichever is merged into which."""
    before = tmp_path / "before.reader"
    project.save_copy(before)
    assert project.merge_from(copy.path).parted == ()
    assert copy.merge_from(before).parted == ()
    copy.people.rename_me("Bert B.")  # who merges joins the project
    assert project.merge_from(copy.path).annotations == 0
    result = tables(project)
    assert tables(copy) == result
    copy.close()
    return result


def test_a_tag_that_one_merged_away_does_not_come_back(
    project: Project,
    copy: Project,
    story: Story,
    articles: Articles,
    tmp_path: Path,
    tables: Tables,
) -> None:
    one, two = (tag.id for tag in project.tags.all()[:2])
    child = project.tags.add("child", "blue", parent_id=one)
    project.tags.merge(one, into=two)
    late = copy.annotations.add(story.id, [(articles[0].id, Span(0, 3))], [one], "Bert's")
    under = copy.tags.add("under", "green", parent_id=one)
    merged_either_way(project, copy, tmp_path, tables)
    assert one not in {tag.id for tag in project.tags.all()}
    assert project.tags.get(child.id).parent_id == two
    assert project.tags.get(under.id).parent_id == two
    assert project.annotations.get(late.id).tag_ids == (two,)
    assert all(note.tag_ids == (two,) for note in project.annotations.of(story.id))
    assert len(project.annotations.of(story.id)) == 3
    project.log.undo()
    project.log.undo()
    assert late.id not in {note.id for note in project.annotations.of(story.id)}


def test_a_tag_that_was_merged_twice_over_goes_to_the_last(
    project: Project, copy: Project, story: Story, tmp_path: Path, tables: Tables
) -> None:
    one, two, three = (tag.id for tag in project.tags.all()[:3])
    project.tags.merge(one, into=two)
    project.tags.merge(two, into=three)
    merged_either_way(project, copy, tmp_path, tables)
    assert all(note.tag_ids == (three,) for note in project.annotations.of(story.id))


def test_of_two_merges_into_each_other_the_later_stands(
    project: Project, copy: Project, story: Story, tmp_path: Path, tables: Tables
) -> None:
    one, two = (tag.id for tag in project.tags.all()[:2])
    project.tags.merge(one, into=two)
    copy.tags.merge(two, into=one)
    before = tmp_path / "before.reader"
    project.save_copy(before)
    project.merge_from(copy.path)
    copy.merge_from(before)
    assert tables(project) == tables(copy)
    copy.close()
    assert {one, two} & {tag.id for tag in project.tags.all()} == {one}
    assert {t for note in project.annotations.of(story.id) for t in note.tag_ids} == {one}


def test_a_tag_whose_making_was_undone_stays_only_where_a_note_uses_it(
    project: Project, story: Story, articles: Articles, tmp_path: Path
) -> None:
    spare, used = project.tags.add("spare", "blue"), project.tags.add("used", "red")
    path = tmp_path / "bert.reader"
    project.save_copy(path)
    copy = Project.open(path, person=BERT)
    note = copy.annotations.add(story.id, [(articles[0].id, WORD)], [used.id])
    copy.close()
    project.log.undo()
    project.log.undo()
    project.merge_from(path)
    names = {tag.id for tag in project.tags.all()}
    assert used.id in names
    assert spare.id not in names
    assert project.annotations.get(note.id).tag_ids == (used.id,)


def test_stories_made_apart_are_one_where_most_of_their_articles_are(
    project: Project, story: Story, articles: Articles, make_source: Make, tmp_path: Path
) -> None:
    other = Project.create(tmp_path / "other.reader", person=BERT)
    theirs = other.stories.add("The visit, with a third paper")
    texts = [one.article.text for one in articles]
    added = other.articles.add(theirs.id, [make_source(t) for t in (*texts, "A third paper.")])
    note = other.annotations.add(theirs.id, [(added[1].id, WORD)], note="Bert's")
    alone = other.stories.add("Another event")
    other.articles.add(alone.id, [make_source("Wholly different."), make_source("Also.")])
    other.close()
    merged = project.merge_from(other.path)
    assert (merged.stories, merged.articles) == (1, 3)
    assert len(project.articles.of(story.id)) == 3
    (read,) = project.annotations.of(story.id)
    assert (read.id, read.targets[0].article_id) == (note.id, articles[1].id)


def test_an_article_of_which_one_has_a_newer_version_is_one_article(
    project: Project, story: Story, articles: Articles, make_source: Make, tmp_path: Path
) -> None:
    other = Project.create(tmp_path / "other.reader", person=BERT)
    theirs = other.stories.add("The visit")
    texts = [one.article.text for one in articles]
    added = other.articles.add(theirs.id, [make_source(text) for text in texts])
    note = other.annotations.add(theirs.id, [(added[0].id, WORD)])
    other.close()
    project.articles.replace(articles[0].id, make_source("A correction.\n" + texts[0]))
    merged = project.merge_from(other.path)
    assert (merged.stories, merged.articles) == (0, 0)
    assert len(project.articles.of(story.id)) == 2
    (target,) = project.annotations.get(note.id).targets
    newest = project.articles.get(articles[0].id)
    assert target.article_id == articles[0].id
    assert target.standing is Standing.FOUND
    assert target.span is not None
    assert target.span.of(newest.article.text) == WORD.of(texts[0])


def test_a_note_that_one_untagged_stays_untagged(
    project: Project, story: Story, articles: Articles, tmp_path: Path
) -> None:
    tag = project.tags.all()[0].id
    note = project.annotations.add(story.id, [(articles[0].id, WORD)], [tag])
    path = tmp_path / "copy.reader"
    project.save_copy(path)
    project.annotations.set_tags(note.id, ())
    merged = project.merge_from(path)
    assert merged.parted == ()
    assert project.annotations.get(note.id).tag_ids == ()
