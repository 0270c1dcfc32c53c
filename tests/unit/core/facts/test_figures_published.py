"""The day an article gives itself."""

from __future__ import annotations

from datetime import date

import pytest

from reader.core.facts.analysis import analyse
from reader.core.facts.figures.published import find_published
from reader.core.text.article import Article, Block, Role
from reader.core.text.span import Span


def published(*lines: str, role: Role = Role.BYLINE) -> date | None:
    text = "\n\n".join(lines)
    blocks = [
        Block(Span(at, at + len(line)), role)
        for at, line in zip(
            (sum(len(line) + 2 for line in lines[:i]) for i in range(len(lines))),
            lines,
            strict=True,
        )
    ]
    return find_published(text, blocks)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("News Agencies | Updated on: 26 May 2022, 10:31 IST", date(2022, 5, 26)),
        ("Published 24.05.2022 at 10:00", date(2022, 5, 24)),
        ("May 3, 2021", date(2021, 5, 3)),
        ("2021-03-04", date(2021, 3, 4)),
        ("Veröffentlicht am 3. März 2021", date(2021, 3, 3)),
        ("© 2024 Public Radio East", None),
        ("By Jane Doe", None),
        ("Published 05/04/2021", None),
    ],
)
def test_a_line_that_names_its_day(line: str, day: date | None) -> None:
    assert published(line) == day


def test_published_comes_before_updated_and_before_a_bare_date() -> None:
    lines = ("1 January 2020", "Updated 3 May 2022", "First published 2 May 2022")
    assert published(*lines) == date(2022, 5, 2)
    assert published(*lines[:2]) == date(2022, 5, 3)


def test_body_text_dates_no_article() -> None:
    assert published("Published on 24 May 2022", role=Role.BODY) is None


def test_a_long_line_needs_a_cue() -> None:
    line = "The committee, which last met in the old town hall on 24 May 2022, has three members"
    assert published(line) is None


def test_relative_dates_lean_on_the_byline_unless_the_date_is_known() -> None:
    text = "Leak of files\n\nPublished 26 May 2022, 10:31\n\n" + (
        "The files were published on Tuesday by a group of newspapers in fourteen countries."
    )
    assert [f.resolved for f in analyse(Article("a", text)).figures][:1] == ["2022-05-24"]
    known = Article("a", text, published=date(2022, 6, 2))
    assert [f.resolved for f in analyse(known).figures][:1] == ["2022-05-31"]
