"""Search: what is in is found, whatever is typed is legal."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.annotating.annotation import StoredArticle, Story
from reader.core.text.article import Article
from reader.core.text.canonical import canonical
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store.project import Project
from reader.store.search import HitKind, excerpt, parse
from reader.store.search_index import fold, fold_with_origins

TEXT = (
    "The naïve café owner said: “Don’t go to Zürich”.\n"
    "新疆维吾尔自治区的官员说,他们会来。\n"
    "قَالَ المسؤول إن الزيارة بدأت\n"
    "10\u00a0million people, in Straße\u00ad nbau, がくせい, 한국어 and e\u0301t\u00e9."
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cafe", "café"),
        ("CAFÉ", "café"),
        ("cafe\u0301", "café"),
        ("don't", "Don’t"),
        ("zurich", "Zürich"),
        ("新疆", "新疆"),
        ("官员", "官员"),
        ("员", "员"),
        ("维吾尔自治", "维吾尔自治"),
        ("قال", "قَالَ"),
        ("زيارة", "زيارة"),
        ("سؤ", "سؤ"),
        ("مسوول", "مسؤول"),
        ("بدأت", "بدأت"),
        ("“10 million”", "10\u00a0million"),
        ("strasse", "Straße\u00ad"),
        ("がく", "がく"),
        ("어", "어"),
        ("ete", "e\u0301t\u00e9"),
        ("o", "o"),
    ],
)
def test_words_and_parts_of_words_are_found(
    project: Project, story: Story, query: str, found: str
) -> None:
    source = Source(Article("a.txt", TEXT), TEXT.encode(), "utf-8")
    (stored,) = project.articles.add(story.id, [source])
    hit = project.search(query)[0]
    assert (hit.kind, hit.story_id, hit.article_id) == (HitKind.ARTICLE, story.id, stored.id)
    assert hit.span is not None
    assert hit.span.of(TEXT) == found
    assert hit.marks[0].of(hit.snippet) == found


@pytest.mark.parametrize("query", ["かくせ", "zz", "“café naïve”", "cafe nowhere", "", "  ", "“”"])
def test_what_is_not_in_is_not_found(project: Project, story: Story, query: str) -> None:
    project.articles.add(story.id, [Source(Article("a.txt", TEXT), b"", "utf-8")])
    assert project.search(query) == ()


def test_every_word_must_be_there_and_the_line_with_most_of_them_is_shown(
    project: Project, story: Story
) -> None:
    text = "Only owls.\nOwls and larks here, larks there.\nOnly larks."
    project.articles.add(story.id, [Source(Article("a.txt", text), b"", "utf-8")])
    (hit,) = project.search("larks owls")
    assert hit.snippet == "Owls and larks here, larks there."
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["Owls", "larks", "larks"]
    assert len(project.search("owls")) == 2


def test_a_long_line_is_shown_around_its_first_match(project: Project, story: Story) -> None:
    text = "word " * 100 + "needle" + " word" * 100
    project.articles.add(story.id, [Source(Article("a.txt", text), b"", "utf-8")])
    (hit,) = project.search("needle")
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) < 220
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["needle"]


def test_notes_and_quotes_are_found_as_they_are_now(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, Span(27, 66))], note="ask Keller")
    (hit,) = project.search("keller")
    assert (hit.kind, hit.annotation_id, hit.span) == (HitKind.NOTE, note.id, None)
    quotes = [one for one in project.search("2,884") if one.kind is HitKind.QUOTE]
    assert [(one.article_id, one.span) for one in quotes] == [(articles[0].id, Span(27, 66))]
    project.annotations.edit_note(note.id, "ask Koller", "visit")
    assert project.search("keller") == ()
    assert len(project.search("koller")) == 1
    project.log.undo()
    assert len(project.search("keller")) == 1
    assert project.search("koller") == ()
    project.annotations.retarget(note.id, [(articles[0].id, Span(0, 3))])
    assert {one.kind for one in project.search("2,884")} == {HitKind.ARTICLE}
    assert project.search("keller", "another story") == ()


def test_what_is_in_many_lines_of_articles_hides_no_note(project: Project, story: Story) -> None:
    text = "\n".join("a line" for _ in range(30))
    (stored,) = project.articles.add(story.id, [Source(Article("a.txt", text), b"", "utf-8")])
    note = project.annotations.add(story.id, [(stored.id, Span(0, 1))], note="on a line")
    kinds = [hit.kind for hit in project.search("a line", limit=10)]
    assert kinds.count(HitKind.ARTICLE) == 10
    assert HitKind.NOTE in kinds
    assert project.search.annotations("a", story.id) == {note.id}


def test_an_annotation_is_found_by_its_note_and_quotes_together(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    first, second = articles
    spots = [(first.id, Span(4, 9)), (second.id, Span(4, 9))]
    note = project.annotations.add(story.id, spots, note="Über Kashgar\nund 新疆")
    other = project.annotations.add(story.id, spots[:1])
    search = project.search
    assert search.annotations("visit", story.id) == {note.id, other.id}
    assert search.annotations("VISIT uber", story.id) == {note.id}
    assert search.annotations("visit 新", story.id) == {note.id}
    assert search.annotations("“visit uber”", story.id) == set()
    assert search.annotations("visit nowhere", story.id) == set()
    assert search.annotations("", story.id) == set()
    assert search.annotations("visit", "another story") == set()
    project.annotations.remove([note.id])
    assert search.annotations("uber", story.id) == set()
    assert search.annotations("uber", story.id, removed=True) == {note.id}


def test_an_excerpt_is_the_line_with_most_of_the_words() -> None:
    text = "First line.\nThe café in Zürich.\nOnly the cafe."
    found = excerpt(text, parse("cafe zurich"))
    assert found is not None
    assert found.words == "The café in Zürich."
    assert [mark.of(found.words) for mark in found.marks] == ["café", "Zürich"]
    assert excerpt(text, parse("nowhere")) is None


def test_the_stroke_that_stretches_arabic_words_is_not_typed(
    project: Project, story: Story
) -> None:
    text = "الزيـــارة بدأت"
    project.articles.add(story.id, [Source(Article("a.txt", text), b"", "utf-8")])
    (hit,) = project.search("الزيارة")
    assert hit.span is not None
    assert hit.span.of(text) == "الزيـــارة"


def test_only_the_newest_version_is_searched(
    project: Project, story: Story, make_source: Callable[..., Source]
) -> None:
    (stored,) = project.articles.add(story.id, [make_source("It rained in April.")])
    project.articles.replace(stored.id, make_source("It rained in May."))
    assert project.search("april") == ()
    assert len(project.search("rained")) == 1
    project.log.undo()
    assert len(project.search("april")) == 1


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """One project for all examples: each asks, or adds a text and takes it back."""
    path: Path = tmp_path_factory.mktemp("search") / "work.reader"
    project = Project.create(path)
    story = project.stories.add("Story")
    project.articles.add(story.id, [Source(Article("a.txt", TEXT), b"", "utf-8")])
    yield project
    project.close()


@given(query=st.text(st.characters(), max_size=30))
def test_whatever_is_typed_is_legal(library: Project, query: str) -> None:
    for hit in library.search(query):
        assert hit.marks


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '""',
        "NEAR(",
        "zz AND",
        "OR OR OR zz",
        "col:x",
        "*",
        "a*",
        "^x",
        "-x",
        "{a b}:c",
        "'; DROP",
    ],
)
def test_the_syntax_of_the_index_means_nothing(library: Project, query: str) -> None:
    assert library.search(query) == ()


@settings(max_examples=40)
@given(st.data(), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_what_is_in_a_text_is_found_in_it(library: Project, data: st.DataObject, text: str) -> None:
    text = canonical(text)
    story = library.stories.all()[0]
    start = data.draw(st.integers(0, len(text)))
    query = data.draw(st.sampled_from([text, text[start:], text[start : start + 3]]))
    (stored,) = library.articles.add(story.id, [Source(Article("b", text), b"", "utf-8")])
    hits = [hit for hit in library.search(query) if hit.article_id == stored.id]
    library.log.undo()
    assert bool(hits) == bool(parse(query))
    for hit in hits:
        assert hit.span is not None
        assert any(term in fold(hit.span.of(text)) for term in parse(query))
        assert hit.span.of(text) == hit.marks[0].of(hit.snippet)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_folding_says_where_each_letter_came_from(text: str) -> None:
    folded, origins = fold_with_origins(text)
    assert folded == fold(text)
    assert len(folded) == len(origins)
    assert origins == sorted(origins)
    assert fold(folded) == folded
    assert folded.count("\n") == text.count("\n")


def test_the_index_agrees_with_its_entries(library: Project) -> None:
    try:
        with library.log.connection.writing():
            library.log.connection.run(
                "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"
            )
    except sqlite3.DatabaseError as error:
        pytest.fail(str(error))
