"""Changes to the project from a panel: the person's problems are told once, by the window."""

from __future__ import annotations

from collections.abc import Callable

from reader.core.errors import ReaderError
from reader.ui.session import Session


def attempt(session: Session, change: Callable[[], object]) -> bool:
    """Make a change; whether it was made. A ReaderError goes to the session."""
    try:
        change()
    except ReaderError as problem:
        session.tell(problem)
        return False
    return True
