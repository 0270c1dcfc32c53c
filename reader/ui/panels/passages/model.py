"""The passages table: a row a passage, a column an article, worked out cell by cell when shown."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QObject, Qt

from reader.core.comparison import Passage
from reader.core.difference.divergence import Verdict
from reader.core.matching.link import Relation
from reader.ui.listing import Outcome, outcome
from reader.ui.panels.drawn.pieces import Pieces, on_one_line, seeking, text_of
from reader.ui.panels.drawn.readings import Readings
from reader.ui.panels.tables.copying import Copied, as_mime
from reader.ui.panels.words import (
    DECISION_WORDS,
    INDEPENDENCE_WORDS,
    KIND_WORDS,
    OUTCOME_TOLD,
    RELATION_WORDS,
    STATE_SIGNS,
    STATE_WORDS,
    VERDICT_WORDS,
    others_words,
    outcome_told,
    outcome_words,
    shared_words,
    source_of,
    title_of,
)
from reader.ui.session import Session
from reader.ui.widgets.items import NO_PARENT, Index

PASSAGE_ROLE = int(Qt.ItemDataRole.UserRole)
"""Index of the passage in the comparison."""
PIECES_ROLE = PASSAGE_ROLE + 1
"""The words of a cell with their forms, those that are searched for among them."""
STATE_ROLE = PASSAGE_ROLE + 2
VERDICT_ROLE = PASSAGE_ROLE + 3
"""The Outcome of a passage."""
COPIED_ROLE = PASSAGE_ROLE + 4
"""'4 of 5'."""
INDEPENDENCE_ROLE = PASSAGE_ROLE + 5
"""'copied wording', 'one speaker' where k of N is no corroboration, else ''."""
DECIDED_ROLE = PASSAGE_ROLE + 7
"""'link accepted', 'link rejected, linked by hand'; '' where the person decided nothing."""
RELATION_ROLE = PASSAGE_ROLE + 6
"""Relation of an article's reading to the base reading, None where it has or is none."""


class Column(IntEnum):
    """The columns before the articles."""

    NUMBER = 0
    VERDICT = 1
    STATE = 2


FIRST_ARTICLE = len(Column)


