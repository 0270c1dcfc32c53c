"""A line whose words change: a screen reader hears what they are about and what they say."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


class Saying(QLabel):
    """A label in quiet ink; a fixed name alone would keep its words from who cannot see them."""

    def __init__(self, about: str, parent: QWidget | None = None) -> None:
        """`about` says in words what the line tells: 'How many are listed'."""
        super().__init__(parent)
        self._about = about
        self.setProperty("role", "quiet")
        self.setAccessibleName(about)

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        super().setText(words)
        self.setAccessibleName(f"{self._about}: {words}" if words else self._about)
