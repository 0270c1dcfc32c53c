"""What other tools' users lost, each fault a test that it cannot happen here.

Where a fault can only show elsewhere, its test stands there: notes that are typed while another is
chosen in `tests/gui/panels/test_note_panel.py`, what is written while only a part is shown in
`tests/gui/ui/test_note_commands.py`, kappa's chance term in `tests/unit/core/test_curation.py`,
hostile codebook files in `tests/unit/importers/test_codebook.py`, lookalike sentences under random
edits in `tests/unit/core/test_anchor_laws.py`, two people's disagreements in
`tests/gui/ui/test_two_people.py`. Whole projects are read from no foreign format (.qdpx).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.core.annotating.annotation import Person, Standing, StoredArticle, Story
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store.project import Project

Make = Callable[..., Source]
Articles = tuple[StoredArticle, ...]


def test_notes_do_not_drift_after_an_emoji(
    project: Project, story: Story, make_source: Make
) -> None:
    text = "😀 one 👩‍👩‍👧 two \u00a0three مرحبا four 𝒳five"
    (stored,) = project.articles.add(story.id, [make_source(text)])
    words = ["one", "👩‍👩‍👧", "\u00a0", "مرحبا", "𝒳", "five"]
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in words]
    for span in spans:
        project.annotations.add(story.id, [(stored.id, span)])
    project.close()
    again = Project.open(project.path)
    read = again.articles.of(story.id)[0].article.text
    targets = [target for note in again.annotations.of(story.id) for target in note.targets]
    assert [target.span.of(read) for target in targets if target.span] == words
    assert [target.anchor.quote for target in targets] == words
    again.close()


def test_saving_a_note_never_overwrites_the_text(
    project: Project, story: Story, articles: Articles
) -> None:
    raw = [project.articles.raw(one.versions[0]) for one in articles]
    note = project.annotations.add(story.id, [(articles[0].id, Span(4, 9))], note="x")
    project.annotations.edit_note(note.id, "y", "visit")
    project.annotations.finish_note("visit")
    project.articles.edit(articles[0].id, title="Another title")
    project.annotations.remove([note.id])
    read = project.articles.of(story.id)
    assert [one.article.text for one in read] == [one.article.text for one in articles]
    assert [project.articles.raw(one.versions[0]) for one in read] == raw


def test_clearing_one_note_deletes_nobody_elses(
    project: Project, story: Story, articles: Articles
) -> None:
    here = [(articles[0].id, Span(4, 9))]
    mine = project.annotations.add(story.id, here, note="Ann's")
    project.close()
    again = Project.open(project.path, person=Person("c0ffee00", "Bert"))
    theirs = again.annotations.add(story.id, here, note="Bert's")
    again.annotations.edit_note(theirs.id, "", "visit")
    again.annotations.finish_note("visit")
    again.annotations.remove([theirs.id])
    assert again.annotations.of(story.id) == (mine,)
    again.close()


def test_a_note_lands_in_the_article_it_was_written_for(
    project: Project, story: Story, articles: Articles
) -> None:
    first = project.annotations.add(story.id, [(articles[0].id, Span(4, 9))])
    second = project.annotations.add(story.id, [(articles[1].id, Span(4, 9))])
    project.annotations.edit_note(first.id, "for the fi", "visit to the first")
    project.annotations.edit_note(second.id, "for the second", "visit to the second")
    project.annotations.edit_note(first.id, "for the first", "visit to the first")
    project.annotations.finish_note("visit to the second")
    project.annotations.finish_note("visit to the first")
    assert project.annotations.get(first.id).note == "for the first"
    assert project.annotations.get(second.id).note == "for the second"


def test_merely_looking_does_not_rewrite_the_file(
    project: Project, story: Story, articles: Articles
) -> None:
    project.close()
    before = project.path.read_bytes()
    again = Project.open(project.path, person=Person("c0ffee00", "Bert"))
    again.articles.of(story.id)
    again.search("visit")
    assert again.stories.drop_unkept() == ()
    again.annotations.finish_note("no visit")
    again.close()
    assert project.path.read_bytes() == before


def test_taking_a_tag_away_makes_no_highlight_vanish(
    project: Project, story: Story, articles: Articles
) -> None:
    claim, figure = (tag.id for tag in project.tags.all()[:2])
    note = project.annotations.add(story.id, [(articles[0].id, Span(4, 9))], [claim])
    project.tags.archive(claim)
    assert project.annotations.of(story.id) == (note,)
    project.tags.merge(claim, figure)
    (read,) = project.annotations.of(story.id)
    assert (read.targets, read.tag_ids) == (note.targets, (figure,))


def test_merged_notes_are_visible_when_the_name_differs(
    project: Project, story: Story, articles: Articles, tmp_path: Path
) -> None:
    path = tmp_path / "copy.reader"
    project.save_copy(path)
    copy = Project.open(path, person=Person("c0ffee00", "bert@work"))
    copy.annotations.add(story.id, [(articles[0].id, Span(4, 9))], note="from work")
    copy.people.rename_me("Bert B.")
    copy.close()
    project.merge_from(path)
    (note,) = project.annotations.of(story.id)
    assert note.note == "from work"
    assert Person(note.person_id, "Bert B.") in project.people.all()


def test_importing_twice_doubles_nothing(
    project: Project, story: Story, articles: Articles, make_source: Make, tmp_path: Path
) -> None:
    project.annotations.add(story.id, [(articles[0].id, Span(4, 9))])
    project.articles.add(story.id, [make_source(one.article.text) for one in articles])
    project.save_copy(tmp_path / "copy.reader")
    project.merge_from(tmp_path / "copy.reader")
    assert len(project.stories.all()) == 1
    assert len(project.articles.of(story.id)) == 2
    assert len(project.annotations.of(story.id)) == 1
    assert len(project.tags.all()) == 8


def test_a_note_never_settles_on_a_lookalike_sentence(
    project: Project, story: Story, make_source: Make
) -> None:
    old = "Team Alpha won the first match on Monday.\nTeam Beta won the first match on Monday.\n"
    new = "Team Beta won the first match on Monday.\nThe hall was full.\n"
    (stored,) = project.articles.add(story.id, [make_source(old)])
    words = "Team Alpha won the first match on Monday."
    note = project.annotations.add(story.id, [(stored.id, Span(0, len(words)))])
    project.articles.replace(stored.id, make_source(new))
    (target,) = project.annotations.get(note.id).targets
    assert target.standing in (Standing.REVIEW, Standing.LOST)
    assert target.span is None
    assert target.anchor.quote == words


def test_an_open_transaction_never_swallows_later_work(project: Project, story: Story) -> None:
    """sqlite-utils 3 left transactions open after a failure, and all later work was lost."""
    connection = project.log.connection.db.conn
    connection.execute("BEGIN")
    connection.execute("UPDATE story SET title = 'left open'")
    project.stories.rename(story.id, "Saved")
    assert not connection.in_transaction
    other = Project.open(project.path)
    assert [one.title for one in other.stories.all()] == ["Saved"]
    assert other.log.undo_name == "Rename story “Saved”"
    other.close()