class PassagesModel(QAbstractTableModel):
    """What stands in the list of passages, in its order; article columns follow the board."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._listed: tuple[int, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._readings: Readings | None = None
        self._compared: tuple[object, str | None] = (None, None)
        self._cells: dict[tuple[int, int], Pieces] = {}
        passages = session.passages
        passages.order_changed.connect(self._read)
        passages.reviews_changed.connect(self._repaint_states)
        self._read()

    # ---- shape

    @property
    def columns(self) -> tuple[str, ...]:
        """Article ids of the columns: the base first, then in the order of the board."""
        return self._columns

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._listed)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else FIRST_ARTICLE + len(self._columns)

    def row_of(self, passage: int) -> int | None:
        return self._listed.index(passage) if passage in self._listed else None

    # ---- what the cells say

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._listed) or self._readings is None:
            return None
        number = self._listed[index.row()]
        passage = self._readings.comparison.passages[number]
        column = index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(index.row(), passage, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(index.row(), passage, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(number, passage, column)
            case _ if role == PASSAGE_ROLE:
                return number
            case _ if role == PIECES_ROLE:
                return seeking(self.pieces(number, column), self._session.passages.filter.text)
            case _ if role == STATE_ROLE:
                return self._session.passages.reviewed(number)
            case _ if role == VERDICT_ROLE:
                return self._outcome(passage)
            case _ if role == COPIED_ROLE:
                return shared_words(passage, self._article_count)
            case _ if role == INDEPENDENCE_ROLE:
                return INDEPENDENCE_WORDS[passage.independence]
            case _ if role == DECIDED_ROLE:
                return self._decided(number)
            case _ if role == RELATION_ROLE:
                return self._relation(passage, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if section < FIRST_ARTICLE:
            if role == Qt.ItemDataRole.DisplayRole:
                return ("#", "Verdict", "Review")[section]
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return ("Number", "Verdict", "Review")[section]
            if role == Qt.ItemDataRole.ToolTipRole:
                return (
                    "In the order of the base",
                    "Conflicts first; how many articles share it",
                    "Most shared first",
                )[section]
            return None
        place = section - FIRST_ARTICLE
        stored = (
            self._session.stories.article(self._columns[place])
            if place < len(self._columns)
            else None
        )
        if stored is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return source_of(stored) + (" · base" if place == 0 else "")
            case Qt.ItemDataRole.ToolTipRole:
                return f"{title_of(stored)}\nClick to go through the passages in its order"
        return None

    def pieces(self, number: int, column: int) -> Pieces:
        """The words of one article in a passage on one line; empty where it lacks the passage."""
        if self._readings is None or column < FIRST_ARTICLE:
            return ()
        known = self._cells.get((number, column))
        if known is None:
            passage = self._readings.comparison.passages[number]
            article = self._session.comparing.index_of(self._columns[column - FIRST_ARTICLE])
            told = () if article is None else self._readings.of_article(passage, article)
            known = self._cells[number, column] = on_one_line(told)
        return known

    def _words(self, row: int, passage: Passage, column: int) -> str:
        number = self._listed[row]
        match column:
            case Column.NUMBER:
                return str(row + 1)
            case Column.VERDICT:
                shared = shared_words(passage, self._article_count)
                found = self._outcome(passage)
                told = outcome_words(found)
                return told if found is Outcome.ONLY else f"{told}, {shared}"
            case Column.STATE:
                reviewed = self._session.passages.reviewed(number)
                words = f"{STATE_SIGNS[reviewed.state]} {STATE_WORDS[reviewed.state]}".strip()
                words = f"{words}, changed since" if reviewed.changed else words
                words = f"{words} ({others_words(reviewed.others)})" if reviewed.others else words
                return ", ".join(part for part in (words, self._decided(number)) if part)
        return text_of(self.pieces(number, column))

    def _told(self, row: int, passage: Passage, column: int) -> str:
        """What a cell says to a screen reader: the marks in words."""
        number = self._listed[row]
        if column == Column.VERDICT:
            told = f"{OUTCOME_TOLD[self._outcome(passage)]}, {self._shared(passage)}"
            note = passage.note.removeprefix(f"{shared_words(passage, self._article_count)}, ")
            return f"{told}, {note}" if note else told
        if column == Column.STATE:
            reviewed = self._session.passages.reviewed(number)
            told = STATE_WORDS[reviewed.state]
            told = f"{told}, its readings have changed since" if reviewed.changed else told
            told = f"{told}. {others_words(reviewed.others)}" if reviewed.others else told
            return ", ".join(part for part in (told, self._decided(number)) if part)
        if column == Column.NUMBER:
            return f"passage {row + 1} of {len(self._listed)}"
        words = text_of(self.pieces(number, column))
        marks = self._marks(passage, column)
        if not words:
            return marks
        return f"{marks}: {words}" if marks else words

    def _marks(self, passage: Passage, column: int) -> str:
        readings = self._readings
        assert readings is not None
        article = self._session.comparing.index_of(self._columns[column - FIRST_ARTICLE])
        own = [r for r in passage.readings if r.article == article]
        if article is None or not own:
            return "not in this article"
        told: list[str] = []
        for side in readings.conflicts(passage, article):
            words = " ".join(side.span.of(readings.text(article)).split())
            told.append(f"conflict: {words} / {side.other}")
        if passage.verdict is Verdict.ONLY:
            told.append(VERDICT_WORDS[Verdict.ONLY])
        elif own[0].article == readings.base_article(passage):
            told.append("base reading")
        elif (relation := self._relation(passage, column)) is not None:
            told.append("verbatim" if relation is Relation.VERBATIM else RELATION_WORDS[relation])
        return ", ".join(told)

    def _relation(self, passage: Passage, column: int) -> Relation | None:
        """How an article's first reading stands to the base reading."""
        readings = self._readings
        if readings is None or column < FIRST_ARTICLE:
            return None
        article = self._session.comparing.index_of(self._columns[column - FIRST_ARTICLE])
        own = next((r for r in passage.readings if r.article == article), None)
        base = readings.counterpart(passage, own) if own else None
        if own is None or base is None:
            return None
        link = readings.link_of(passage, base, own)
        if link is not None:
            return link.relation
        others = [n for n in readings.links(passage) if own in (n.a, n.b)]
        return max(others, key=lambda n: n.score).relation if others else None

    def _tip(self, number: int, passage: Passage, column: int) -> str:
        readings = self._readings
        assert readings is not None
        if column >= FIRST_ARTICLE:
            return text_of(self.pieces(number, column))
        lines = [outcome_told(self._outcome(passage))] if not passage.divergences else []
        lines += [passage.note] if passage.note else []
        lines += [
            f"{KIND_WORDS[d.kind]}, {VERDICT_WORDS[d.verdict]}: {d.reason}"
            for d in readings.divergences(passage)
        ]
        return "\n".join(lines)

    def _decided(self, number: int) -> str:
        kinds = self._session.passages.decided(number)
        return ", ".join(DECISION_WORDS[kind] for kind in sorted(kinds))

    def _outcome(self, passage: Passage) -> Outcome:
        assert self._readings is not None
        return outcome(self._readings.comparison, passage)

    def _shared(self, passage: Passage) -> str:
        return f"in {shared_words(passage, self._article_count)} articles"

    @property
    def _article_count(self) -> int:
        return len(self._readings.comparison.articles) if self._readings else 0

    # ---- copying

    def copied(self, rows: list[int]) -> Copied:
        """Rows as a table of words, with the header."""
        across = Qt.Orientation.Horizontal
        header = [str(self.headerData(n, across)) for n in range(self.columnCount())]
        told = [[self._copied(row, n) for n in range(self.columnCount())] for row in rows]
        pieces = {
            (at, n): self.pieces(self._listed[row], n)
            for at, row in enumerate(rows)
            for n in range(FIRST_ARTICLE, self.columnCount())
        }
        return Copied(tuple(header), tuple(tuple(line) for line in told), pieces)

    def _copied(self, row: int, column: int) -> str:
        """A cell without its sign, which a spreadsheet could take for a formula."""
        assert self._readings is not None
        passage = self._readings.comparison.passages[self._listed[row]]
        if column == Column.VERDICT:
            shared = shared_words(passage, self._article_count)
            return f"{OUTCOME_TOLD[self._outcome(passage)]}, {shared}"
        if column == Column.STATE:
            return self._told(row, passage, column)
        return self._words(row, passage, column)

    def mimeData(self, indexes: Any) -> QMimeData:
        return as_mime(self.copied(sorted({index.row() for index in indexes})))

    # ---- reading again

    def _read(self) -> None:
        session = self._session
        comparison, base = session.comparing.comparison, session.board.base
        board = tuple(c for c in session.board.columns if c in session.comparing.ids)
        columns = (base, *(c for c in board if c != base)) if base in board else board
        self.beginResetModel()
        known, known_base = self._compared
        # By identity: to compare two comparisons value by value would take long.
        if comparison is not known or base != known_base or columns != self._columns:
            self._compared = (comparison, base)
            self._readings = Readings(session, comparison) if comparison else None
            self._cells = {}
        self._columns = tuple(c for c in columns if c is not None)
        self._listed = session.passages.listed if comparison else ()
        self.endResetModel()

    def _repaint_states(self) -> None:
        if self._listed:
            first = self.index(0, Column.STATE)
            self.dataChanged.emit(first, self.index(len(self._listed) - 1, Column.STATE))
