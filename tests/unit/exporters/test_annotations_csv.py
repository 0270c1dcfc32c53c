"""Annotations as CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

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
from reader.exporters.annotations_csv import COLUMNS, annotations_csv
from tests.support.examples import A

STORED = StoredArticle("art-1", "story", 0, A, (A.sha256,))


PLACE = Span(20, 30)


def target(quote: str, span: Span | None = PLACE) -> Target:
    anchor = Anchor(A.sha256, span or Span(0, 0), quote, "", "")
    standing = Standing.LOST if span is None else Standing.FOUND
    return Target("art-1", anchor, span, standing)


def rows(annotations: Iterable[Annotation]) -> list[dict[str, str]]:
    written = annotations_csv(
        annotations,
        articles={"art-1": STORED},
        tags={"t1": Tag("t1", "claim", "blue")},
        ratings={"r1": Rating("r1", "contradicted", "red")},
        people={"p1": Person("p1", "Ana Ünal")},
    )
    text = written.decode("utf-8-sig")
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_a_target_with_everything_that_is_known() -> None:
    noted = Annotation(
        "n1",
        "story",
        "p1",
        (target("Over 5,000"), target("gone", None)),
        tag_ids=("t1", "t-unknown"),
        note='Says "over",\nnot nearly',
        rating_id="r1",
        confidence=80,
        evidence=(Evidence("https://example.org"), Evidence("scan.pdf")),
        created="2022-05-26T10:00:00Z",
    )
    first, second = rows([noted])
    assert first == {
        "annotation": "n1",
        "article": "a.txt",
        "outlet": 'The "Site" & Co',
        "start": "20",
        "end": "30",
        "standing": "found",
        "quote": "Over 5,000",
        "tags": "claim; t-unknown",
        "note": 'Says "over",\nnot nearly',
        "rating": "contradicted",
        "confidence": "80",
        "status": "open",
        "evidence": "https://example.org; scan.pdf",
        "person": "Ana Ünal",
        "created": "2022-05-26T10:00:00Z",
        "changed": "",
    }
    assert (second["start"], second["standing"], second["quote"]) == ("", "lost", "gone")


def test_no_cell_is_run_as_a_formula() -> None:
    dangerous = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1")
    written = rows(Annotation("n", "s", "p1", (target(q),), note=q) for q in dangerous)
    assert [row["quote"] for row in written] == [f"'{q}" for q in dangerous]
    assert [row["note"] for row in written] == [f"'{q}" for q in dangerous]


def test_without_annotations_the_columns_still_stand() -> None:
    written = annotations_csv((), articles={}, tags={}, ratings={}, people={})
    assert written.decode("utf-8-sig") == ",".join(COLUMNS) + "\r\n"
