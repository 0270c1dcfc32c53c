"""How statements are written out: values bound in a way that every version of Python takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STORE = Path(__file__).parents[3] / "reader" / "store"
NUMBERED = re.compile(r"\?\d")


@pytest.mark.parametrize("module", sorted(STORE.glob("*.py")), ids=lambda module: module.stem)
def test_no_placeholder_is_numbered(module: Path) -> None:
    """Python 3.12 warns of `?1` with values in a row, and 3.14 takes it no more."""
    assert not NUMBERED.search(module.read_text("utf-8"))
