"""Annotations as a page: everything is in it, and nothing in it reaches out."""

from __future__ import annotations

from reader.core.annotating.annotation import (
    Anchor,
    Annotation,
    Evidence,
    Person,
    Rating,
    Standing,
    StoredArticle,
    Tag,
    Target,
)
from reader.core.text.span import Span
from reader.exporters.annotations_html import annotations_html
from tests.support.examples import A


def target(quote: str, standing: Standing = Standing.FOUND) -> Target:
    anchor = Anchor(A.sha256, Span(0, 4), quote, "", "")
    return Target("art-1", anchor, None if standing is Standing.LOST else Span(0, 4), standing)


NOTED = Annotation(
    "n1",
    "story",
    "p1",
    (target("Leak <shows>"), target("gone", Standing.LOST)),
    tag_ids=("t1",),
    note="**Over** or nearly?\n<script>alert(1)</script> ![x](https://example.org/x.png)",
    rating_id="r1",
    confidence=80,
    evidence=(
        Evidence("https://example.org/a?b=1&c", "Minutes", "so", "2022-05-24"),
        Evidence("s"),
    ),
    changed="2022-05-26T10:00:00.000000+00:00",
)


def page(*annotations: Annotation) -> str:
    return annotations_html(
        "The <leak>",
        annotations,
        articles={"art-1": StoredArticle("art-1", "story", 0, A, (A.sha256,))},
        tags={"t1": Tag("t1", "claim & more", "blue")},
        ratings={"r1": Rating("r1", "contradicted", "red")},
        people={"p1": Person("p1", "Ana <Ünal>")},
    )


def test_everything_that_is_known_stands_in_it() -> None:
    html = page(NOTED)
    for words in (
        "<h1>The &lt;leak&gt;: 1 note</h1>",
        "Leak &lt;shows&gt;",
        "lost: these words are not in the newer text",
        "claim &amp; more",
        "<strong>contradicted</strong>, 80 % sure",
        "<strong>Over</strong> or nearly?",
        '<a href="https://example.org/a?b=1&amp;c" rel="noreferrer">',
        "Minutes, “so”, seen 2022-05-24",
        "Ana &lt;Ünal&gt;, 2022-05-26 10:00 UTC",
        "The &quot;Site&quot; &amp; Co",
    ):
        assert words in html


def test_nothing_in_it_is_loaded_or_run() -> None:
    html = page(NOTED)
    assert "default-src 'none'" in html
    assert "<script" not in html
    assert "<img" not in html


def test_without_annotations_it_says_so() -> None:
    assert "0 notes" in page()
