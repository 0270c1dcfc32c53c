"""Commands on how the texts are shown: which marks, how large, folded, together, pinned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from reader.core.matching.link import Relation
from reader.ui.actions import Actions
from reader.ui.columns.board import BoardView
from reader.ui.session import Session

_STEP = 4
"""Characters by which one command changes the longest line."""


class LookCommands(QObject):
    """Changes what is only view; the actions that can be on or off follow what is shown."""

    def __init__(
        self, session: Session, board: BoardView, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._board = board
        self._actions = actions
        look = session.board
        for changed in (
            look.emphasis_changed,
            look.look_changed,
            look.together_changed,
            look.making_way_changed,
        ):
            changed.connect(self.follow)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        board = self._session.board
        return {
            "view.verbatim": partial(board.toggle_relation, Relation.VERBATIM),
            "view.near": partial(board.toggle_relation, Relation.NEAR),
            "view.paraphrase": partial(board.toggle_relation, Relation.PARAPHRASE),
            "view.conflicts": partial(self._toggle_emphasis, "conflicts"),
            "view.only": partial(self._toggle_emphasis, "only"),
            "view.possible": partial(self._toggle_emphasis, "possible"),
            "view.together": lambda: board.set_together(not board.together),
            "view.aside": lambda: board.set_making_way(not board.making_way),
            "view.pin": self._toggle_pinned,
            "view.fold": lambda: board.set_folded(not board.folded),
            "view.numbers": lambda: board.set_numbers(not board.numbers),
            "view.larger": partial(board.zoom_by, 1),
            "view.smaller": partial(board.zoom_by, -1),
            "view.normal": partial(board.set_zoom, 100),
            "view.wider": lambda: board.set_measure(board.measure + _STEP),
            "view.narrower": lambda: board.set_measure(board.measure - _STEP),
        }

    def follow(self) -> None:
        """Check the actions as the board looks now."""
        board = self._session.board
        shown = board.emphasis
        for action_id, checked in (
            ("view.verbatim", Relation.VERBATIM in shown.relations),
            ("view.near", Relation.NEAR in shown.relations),
            ("view.paraphrase", Relation.PARAPHRASE in shown.relations),
            ("view.conflicts", shown.conflicts),
            ("view.only", shown.only),
            ("view.possible", shown.possible),
            ("view.together", board.together),
            ("view.aside", board.making_way),
            ("view.fold", board.folded),
            ("view.pin", self._board.pinned),
            ("view.numbers", board.numbers),
            ("note.blind", self._session.notes.blind),
        ):
            self._actions[action_id].setChecked(checked)

    def _toggle_emphasis(self, what: str) -> None:
        shown = self._session.board.emphasis
        self._session.board.set_emphasis(replace(shown, **{what: not getattr(shown, what)}))

    def _toggle_pinned(self) -> None:
        self._board.set_pinned(not self._board.pinned)
        self.follow()
