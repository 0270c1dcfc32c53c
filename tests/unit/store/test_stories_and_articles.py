"""Stories, their articles, versions and corrected roles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reader.core.annotating.annotation import (
    DecisionKind,
    ReviewState,
    Standing,
    StoredArticle,
    Story,
)
from reader.core.text.article import Block, Role
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store import errors
from reader.store.project import Project

Make = Callable[..., Source]


def test_articles_come_back_as_they_were_given(
    project: Project, story: Story, make_source: Make
) -> None:
    text = "\u00a0Two  spaces, “curly”, 😀 and a tab\t.\n\n"
    source = make_source(text, "b.txt", title="T", outlet="O", published=date(2022, 5, 24))
    (stored,) = project.articles.add(story.id, [source], why=["It has odd spaces."])
    project.close()
    again = Project.open(project.path)
    (read,) = again.articles.of(story.id)
    assert read == stored
    assert read.article == source.article
    assert read.why == "It has odd spaces."
    assert read.source == "b.txt"
    assert again.articles.raw(read.versions[0]) == text.encode()
    assert again.articles.text(read.article.sha256) == text
    again.close()


def test_importing_twice_doubles_nothing(
    project: Project, story: Story, articles: tuple[StoredArticle, ...], make_source: Make
) -> None:
    same = make_source(articles[0].article.text, "other-name.txt")
    new = make_source("Something new.")
    added = project.articles.add(story.id, [same, new, new])
    assert added[0] == articles[0]
    assert added[1] == added[2]
    assert len(project.articles.of(story.id)) == 3
    project.articles.add(story.id, [same])
    assert project.log.undo_name == "Add 3 articles"


def test_a_removed_article_that_is_imported_again_comes_back_with_its_notes(
    project: Project, story: Story, articles: tuple[StoredArticle, ...], make_source: Make
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, Span(4, 9))], note="mine")
    project.articles.remove(articles[0].id)
    (lost,) = project.annotations.of(story.id)
    assert lost.targets[0].standing is Standing.LOST
    assert lost.targets[0].span is None
    assert lost.targets[0].anchor.quote == "visit"
    project.articles.add(story.id, [make_source(articles[0].article.text)])
    assert project.annotations.of(story.id) == (note,)
    assert [one.id for one in project.articles.of(story.id)] == [one.id for one in articles]


def test_articles_are_moved_and_edited(
    project: Project, story: Story, articles: tuple[StoredArticle, ...], make_source: Make
) -> None:
    third = project.articles.add(story.id, [make_source("Third.")])[0]
    project.articles.move(third.id, 0)
    order = [third.id, articles[0].id, articles[1].id]
    assert [one.id for one in project.articles.of(story.id)] == order
    project.articles.edit(third.id, published=date(2022, 5, 24), outlet="Paper")
    edited = project.articles.get(third.id).article
    assert (edited.published, edited.outlet, edited.name) == (date(2022, 5, 24), "Paper", "a.txt")
    project.articles.edit(third.id, published=None)
    assert project.articles.get(third.id).article.published is None


def test_a_removed_story_comes_back_whole(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, Span(4, 9))], note="mine")
    project.stories.remove(story.id)
    assert project.stories.all() == ()
    assert project.search("visit") == ()
    project.log.undo()
    assert project.stories.all() == (story,)
    assert project.articles.of(story.id) == articles
    assert project.annotations.of(story.id) == (note,)
    assert len(project.search("visit")) == 3


def test_texts_that_were_only_looked_at_leave_nothing_behind(
    project: Project, story: Story, articles: tuple[StoredArticle, ...], make_source: Make
) -> None:
    looked = project.stories.add("Just looking", kept=False)
    shared, only_here = make_source(articles[0].article.text), make_source("Only here.")
    project.articles.add(looked.id, [shared, only_here])
    some = project.articles.of(looked.id)[0]
    project.articles.correct_roles(some.id, (Block(Span(0, 3), Role.HEADLINE),))
    project.reviews.set(looked.id, [(some.id, Span(0, 3))], ReviewState.SEEN)
    assert project.stories.drop_unkept() == (looked.id,)
    assert project.stories.all() == (story,)
    rows = project.log.connection.rows("SELECT text FROM text")
    assert {row["text"] for row in rows} == {one.article.text for one in articles}
    assert project.search("only here") == ()
    assert project.articles.of(story.id) == articles
    assert project.log.undo_name == "Add 2 articles"
    project.log.undo()
    assert project.log.redo() is not None
    assert project.stories.drop_unkept() == ()


@pytest.mark.parametrize("what", ["note", "decision", "review", "request"])
def test_texts_in_which_something_was_noted_are_kept(
    project: Project, make_source: Make, what: str
) -> None:
    story = project.stories.add("Just looking", kept=False)
    a, b = project.articles.add(story.id, [make_source("One text."), make_source("Another.")])
    here, there = (a.id, Span(0, 3)), (b.id, Span(0, 3))
    match what:
        case "note":
            project.annotations.add(story.id, [here])
        case "decision":
            project.decisions.add(story.id, DecisionKind.REJECTED, here, there)
        case "review":
            project.reviews.set(story.id, [here, there], ReviewState.CHECKED)
        case _:
            project.stories.keep(story.id)
    assert project.stories.all()[0].kept
    assert project.stories.drop_unkept() == ()
    assert len(project.articles.of(story.id)) == 2
    project.log.undo()
    assert not project.stories.all()[0].kept


def test_a_taken_back_note_keeps_the_texts_so_that_it_can_be_made_again(
    project: Project, make_source: Make
) -> None:
    story = project.stories.add("Just looking", kept=False)
    (a,) = project.articles.add(story.id, [make_source("One text.")])
    project.annotations.add(story.id, [(a.id, Span(0, 3))], note="mine")
    project.log.undo()
    assert project.stories.drop_unkept() == ()
    project.log.redo()
    assert project.annotations.of(story.id)[0].note == "mine"


def test_a_newer_version_says_of_each_note_what_became_of_it(
    project: Project, story: Story, make_source: Make
) -> None:
    old = (
        "The council met on Tuesday to vote.\n"
        "Team Alpha lost the final in the rain.\n"
        "Nobody was hurt in the accident near the harbour."
    )
    new = (
        "Correction added later.\n"
        "The council met on Tuesday to vote.\n"
        "Nobody was badly hurt in the accident near the old harbour."
    )
    (stored,) = project.articles.add(story.id, [make_source(old)])

    def note_on(words: str) -> str:
        at = old.index(words)
        return project.annotations.add(story.id, [(stored.id, Span(at, at + len(words)))]).id

    kept, lost, moved = (
        note_on("met on Tuesday"),
        note_on("Team Alpha lost the final in the rain"),
        note_on("Nobody was hurt in the accident near the harbour"),
    )
    replacement = project.articles.replace(stored.id, make_source(new))
    assert replacement.standings[kept] is Standing.FOUND
    assert replacement.standings[lost] in (Standing.LOST, Standing.REVIEW)
    assert replacement.standings[moved] in (Standing.MOVED, Standing.REVIEW)
    (target,) = project.annotations.get(kept).targets
    assert target.span is not None
    assert target.span.of(new) == "met on Tuesday"
    assert len(project.annotations.of(story.id)) == 3
    (quote,) = project.annotations.get(lost).targets
    assert quote.anchor.quote == "Team Alpha lost the final in the rain"
    newest = project.articles.get(stored.id)
    assert newest.article.text == new
    assert [project.articles.text(version) for version in newest.versions] == [old, new]
    project.log.undo()
    assert project.articles.get(stored.id) == stored
    assert {target.standing for one in project.annotations.of(story.id) for target in one.targets
            } == {Standing.FOUND}  # fmt: skip


def test_a_moved_note_is_accepted_where_it_is_now(
    project: Project, story: Story, make_source: Make
) -> None:
    old = "First words here. The mayor said that 40 people had come to the hall. Last words."
    new = "First words here. The mayor said that 42 people had come to the hall. Last words."
    (stored,) = project.articles.add(story.id, [make_source(old)])
    words = "The mayor said that 40 people had come to the hall"
    at = old.index(words)
    note = project.annotations.add(story.id, [(stored.id, Span(at, at + len(words)))])
    project.articles.replace(stored.id, make_source(new))
    (target,) = project.annotations.get(note.id).targets
    assert target.standing in (Standing.MOVED, Standing.REVIEW)
    project.annotations.accept_move(note.id, 0)
    (accepted,) = project.annotations.get(note.id).targets
    assert accepted.standing is Standing.FOUND
    assert accepted.anchor.quote == words.replace("40", "42")
    assert accepted.anchor.sha256 == project.articles.get(stored.id).article.sha256


def test_a_lost_note_has_no_place_to_accept(
    project: Project, story: Story, articles: tuple[StoredArticle, ...], make_source: Make
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, Span(27, 66))])
    project.articles.replace(articles[0].id, make_source("Nothing of it is left."))
    with pytest.raises(errors.Refused, match="not found again"):
        project.annotations.accept_move(note.id, 0)
    project.annotations.retarget(note.id, [(articles[0].id, Span(0, 7))])
    assert project.annotations.get(note.id).targets[0].anchor.quote == "Nothing"


def test_the_same_text_is_no_new_version(
    project: Project, articles: tuple[StoredArticle, ...], make_source: Make
) -> None:
    replacement = project.articles.replace(articles[0].id, make_source(articles[0].article.text))
    assert replacement.standings == {}
    assert project.articles.get(articles[0].id) == articles[0]


def test_corrected_roles_are_kept_and_follow_to_a_newer_version(
    project: Project, articles: tuple[StoredArticle, ...], make_source: Make
) -> None:
    text = articles[0].article.text
    blocks = (Block(Span(0, 26), Role.HEADLINE), Block(Span(27, 66), Role.CAPTION))
    project.articles.correct_roles(articles[0].id, blocks)
    assert project.articles.get(articles[0].id).article.roles == blocks
    project.articles.correct_roles(articles[0].id, blocks[:1])
    assert project.articles.get(articles[0].id).article.roles == blocks[:1]
    project.articles.replace(articles[0].id, make_source("New line.\n" + text))
    (block,) = project.articles.get(articles[0].id).article.roles
    assert block == Block(Span(10, 36), Role.HEADLINE)
    with pytest.raises(ValueError, match="outside"):
        project.articles.correct_roles(articles[0].id, (Block(Span(0, 9999), Role.BODY),))


def test_adding_to_a_story_that_is_gone_is_refused(project: Project, make_source: Make) -> None:
    with pytest.raises(errors.Refused, match="no longer in the project"):
        project.articles.add("no such story", [make_source("Text.")])
    assert project.log.connection.rows("SELECT 1 FROM text") == []


def test_a_copy_is_whole_and_never_replaces_the_project_itself(
    project: Project, story: Story, articles: tuple[StoredArticle, ...], tmp_path: Path
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, Span(4, 9))])
    project.annotations.edit_note(note.id, "still being typed", "visit")
    copy_path = tmp_path / "copy.reader"
    copy_path.write_text("an older copy")
    project.save_copy(copy_path)
    copy = Project.open(copy_path)
    assert copy.annotations.get(note.id).note == "still being typed"
    assert copy.articles.of(story.id) == articles
    copy.stories.rename(story.id, "In the copy")
    copy.close()
    assert project.stories.all() == (story,)
    before = project.path.read_bytes()
    (tmp_path / "link.reader").symlink_to(project.path)
    for itself in (project.path, tmp_path / "link.reader"):
        with pytest.raises(errors.AlreadyThere):
            project.save_copy(itself)
    assert project.path.read_bytes() == before


def test_a_copy_into_nowhere_leaves_nothing(project: Project, tmp_path: Path) -> None:
    with pytest.raises(errors.Unreadable):
        project.save_copy(tmp_path / "no such folder" / "copy.reader")
    assert [one.name for one in tmp_path.iterdir()] == [project.path.name]


def test_every_version_is_listed_with_its_encoding_and_its_day(
    project: Project, articles: tuple[StoredArticle, ...], make_source: Make
) -> None:
    newer = make_source("A newer text.")
    project.articles.replace(articles[0].id, replace(newer, encoding="cp1252"))
    old, new = project.articles.versions(articles[0].id)
    assert (old.sha256, old.encoding) == (articles[0].article.sha256, "utf-8")
    assert (new.sha256, new.encoding) == (newer.article.sha256, "cp1252")
    assert old.added < new.added
    assert project.articles.versions("no such article") == ()
