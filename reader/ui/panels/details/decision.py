"""A decision on a link, with a way to take it back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader.core.annotating.annotation import Decision, DecisionKind
from reader.ui.panels.attempt import attempt
from reader.ui.panels.details.parts import column, label
from reader.ui.panels.words import source_of
from reader.ui.session import Session
from reader.ui.session.linking import is_lost

_DECIDED = {
    DecisionKind.ACCEPTED: "Accepted link",
    DecisionKind.REJECTED: "Rejected link",
    DecisionKind.MADE: "Link made by hand",
}


class DecisionView(QWidget):
    """What was decided, on which words; says so where they are not found any more."""

    def __init__(self, session: Session, decision: Decision) -> None:
        super().__init__()
        self._session = session
        self._decision = decision
        lost = is_lost(decision)
        layout = column(self, 0)
        head = _DECIDED[decision.kind] + (", words not found any more" if lost else "")
        layout.addWidget(label(head, "warning" if lost else ""))
        sides: list[str] = []
        for target in (decision.a, decision.b):
            stored = session.stories.article(target.article_id)
            source = "an article that was removed" if stored is None else source_of(stored)
            gone = "" if target.span else " (lost)"
            sides.append(f"{source}: “{' '.join(target.anchor.quote.split())}”{gone}")
        for side in sides:
            layout.addWidget(label(side, "quiet"))
        told = f"{_DECIDED[decision.kind]}: {' and '.join(sides)}"
        self.setAccessibleName(told)
        self.forget = QPushButton("Take the decision back")
        self.forget.setProperty("role", "small")
        self.forget.setAccessibleDescription(told)
        self.forget.clicked.connect(self._take_back)
        foot = QHBoxLayout()
        foot.addWidget(self.forget)
        foot.addStretch(1)
        layout.addLayout(foot)

    def _take_back(self) -> None:
        attempt(self._session, lambda: self._session.links.take_back([self._decision]))
