"""Annotations and their evidence as rows, and back."""

from __future__ import annotations

from typing import Any

from reader.core.annotating.annotation import Annotation, Evidence, Status, Target
from reader.store.database import Record


def annotation_of(
    row: Any,
    targets: tuple[Target, ...],
    tag_ids: tuple[str, ...],
    evidence: tuple[Evidence, ...],
) -> Annotation:
    """An annotation from its row, a mapping or one of SQLite's own, and what belongs to it."""
    return Annotation(
        id=row["id"],
        story_id=row["story_id"],
        person_id=row["person_id"],
        targets=targets,
        tag_ids=tag_ids,
        note=row["note"],
        rating_id=row["rating_id"],
        confidence=row["confidence"],
        status=Status(row["status"]),
        evidence=evidence,
        created=row["created"],
        changed=row["changed"],
    )


def evidence_of(row: dict[str, Any]) -> Evidence:
    """Evidence from its row."""
    return Evidence(row["place"], row["title"], row["quote"], row["seen"])


def evidence_row(row_id: str, annotation_id: str, position: int, evidence: Evidence) -> Record:
    """The row of a piece of evidence."""
    return {
        "id": row_id,
        "annotation_id": annotation_id,
        "position": position,
        "place": evidence.where,
        "title": evidence.title,
        "quote": evidence.quote,
        "seen": evidence.seen,
    }
