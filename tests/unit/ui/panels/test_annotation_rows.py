"""Annotations filtered and grouped."""

from __future__ import annotations

from reader.core.annotating.annotation import (
    Anchor,
    Annotation,
    Rating,
    Standing,
    Status,
    Tag,
    Target,
)
from reader.core.text.span import Span
from reader.ui.panels.annotations.rows import (
    AnnotationFilter,
    Entry,
    Grouping,
    Heading,
    Row,
    first_line,
    grouped,
    passes,
    place_meant,
    quote_of,
    standing_of,
)

ARTICLES = {"b": "Coast Daily", "a": "Harbour Post"}
SCALE = (Rating("r1", "supported", "green"), Rating("r2", "contradicted", "red", archived=True))
TAGS = (Tag("t1", "claim", "blue"), Tag("t2", "figure", "green"))


def target(article: str, start: int, standing: Standing = Standing.FOUND) -> Target:
    span = Span(start, start + 4)
    anchor = Anchor("hash", span, f"quote at {start}", "", "")
    return Target(article, anchor, None if standing is Standing.LOST else span, standing)


def note(name: str, *targets: Target, **more: object) -> Annotation:
    return Annotation(name, "story", "me", targets, **more)  # type: ignore[arg-type]


def listed(annotations: list[Annotation], grouping: Grouping) -> list[str]:
    rows: list[Row] = grouped(
        annotations,
        grouping,
        articles=ARTICLES,
        tags=TAGS,
        ratings=SCALE,
        passage=lambda one: (1, "Passage 2") if one.id == "late" else None,
    )
    return [row.words if isinstance(row, Heading) else row.annotation.id for row in rows
            if isinstance(row, Heading | Entry)]  # fmt: skip


LATE = note("late", target("a", 90), tag_ids=("t1", "t2"), rating_id="r2")
EARLY = note("early", target("a", 10), tag_ids=("t2",), rating_id="r1")
OTHER = note("other", target("b", 50))
GONE = note("gone", target("zz", 5))


def test_by_article_in_the_order_of_the_story_and_of_place() -> None:
    assert listed([LATE, GONE, EARLY, OTHER], Grouping.ARTICLE) == [
        "Coast Daily", "other",
        "Harbour Post", "early", "late",
        "Articles that were removed", "gone",
    ]  # fmt: skip


def test_two_articles_of_one_outlet_are_two_groups() -> None:
    rows = grouped(
        [LATE, OTHER],
        Grouping.ARTICLE,
        articles={"b": "Coast Daily", "a": "Coast Daily"},
        tags=TAGS,
        ratings=(),
        passage=lambda _one: None,
    )
    assert [row for row in rows if isinstance(row, Heading)] == [Heading("Coast Daily", 1)] * 2


def test_by_tag_a_note_stands_under_each_of_its_tags_and_none_is_lost() -> None:
    assert listed([LATE, EARLY, OTHER], Grouping.TAG) == [
        "claim", "late",
        "figure", "early", "late",
        "Without a tag", "other",
    ]  # fmt: skip


def test_by_rating_in_the_order_of_the_scale() -> None:
    assert listed([LATE, EARLY, OTHER], Grouping.RATING) == [
        "supported", "early",
        "contradicted", "late",
        "Without a rating", "other",
    ]  # fmt: skip


def test_by_passage() -> None:
    assert listed([EARLY, LATE], Grouping.PASSAGE) == [
        "Passage 2",
        "late",
        "In no passage",
        "early",
    ]


def test_filters_combine() -> None:
    assert passes(LATE, AnnotationFilter(tag_id="t1", rating_id="r2"))
    assert not passes(LATE, AnnotationFilter(tag_id="t1", rating_id="r1"))
    assert not passes(EARLY, AnnotationFilter(status=Status.CHECKED))
    assert passes(EARLY, AnnotationFilter(article_id="a", found=frozenset({"early"})))
    assert not passes(EARLY, AnnotationFilter(found=frozenset()))


def test_one_lost_place_is_not_hidden_by_the_others() -> None:
    assert standing_of(note("n", target("a", 1), target("b", 2, Standing.LOST))) is Standing.LOST
    assert standing_of(note("n", target("a", 1))) is Standing.FOUND


def test_what_a_row_shows() -> None:
    assert first_line("\n\n## Over or nearly?\nAsk.") == "Over or nearly?"
    assert first_line("  \n") == ""
    assert quote_of(note("n", target("a", 1), target("b", 2))) == "quote at 1 … quote at 2"


def test_the_place_that_is_moved_is_the_one_that_is_meant() -> None:
    lost, here = target("a", 1, Standing.LOST), target("b", 2)
    assert place_meant(note("n", here), "a") == 0
    assert place_meant(note("n", target("a", 1), here), "b") == 1
    assert place_meant(note("n", here, lost), "c") == 1
    assert place_meant(note("n", here, lost), "a") == 1
    assert place_meant(note("n", here, target("b", 9)), "b") is None
    assert place_meant(note("n", here, target("a", 9)), "c") is None
    assert place_meant(note("n"), "c") is None
