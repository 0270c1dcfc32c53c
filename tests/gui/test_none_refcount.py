"""Qt for Python must not lose references to None, as 6.12.0 does on 3.11 until it aborts."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 1_000
A_FEW = 50
"""What other parts of the interpreter may take or give back meanwhile."""


def test_void_calls_leave_the_references_to_none_alone() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < A_FEW
