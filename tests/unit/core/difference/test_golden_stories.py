"""Whole invented stories: the conflicts that a careful reader marks in them, and the traps.

A folder holds the reports a.txt, b.txt ... and expected.toml, written before any rule was tried on
them. A conflict is found where a divergence of its kind and verdict touches both wordings; a trap
is a pair of wordings that no conflict may touch. A conflict that is not found is marked
`known = true` and stays; when it is found, the mark must go.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from reader.core.compare import compare
from reader.core.comparison import Comparison
from reader.core.difference.divergence import Divergence, DivergenceKind, Stated, Verdict
from reader.core.text.article import Article
from reader.core.text.span import Span
from reader.importers.vectors import read_vectors
from reader.places import find

STORIES = Path(__file__).parents[3] / "golden" / "stories"


@dataclass(frozen=True)
class Wording:
    article: int
    words: str


@dataclass(frozen=True)
class Expected:
    """Two wordings of one story, which are in conflict or only seem to be."""

    story: str
    kind: DivergenceKind | None
    one: Wording
    other: Wording
    known: bool = False

    def __str__(self) -> str:
        return f"{self.story}: {self.one.words} / {self.other.words}"


@cache
def texts_of(story: str) -> tuple[str, ...]:
    return tuple(
        path.read_text(encoding="utf-8") for path in sorted((STORIES / story).glob("?.txt"))
    )


@cache
def compared(story: str) -> Comparison:
    articles = [Article(f"{story} {at}", text) for at, text in enumerate(texts_of(story))]
    return compare(articles, vectors=read_vectors(find().vectors))


@cache
def expectations(section: str) -> tuple[Expected, ...]:
    found: list[Expected] = []
    for path in sorted(STORIES.glob("*/expected.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))[section]:
            kind = DivergenceKind(entry.pop("kind")) if "kind" in entry else None
            known = bool(entry.pop("known", False))
            one, other = (Wording("abcdef".index(key), entry[key]) for key in sorted(entry))
            found.append(Expected(path.parent.name, kind, one, other, known))
    return tuple(found)


def touches(stated: Stated | None, wording: Wording, text: str) -> bool:
    """Whether what a divergence states overlaps any occurrence of the wording."""
    if stated is None or stated.article != wording.article:
        return False
    at = text.find(wording.words)
    while at >= 0:
        place = Span(at, at + len(wording.words))
        if stated.span.start < place.end and place.start < stated.span.end:
            return True
        at = text.find(wording.words, at + 1)
    return False


def conflicts_at(expected: Expected) -> list[Divergence]:
    texts = texts_of(expected.story)
    return [
        one
        for one in compared(expected.story).divergences
        if one.verdict is Verdict.CONFLICT
        and expected.kind in (None, one.kind)
        and touches(one.a, expected.one, texts[expected.one.article])
        and touches(one.b, expected.other, texts[expected.other.article])
    ]


def marked(section: str) -> list[object]:
    return [
        pytest.param(
            one,
            id=str(one),
            marks=pytest.mark.xfail(reason="known", strict=True) if one.known else (),
        )
        for one in expectations(section)
    ]


@pytest.mark.parametrize("expected", marked("conflict"))
def test_conflict_is_found(expected: Expected) -> None:
    assert conflicts_at(expected)


@pytest.mark.parametrize("expected", marked("trap"))
def test_trap_raises_no_conflict(expected: Expected) -> None:
    assert [one.reason for one in conflicts_at(expected)] == []


@pytest.mark.parametrize("section", ["conflict", "trap"])
def test_every_wording_stands_in_its_text(section: str) -> None:
    missing = [
        (str(expected), wording.words)
        for expected in expectations(section)
        for wording in (expected.one, expected.other)
        if wording.words not in texts_of(expected.story)[wording.article]
    ]
    assert missing == []
