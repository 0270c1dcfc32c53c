"""Annotations filtered and put into groups: what the list shows, apart from how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.core.annotating.annotation import Annotation, Rating, Standing, Status, Tag
from reader.core.text.span import Span
from reader.ui.panels.drawn.pieces import Pieces


class Grouping(StrEnum):
    ARTICLE = "article"
    TAG = "tag"
    RATING = "rating"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """Which annotations are listed; what is None filters nothing.

    `found` are the annotations that a search has found, None where nothing is searched for.
    """

    tag_id: str | None = None
    rating_id: str | None = None
    status: Status | None = None
    article_id: str | None = None
    standing: Standing | None = None
    person_id: str | None = None
    found: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group and how many rows it has."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One annotation; in a grouping by tag it stands once for each of its tags."""

    annotation: Annotation
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A place in an article's own text that a search has found."""

    article_id: str
    span: Span
    pieces: Pieces


Row = Heading | Entry | Found
_WORST = (Standing.LOST, Standing.REVIEW, Standing.MOVED, Standing.FOUND)


def standing_of(annotation: Annotation) -> Standing:
    """The worst standing of an annotation's targets: one lost place must not be hidden."""
    return min((t.standing for t in annotation.targets), key=_WORST.index, default=Standing.FOUND)


def quote_of(annotation: Annotation) -> str:
    """What an annotation is about, on one line; several quotes are parted by an ellipsis."""
    return " … ".join(" ".join(t.anchor.quote.split()) for t in annotation.targets)


def first_line(note: str) -> str:
    """The first line of a note that says something, without Markdown's signs of a heading."""
    lines = (line.strip().lstrip("#>*- ").strip() for line in note.splitlines())
    return next((line for line in lines if line), "")


_HOMELESS = (Standing.LOST, Standing.REVIEW)


def place_meant(annotation: Annotation, article_id: str) -> int | None:
    """Which of a note's places is moved when it is moved to a place in this article.

    The one that has no place, else the one in that article, else the only one; None where
    several could be meant.
    """
    homeless = [n for n, t in enumerate(annotation.targets) if t.standing in _HOMELESS]
    here = [n for n, t in enumerate(annotation.targets) if t.article_id == article_id]
    both = [n for n in homeless if n in here]
    for found in (both, homeless, here, range(len(annotation.targets))):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def passes(annotation: Annotation, chosen: AnnotationFilter) -> bool:
    return (
        (chosen.tag_id is None or chosen.tag_id in annotation.tag_ids)
        and (chosen.rating_id is None or chosen.rating_id == annotation.rating_id)
        and (chosen.status is None or chosen.status is annotation.status)
        and (
            chosen.standing is None
            or any(t.standing is chosen.standing for t in annotation.targets)
        )
        and (
            chosen.article_id is None
            or any(t.article_id == chosen.article_id for t in annotation.targets)
        )
        and (chosen.person_id is None or chosen.person_id == annotation.person_id)
        and (chosen.found is None or annotation.id in chosen.found)
    )


def grouped(
    annotations: Iterable[Annotation],
    grouping: Grouping,
    *,
    articles: Mapping[str, str],
    tags: Sequence[Tag],
    ratings: Sequence[Rating],
    passage: Callable[[Annotation], tuple[int, str] | None],
    removed: bool = False,
) -> list[Row]:
    """Rows with headings, in the order of the story, the codebook, the scale or the passages.

    `articles` are names by id in the order of the story; `passage` gives an annotation's passage
    with words for it. Within a group annotations stand in order of place.
    """
    groups: dict[tuple[int, str], list[Annotation]] = {}
    names = {tag.id: (n, tag.name) for n, tag in enumerate(tags)}
    scale = {rating.id: (n, rating.name) for n, rating in enumerate(ratings)}
    ranked = {article_id: (n, name) for n, (article_id, name) in enumerate(articles.items())}
    rank_of = {article_id: n for n, article_id in enumerate(articles)}
    for annotation in sorted(annotations, key=lambda one: _place(one, rank_of)):
        for group in _keys(annotation, grouping, ranked, names, scale, passage):
            groups.setdefault(group, []).append(annotation)
    rows: list[Row] = []
    for group in sorted(groups):
        rows.append(Heading(group[1], len(groups[group])))
        rows += [Entry(annotation, removed) for annotation in groups[group]]
    return rows


_LAST = 1_000_000


def _keys(
    annotation: Annotation,
    grouping: Grouping,
    articles: Mapping[str, tuple[int, str]],
    tags: Mapping[str, tuple[int, str]],
    ratings: Mapping[str, tuple[int, str]],
    passage: Callable[[Annotation], tuple[int, str] | None],
) -> list[tuple[int, str]]:
    """The groups an annotation belongs to, each with its rank."""
    match grouping:
        case Grouping.ARTICLE:
            first = annotation.targets[0].article_id if annotation.targets else ""
            return [articles.get(first, (_LAST, "Articles that were removed"))]
        case Grouping.TAG:
            worn = [tags[tag_id] for tag_id in annotation.tag_ids if tag_id in tags]
            return worn or [(_LAST, "Without a tag")]
        case Grouping.RATING:
            return [ratings.get(annotation.rating_id or "", (_LAST, "Without a rating"))]
        case Grouping.PASSAGE:
            return [passage(annotation) or (_LAST, "In no passage")]


def changed_between(old: Sequence[Row], new: Sequence[Row]) -> tuple[int, int, int]:
    """Where two lists of rows differ: the first row, and the ends in the old and the new one."""
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < shorter - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start, len(old) - tail, len(new) - tail


def _place(annotation: Annotation, rank: Mapping[str, int]) -> tuple[int, int, str]:
    if not annotation.targets:
        return _LAST, 0, annotation.id
    first = annotation.targets[0]
    start = first.span.start if first.span else first.anchor.span.start
    return rank.get(first.article_id, _LAST), start, annotation.id
