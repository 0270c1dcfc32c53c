"""What the window is about, apart from any widget: everything in the window meets here."""

from reader.ui.session.board import Board, Emphasis
from reader.ui.session.changing import Changing
from reader.ui.session.comparing import Comparing
from reader.ui.session.linking import Linking
from reader.ui.session.notes import Notes
from reader.ui.session.passages import Passages
from reader.ui.session.session import Session
from reader.ui.session.stories import Stories

__all__ = [
    "Board",
    "Changing",
    "Comparing",
    "Emphasis",
    "Linking",
    "Notes",
    "Passages",
    "Session",
    "Stories",
]
