"""What is loaded before the window opens, and in which order: the start stays short."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LOADED = """
import sys
from reader.__main__ import load_window
load_window()
print(*sys.modules)
"""


@pytest.fixture(scope="module")
def loaded() -> list[str]:
    """The modules of a fresh process that is about to open the window, in the order they came."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    "later",
    [
        "reader.core.compare",
        "reader.core.facts.analysis",
        "reader.core.matching.pairing",
        "reader.cli.compare",
        "markdown_it",
    ],
)
def test_what_only_comparing_or_notes_need_is_not_waited_for(loaded: list[str], later: str) -> None:
    assert later not in loaded


@pytest.mark.parametrize(
    "first", ["sqlite_utils", "reader.store.project", "reader.core.comparison"]
)
def test_what_needs_no_qt_is_there_before_it(loaded: list[str], first: str) -> None:
    assert loaded.index(first) < loaded.index("PySide6")
