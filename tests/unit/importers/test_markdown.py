"""Markdown keeps its text; title and front matter are read from it."""

from __future__ import annotations

from datetime import date

from reader.core.text.article import Block, Role
from reader.core.text.span import Span
from reader.importers.markdown import import_markdown

FRONT = """---
title: "The leak: what it shows"
Publisher: Al Jazeera
date: 2022-05-24T10:00:00Z
url: https://example.org/leak
lang: en
tags: [a, b]
---
"""


def test_the_text_is_kept_as_it_is() -> None:
    text = "# A *first* heading #\n\n* one\n* two\n"
    article = import_markdown(text.encode(), "a.md").article
    assert article.text == text
    assert article.title == "A *first* heading"


def test_front_matter_gives_what_is_known_and_is_not_compared() -> None:
    article = import_markdown((FRONT + "# Another title\n\nWords.").encode(), "a.md").article
    assert article.text.startswith(FRONT)
    assert article.title == "The leak: what it shows"
    assert article.outlet == "Al Jazeera"
    assert article.published == date(2022, 5, 24)
    assert article.url == "https://example.org/leak"
    assert article.language == "en"
    assert article.roles == (Block(Span(0, len(FRONT)), Role.FURNITURE),)


def test_a_heading_after_front_matter_is_the_title_where_it_gives_none() -> None:
    article = import_markdown(
        b"---\noutlet: NPR\n---\n\nThe title\n=========\n\nWords.", "a.md"
    ).article
    assert (article.title, article.outlet) == ("The title", "NPR")


def test_a_date_that_is_none_stays_unknown() -> None:
    assert (
        import_markdown(b"---\ndate: last Tuesday\n---\nWords.", "a.md").article.published is None
    )


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    article = import_markdown(b"---\nA line of words here\n", "a.md").article
    assert article.roles == ()


def test_without_a_heading_the_first_headline_is_the_title() -> None:
    article = import_markdown(
        b"Leak shows extent of abuses\n\nThe files were published.", "a.md"
    ).article
    assert article.title == "Leak shows extent of abuses"


def test_the_first_heading_wins_whatever_its_form() -> None:
    assert import_markdown(b"One title\n===\n\n# Two\n", "a.md").article.title == "One title"
    assert import_markdown(b"# One\n\nTwo\n===\n", "a.md").article.title == "One"
