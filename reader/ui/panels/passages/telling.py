"""What the cells of the passages table say: in words, in marked words, aloud, as a tooltip."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from reader.core.comparison import Passage
from reader.core.difference.divergence import Verdict
from reader.core.matching.link import Relation
from reader.ui.listing import Outcome, outcome
from reader.ui.panels.drawn.pieces import Pieces, on_one_line, text_of
from reader.ui.panels.drawn.readings import Readings
from reader.ui.panels.words import (
    DECISION_WORDS,
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
)
from reader.ui.session import Session


class Column(IntEnum):
    """The columns before the articles."""

    NUMBER = 0
    VERDICT = 1
    STATE = 2


FIRST_ARTICLE = len(Column)


class Telling:
    """Speaks of one comparison with one base and one order of columns; else it is made anew."""

    def __init__(self, session: Session, readings: Readings, columns: Sequence[str]) -> None:
        """`columns` are the articles' ids, the base first."""
        self._session = session
        self._readings = readings
        self._articles = tuple(session.comparing.index_of(one) for one in columns)
        self._cells: dict[tuple[int, int], Pieces] = {}

    def passage(self, number: int) -> Passage:
        return self._readings.comparison.passages[number]

    def pieces(self, number: int, column: int) -> Pieces:
        """The words of one article in a passage on one line; empty where it lacks the passage."""
        if column < FIRST_ARTICLE:
            return ()
        known = self._cells.get((number, column))
        if known is None:
            article = self._article(column)
            told = (
                () if article is None else self._readings.of_article(self.passage(number), article)
            )
            known = self._cells[number, column] = on_one_line(told)
        return known

    def outcome(self, number: int) -> Outcome:
        return outcome(self._readings.comparison, self.passage(number))

    def shared(self, number: int) -> str:
        """'4 of 5'."""
        return shared_words(self.passage(number), len(self._readings.comparison.articles))

    def decided(self, number: int) -> str:
        """'link accepted', 'link rejected, linked by hand'; '' where nothing was decided."""
        kinds = self._session.passages.decided(number)
        return ", ".join(DECISION_WORDS[kind] for kind in sorted(kinds))

    def relation(self, number: int, column: int) -> Relation | None:
        """How an article's first reading stands to the base reading; None where it has none."""
        if column < FIRST_ARTICLE:
            return None
        readings, passage = self._readings, self.passage(number)
        article = self._article(column)
        own = next((r for r in passage.readings if r.article == article), None)
        base = readings.counterpart(passage, own) if own else None
        if own is None or base is None:
            return None
        link = readings.link_of(passage, base, own)
        if link is not None:
            return link.relation
        others = [n for n in readings.links(passage) if own in (n.a, n.b)]
        return max(others, key=lambda n: n.score).relation if others else None

    # ---- in words

    def words(self, row: int, number: int, column: int) -> str:
        """What a cell shows; `row` is its place in the list from 0."""
        match column:
            case Column.NUMBER:
                return str(row + 1)
            case Column.VERDICT:
                found = self.outcome(number)
                told = outcome_words(found)
                return told if found is Outcome.ONLY else f"{told}, {self.shared(number)}"
            case Column.STATE:
                reviewed = self._session.passages.reviewed(number)
                words = f"{STATE_SIGNS[reviewed.state]} {STATE_WORDS[reviewed.state]}".strip()
                words = f"{words}, changed since" if reviewed.changed else words
                words = f"{words} ({others_words(reviewed.others)})" if reviewed.others else words
                return ", ".join(part for part in (words, self.decided(number)) if part)
        return text_of(self.pieces(number, column))

    def aloud(self, row: int, number: int, column: int, listed: int) -> str:
        """What a cell says to a screen reader: the marks in words; `listed` is how many rows."""
        match column:
            case Column.NUMBER:
                return f"passage {row + 1} of {listed}"
            case Column.VERDICT:
                note = self.passage(number).note.removeprefix(f"{self.shared(number)}, ")
                told = f"{OUTCOME_TOLD[self.outcome(number)]}, in {self.shared(number)} articles"
                return f"{told}, {note}" if note else told
            case Column.STATE:
                return self._state_aloud(number)
        words, marks = text_of(self.pieces(number, column)), self._marks(number, column)
        return ": ".join(part for part in (marks, words) if part)

    def copied(self, row: int, number: int, column: int) -> str:
        """A cell without its sign, which a spreadsheet could take for a formula."""
        match column:
            case Column.VERDICT:
                return f"{OUTCOME_TOLD[self.outcome(number)]}, {self.shared(number)}"
            case Column.STATE:
                return self._state_aloud(number)
        return self.words(row, number, column)

    def tip(self, number: int, column: int) -> str:
        """A reading whole; what differs, with its reasons."""
        if column >= FIRST_ARTICLE:
            return text_of(self.pieces(number, column))
        passage = self.passage(number)
        lines = [outcome_told(self.outcome(number))] if not passage.divergences else []
        lines += [passage.note] if passage.note else []
        lines += [
            f"{KIND_WORDS[d.kind]}, {VERDICT_WORDS[d.verdict]}: {d.reason}"
            for d in self._readings.divergences(passage)
        ]
        return "\n".join(lines)

    def _state_aloud(self, number: int) -> str:
        reviewed = self._session.passages.reviewed(number)
        told = STATE_WORDS[reviewed.state]
        told = f"{told}, its readings have changed since" if reviewed.changed else told
        told = f"{told}. {others_words(reviewed.others)}" if reviewed.others else told
        return ", ".join(part for part in (told, self.decided(number)) if part)

    def _marks(self, number: int, column: int) -> str:
        readings, passage = self._readings, self.passage(number)
        article = self._article(column)
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
            base = readings.is_of_base(own[0])
            told.append("base reading" if base else "the others are compared with it")
        elif (relation := self.relation(number, column)) is not None:
            told.append("verbatim" if relation is Relation.VERBATIM else RELATION_WORDS[relation])
        return ", ".join(told)

    def _article(self, column: int) -> int | None:
        return self._articles[column - FIRST_ARTICLE]
