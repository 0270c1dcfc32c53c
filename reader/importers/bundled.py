"""The bundled story: the texts of corpus/ with what story.toml says about them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from reader.core.text.source import Source
from reader.importers.opening import read_file


@dataclass(frozen=True, slots=True)
class BundledArticle:
    """One text of the bundled story and one sentence on why it is worth comparing."""

    source: Source
    why: str


@dataclass(frozen=True, slots=True)
class BundledStory:
    title: str
    articles: tuple[BundledArticle, ...]


def read_bundled(corpus: Path) -> BundledStory:
    """Read the story that `corpus` (see `reader.places`) holds; raises CannotRead."""
    story = tomllib.loads((corpus / "story.toml").read_text("utf-8"))
    return BundledStory(story["title"], tuple(_article(corpus, e) for e in story["article"]))


def _article(corpus: Path, entry: dict[str, Any]) -> BundledArticle:
    source = read_file(corpus / entry["file"])
    published = entry.get("published")
    article = replace(
        source.article,
        title=entry["title"],
        outlet=entry.get("outlet"),
        published=published if isinstance(published, date) else None,
        language=entry["language"],
        url=entry.get("url"),
    )
    return BundledArticle(replace(source, article=article, origin="bundled"), entry["why"])
