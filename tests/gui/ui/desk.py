"""What tests of commands are given: the real window with its session."""

from __future__ import annotations

from collections.abc import Callable

from reader.ui.session import Session
from reader.ui.window import Window

Desk = tuple[Window, Session]
LayOut = Callable[..., Desk]
"""Called with the texts of a story."""
