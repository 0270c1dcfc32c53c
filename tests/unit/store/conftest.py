"""A project on disk with two articles, and short ways to make more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.core.annotating.annotation import StoredArticle, Story
from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.store.database import Record
from reader.store.project import Project
from reader.store.schema import LOGGED

FIRST = (
    "The visit began on Monday.\nShe will meet 2,884 people 😀 in Kashgar.\nNobody else said so."
)
SECOND = "The visit starts Monday.\nWords of another outlet, entirely."


def source_of(text: str, name: str = "a.txt", **known: Any) -> Source:
    return Source(Article(name, text, **known), text.encode("utf-8"), "utf-8", origin=name)


def rows_of(project: Project) -> dict[str, dict[str, Record]]:
    tables: dict[str, dict[str, Record]] = {}
    for table in LOGGED:
        rows = project.log.connection.rows(f'SELECT * FROM "{table}"')
        tables[table] = {row["id"]: dict(row) for row in rows}
    return tables


@pytest.fixture(scope="session")
def tables() -> Callable[[Project], dict[str, dict[str, Record]]]:
    """All rows that change through the log, by table and identifier."""
    return rows_of


@pytest.fixture
def make_source() -> Callable[..., Source]:
    return source_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.reader"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    project = Project.create(path, person_name="Ann")
    yield project
    project.close()


@pytest.fixture
def story(project: Project) -> Story:
    return project.stories.add("The visit")


@pytest.fixture
def articles(project: Project, story: Story) -> tuple[StoredArticle, ...]:
    sources = [source_of(FIRST, "first.txt", outlet="First"), source_of(SECOND, "second.txt")]
    return project.articles.add(story.id, sources)
