"""What stands below a note: its evidence, and what it is to other annotations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.core.annotating.annotation import Annotation, Evidence, Relation, RelationKind
from reader.ui.appearance import SPACES
from reader.ui.panels.annotations.rows import quote_of
from reader.ui.panels.details.parts import label

FORWARD = {
    RelationKind.SUPPORTS: "supports",
    RelationKind.CONTRADICTS: "contradicts",
    RelationKind.SAME_CLAIM: "makes the same claim as",
    RelationKind.QUOTES: "quotes",
    RelationKind.SOURCE_OF: "is the source of",
}
_BACKWARD = {
    RelationKind.SUPPORTS: "is supported by",
    RelationKind.CONTRADICTS: "is contradicted by",
    RelationKind.SAME_CLAIM: "makes the same claim as",
    RelationKind.QUOTES: "is quoted by",
    RelationKind.SOURCE_OF: "has its source in",
}
_QUOTE = 120
"""Characters of another annotation's quote that tell which it is."""


def evidence_words(evidence: Evidence) -> str:
    """A piece of evidence in one sentence."""
    parts = (
        evidence.title,
        evidence.where,
        f"“{evidence.quote}”" if evidence.quote else "",
        f"seen {evidence.seen}" if evidence.seen else "",
    )
    return ", ".join(part for part in parts if part)


def relation_words(relation: Relation, annotation_id: str, other: Annotation) -> str:
    """What an annotation is to the other one, told from its own side."""
    told = FORWARD if relation.from_id == annotation_id else _BACKWARD
    quote = quote_of(other)
    cut = quote if len(quote) <= _QUOTE else f"{quote[: _QUOTE - 1]}…"
    return f"{told[relation.kind]} “{cut}”"


class _Section(QWidget):
    """Rows of words with small buttons below them, and a button that adds one."""

    added = Signal()

    def __init__(self, name: str, adding: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.add = _button(adding, adding, self.added.emit)
        self.rows: list[QWidget] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACES[1])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACES[0])
        layout.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        layout.addLayout(foot)

    def _fill(self, rows: Sequence[tuple[str, Sequence[QPushButton]]]) -> None:
        for old in self.rows:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [self._row(words, buttons) for words, buttons in rows]
        for row in self.rows:
            self._rows.addWidget(row)

    @staticmethod
    def _row(words: str, buttons: Sequence[QPushButton]) -> QWidget:
        row = QWidget()
        row.setAccessibleName(words)
        down = QVBoxLayout(row)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(label(words))
        across = QHBoxLayout()
        across.setSpacing(SPACES[0])
        for button in buttons:
            across.addWidget(button)
        across.addStretch(1)
        down.addLayout(across)
        return row


class EvidenceSection(_Section):
    """What a rating rests on. Addresses are words here: nothing is ever fetched."""

    edited = Signal(int)
    """The piece of evidence with this number should be edited."""
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__("Evidence", "Add evidence…")
        self._shown: tuple[Evidence, ...] = ()

    def show_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        if evidence != self._shown:
            self._shown = evidence
            self._fill([(evidence_words(e), self._buttons(n, e)) for n, e in enumerate(evidence)])

    def _buttons(self, number: int, evidence: Evidence) -> Sequence[QPushButton]:
        words = evidence_words(evidence)
        return (
            _button("Edit…", f"Edit evidence {words}", lambda: self.edited.emit(number)),
            _button("Remove", f"Remove evidence {words}", lambda: self.removed.emit(number)),
        )


class RelationsSection(_Section):
    """What this annotation is to others."""

    chosen = Signal(str)
    """The annotation with this id should be come to."""
    removed = Signal(str)
    """The relation with this id should be removed."""

    def __init__(self) -> None:
        super().__init__("Relations", "Relate to another note…")
        self._shown: list[tuple[str, Relation, str]] = []

    def show_relations(
        self,
        annotation_id: str,
        relations: Sequence[Relation],
        find: Callable[[str], Annotation | None],
    ) -> None:
        told: list[tuple[str, Relation, str]] = []
        for relation in relations:
            if annotation_id in (relation.from_id, relation.to_id):
                backward = relation.to_id == annotation_id
                other = find(relation.from_id if backward else relation.to_id)
                if other is not None:
                    words = relation_words(relation, annotation_id, other)
                    told.append((words, relation, other.id))
        if told != self._shown:
            self._shown = told
            self._fill([(words, self._buttons(words, one, to)) for words, one, to in told])

    def _buttons(self, words: str, relation: Relation, other: str) -> Sequence[QPushButton]:
        remove = f"Remove relation: {words}"
        return (
            _button("Go to", f"Go to what it {words}", lambda: self.chosen.emit(other)),
            _button("Remove", remove, lambda: self.removed.emit(relation.id)),
        )


def _button(words: str, name: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "small")
    button.setAccessibleName(name)
    button.clicked.connect(lambda _=False: do())
    return button
