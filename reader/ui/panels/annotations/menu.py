"""The menu of the chosen annotations: tag, move, rate, mark, copy, delete, bring back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from reader.core.annotating.annotation import Annotation, Standing, Status, Tag
from reader.core.text.span import Span
from reader.ui.panels.annotations.bulk import BulkChanges
from reader.ui.panels.words import STATUS_WORDS
from reader.ui.session import Session

_SHOWN = 32
"""Characters of the selected words that an entry shows."""


class ChosenMenu(QMenu):
    """Everything in it is done to all the chosen annotations, as one step of undo."""

    def __init__(
        self,
        session: Session,
        bulk: BulkChanges,
        chosen: Sequence[Annotation],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._bulk = bulk
        self._chosen = chosen
        self._add_tags()
        self._add_moves()
        self._add_ratings()

    def add_places(self, choose: Callable[[str], None]) -> None:
        """Where notes belong: at other words, or where they were found in a newer version."""
        chosen = self._chosen
        place = selected_place(self._session)
        if place is not None:
            stored = self._session.stories.article(place[0])
            words = " ".join(place[1].of(stored.article.text).split()) if stored else ""
            shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
            self._add(f"Move to “{shown}”", partial(self._bulk.move_to, chosen, *place))
        if any(t.standing is Standing.MOVED for one in chosen for t in one.targets):
            self._add("Keep it here", partial(self._bulk.keep_here, chosen))
        if len(chosen) == 1 and any(t.standing is Standing.REVIEW for t in chosen[0].targets):
            self._add("Choose its place…", partial(choose, chosen[0].id))

    def add_marks(self) -> None:
        for status in Status:
            self._add(
                f"Mark as {STATUS_WORDS[status]}", partial(self._bulk.mark, self._chosen, status)
            )

    def _add_tags(self) -> None:
        """Checked where all have it; a click on a checked one takes it from all."""
        tags = self.addMenu("Tag")
        for tag in self._session.notes.tags:
            action = tags.addAction(tag.name)
            action.setCheckable(True)
            action.setChecked(all(tag.id in one.tag_ids for one in self._chosen))
            action.triggered.connect(lambda on, to=tag.id: self._bulk.tag(self._chosen, to, on=on))
        worn = self._worn()
        if worn:
            untag = self.addMenu("Untag")
            for tag in worn:
                action = untag.addAction(tag.name)
                action.triggered.connect(
                    lambda _=False, to=tag.id: self._bulk.tag(self._chosen, to, on=False)
                )

    def _add_moves(self) -> None:
        """From one tag to another: 'claim' > 'figure'."""
        worn = self._worn()
        if not worn:
            return
        moves = self.addMenu("Move to another tag")
        for tag in worn:
            into = moves if len(worn) == 1 else moves.addMenu(f"From “{tag.name}” to")
            for other in self._session.notes.tags:
                if other.id != tag.id:
                    action = into.addAction(other.name)
                    action.triggered.connect(
                        lambda _=False, a=tag.id, b=other.id: self._bulk.move_tag(
                            self._chosen, a, b
                        )
                    )

    def _add_ratings(self) -> None:
        ratings = self.addMenu("Rating")
        for rating in (*self._session.notes.ratings, None):
            action = ratings.addAction(rating.name if rating else "none")
            action.triggered.connect(lambda _=False, to=rating: self._bulk.rate(self._chosen, to))

    def _worn(self) -> tuple[Tag, ...]:
        """The tags that any of the chosen has, the archived ones included."""
        worn = {tag_id for one in self._chosen for tag_id in one.tag_ids}
        return tuple(tag for tag in self._session.notes.all_tags if tag.id in worn)

    def _add(self, words: str, do: Callable[[], object]) -> None:
        self.addAction(words).triggered.connect(lambda _=False: do())


def selected_place(session: Session) -> tuple[str, Span] | None:
    """What is selected in the focused column, else the only selection that there is.

    Walking through the list moves the focus from column to column; the selection waits.
    """
    if session.board.selection is not None:
        return session.board.selection
    selections = session.board.selections
    return next(iter(selections.items())) if len(selections) == 1 else None
