"""The hand-judged figures of tests/golden/figures: every figure of a text and no other."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reader.core.facts.figure import Figure
from reader.core.facts.figures import find_figures

TABLES = Path(__file__).parents[3] / "golden" / "figures"
CASES = [
    pytest.param(case, id=f"{table.stem}: {case['name']}")
    for table in sorted(TABLES.glob("*.toml"))
    for case in tomllib.loads(table.read_text("utf-8"))["case"]
]
PLAIN = {
    "value": None,
    "bound": "=",
    "unit": None,
    "upper": None,
    "resolved": None,
    "of": None,
    "close": False,
}


def told(figure: Figure) -> dict[str, Any]:
    row: dict[str, Any] = {"text": figure.text, "kind": figure.kind.value}
    for name, plain in PLAIN.items():
        value = getattr(figure, name)
        if value != plain:
            row[name] = value
    return row


@pytest.mark.parametrize("case", CASES)
def test_figures(case: dict[str, Any]) -> None:
    published: date | None = case.get("published")
    found = find_figures(case["text"], published=published)
    assert [told(figure) for figure in found] == case["figures"]
