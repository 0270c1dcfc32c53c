"""Annotations as CSV, one row a target, so that spreadsheets and statistics can read them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from reader.core.annotating.annotation import Annotation, Person, Rating, StoredArticle, Tag, Target
from reader.core.pace import Pace

COLUMNS = (
    "annotation",
    "article",
    "outlet",
    "start",
    "end",
    "standing",
    "quote",
    "tags",
    "note",
    "rating",
    "confidence",
    "status",
    "evidence",
    "person",
    "created",
    "changed",
)
"""`start` and `end` are code points of the canonical text, empty where the target is lost."""

NOTES_AT_ONCE = 200
"""Annotations that are written between two looks at whether the table is still wanted."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def annotations_csv(
    annotations: Iterable[Annotation],
    *,
    articles: Mapping[str, StoredArticle],
    tags: Mapping[str, Tag],
    ratings: Mapping[str, Rating],
    people: Mapping[str, Person],
    pace: Pace | None = None,
) -> bytes:
    """The annotations by RFC 4180, as UTF-8 with the byte order mark that spreadsheets ask for.

    The mappings are by identifier; one that is missing leaves the identifier itself in its cell.
    A cell that a spreadsheet would run as a formula begins with an apostrophe. Raises Cancelled by
    `pace`, which counts annotations.
    """
    listed = tuple(annotations)
    pace = pace or Pace()
    pace.stage(1.0, len(listed), every=NOTES_AT_ONCE)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for annotation in listed:
        for target in annotation.targets:
            row = _row(annotation, target, articles, tags, ratings, people)
            writer.writerow([_harmless(row[column]) for column in COLUMNS])
        pace.did()
    return out.getvalue().encode("utf-8-sig")


def _row(
    annotation: Annotation,
    target: Target,
    articles: Mapping[str, StoredArticle],
    tags: Mapping[str, Tag],
    ratings: Mapping[str, Rating],
    people: Mapping[str, Person],
) -> dict[str, str]:
    stored = articles.get(target.article_id)
    person = people.get(annotation.person_id)
    rating_id = annotation.rating_id
    rating = ratings.get(rating_id or "")
    names = [tags[tag].name if tag in tags else tag for tag in annotation.tag_ids]
    return {
        "annotation": annotation.id,
        "article": target.article_id if stored is None else stored.article.name,
        "outlet": "" if stored is None else stored.article.outlet or "",
        "start": "" if target.span is None else str(target.span.start),
        "end": "" if target.span is None else str(target.span.end),
        "standing": target.standing.value,
        "quote": target.anchor.quote,
        "tags": "; ".join(names),
        "note": annotation.note,
        "rating": "" if rating_id is None else rating_id if rating is None else rating.name,
        "confidence": "" if annotation.confidence is None else str(annotation.confidence),
        "status": annotation.status.value,
        "evidence": "; ".join(evidence.where for evidence in annotation.evidence),
        "person": annotation.person_id if person is None else person.name,
        "created": annotation.created,
        "changed": annotation.changed,
    }


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
