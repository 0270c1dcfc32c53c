"""What the person says of links: accept, reject, put passages right; each one step of undo."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from reader.core.annotating.annotation import Decision, DecisionKind, Standing, Target
from reader.core.comparison import Comparison, Passage
from reader.core.matching.link import Link, Reading
from reader.core.matching.ruling import Ruling
from reader.core.passages import corrections
from reader.core.text.span import Span
from reader.store.decisions import DecisionStep
from reader.ui.session.board import Board
from reader.ui.session.comparing import Comparing
from reader.ui.session.decisions import Decisions
from reader.ui.session.notes import Place
from reader.ui.session.passages import Passages

ALMOST = 0.8
"""Share of both from which selected words are taken for the reading they nearly are."""


class Linking(QObject):
    """Keeps decisions by the places of links, never by their numbers; the next comparison, begun
    at once, honours them. Everything that changes the project raises StoreError where it cannot.
    """

    done = Signal(str)
    """What was done, as a sentence."""

    def __init__(
        self,
        board: Board,
        comparing: Comparing,
        passages: Passages,
        decisions: Decisions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._comparing = comparing
        self._passages = passages
        self._decisions = decisions
        decisions.decisions_changed.connect(self._find_decided)
        comparing.comparison_changed.connect(self._find_decided)

    # ---- what was decided

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Everything decided in this story, the latest last."""
        return self._decisions.all

    @property
    def steps(self) -> tuple[DecisionStep, ...]:
        """The same by what was decided at once; steps with words that are lost come first, else
        the latest.
        """
        latest = self._decisions.steps[::-1]
        return tuple(
            sorted(latest, key=lambda step: not any(is_lost(one) for one in step.decisions))
        )

    @property
    def lost(self) -> tuple[Decision, ...]:
        """Decisions whose words are no longer found, so that no comparison honours them."""
        return tuple(decision for decision in self.decisions if is_lost(decision))

    def place(self, reading: Reading) -> Place:
        return self._comparing.ids[reading.article], reading.span

    def on(self, links: Iterable[Link]) -> tuple[Decision, ...]:
        """The person's word on these links."""
        wanted = {frozenset((self.place(link.a), self.place(link.b))) for link in links}
        return tuple(
            decision
            for decision in self.decisions
            if frozenset((t.article_id, t.span) for t in (decision.a, decision.b)) in wanted
        )

    def about(self, number: int) -> tuple[Decision, ...]:
        """What was decided about a passage: about links in it, or links kept out of it."""
        passage, ids = self._passages.passage(number), self._comparing.ids
        return tuple(one for one in self.decisions if decided_passages((passage,), ids, (one,)))

    # ---- what a key means

    def reading_here(self) -> Reading | None:
        """The active passage's reading in the focused column, the one in view."""
        article_id = self._board.focus
        index = None if article_id is None else self._comparing.index_of(article_id)
        span = None if article_id is None else self._passages.reading_in(article_id)
        return None if index is None or span is None else Reading(index, span)

    def addable(self, number: int) -> Reading | None:
        """Selected words that could join a passage, those of the focused column first.

        Words that are nearly a reading of another passage stand for that reading.
        """
        passage = self._passages.passage(number)
        for article_id, span in self._selections():
            index = self._comparing.index_of(article_id)
            if index is None:
                continue
            new = self.snapped(Reading(index, span))
            own = [r for r in passage.readings if r.article == index]
            if not any(_almost(new.span, r.span) for r in own):
                return new
        return None

    def selected_instead(self, reading: Reading) -> Span | None:
        """What is selected in the column of a reading, where it is not the reading itself."""
        article_id = self._comparing.ids[reading.article]
        span = self._board.selections.get(article_id)
        return None if span is None or span == reading.span else span

    def snapped(self, chosen: Reading) -> Reading:
        """The reading that selected words nearly are, else the words themselves."""
        comparison = self._comparing.comparison
        if comparison is None:
            return chosen
        near = {
            reading
            for passage in comparison.passages
            for reading in passage.readings
            if reading.article == chosen.article and _almost(reading.span, chosen.span)
        }
        return max(near, key=lambda r: (r.span.shared(chosen.span), r), default=chosen)

    def _selections(self) -> list[Place]:
        board = self._board
        return sorted(board.selections.items(), key=lambda place: place[0] != board.focus)

    # ---- deciding

    def decide(self, kind: DecisionKind, links: Sequence[tuple[Place, Place]]) -> None:
        """Accept or reject links, or make them by hand: one step of undo."""
        name = {
            DecisionKind.ACCEPTED: "Accept link",
            DecisionKind.REJECTED: "Reject link",
            DecisionKind.MADE: "Link selections",
        }[kind]
        self._decisions.keep(name, [(kind, a, b) for a, b in links])
        told = f"{len(links)} links are" if len(links) > 1 else "The link is"
        self._tell(f"{told} {kind.value}")

    def judge(self, kind: DecisionKind, links: Sequence[Link]) -> None:
        """Accept or reject what the machine found."""
        self.decide(kind, [(self.place(link.a), self.place(link.b)) for link in links])

    def take_back(self, decisions: Sequence[Decision]) -> None:
        """Leave links to the machine again, as one step of undo."""
        self._decisions.take_back([decision.id for decision in decisions])
        self._tell("The link is left to the machine again")

    # ---- putting right

    def change(self, number: int, reading: Reading, to: Span) -> bool:
        """Other words of its article take the place of a reading; whether it had any link."""
        comparison, passage = self._compared(), self._passages.passage(number)
        rulings = corrections.moved(comparison, passage, reading, to)
        return self._correct("Change reading", rulings, "The selected words are the reading now")

    def add(self, number: int, new: Reading) -> bool:
        """One more reading of what a passage says."""
        rulings = corrections.added(self._passages.passage(number), new)
        done = "The selected words are a reading of this passage"
        return self._correct("Add reading", rulings, done)

    def take_out(self, number: int, reading: Reading) -> bool:
        """A reading makes another claim than the rest."""
        passage = self._passages.passage(number)
        rulings = corrections.parted(self._compared(), passage, {reading})
        done = "The reading is taken out of the passage"
        return self._correct("Take reading out", rulings, done)

    def split(self, number: int, apart: Collection[Reading]) -> bool:
        """Some readings make another claim than the rest; both groups stay together."""
        passage = self._passages.passage(number)
        rulings = corrections.parted(self._compared(), passage, apart)
        return self._correct("Split passage", rulings, "The passage is split in two")

    def join(self, numbers: Sequence[int]) -> bool:
        """Passages make one claim."""
        first, *others = (self._passages.passage(number).readings for number in numbers)
        rulings: list[Ruling] = []
        held = list(first)
        for readings in others:
            rulings += corrections.joined(held, readings)
            held += readings
        return self._correct("Join passages", rulings, f"{len(numbers)} passages are joined")

    def link(self, one: Place, other: Place) -> bool:
        """Two selections make one claim; words that are nearly a reading stand for it."""
        ends: list[Reading] = []
        for article_id, span in (one, other):
            index = self._comparing.index_of(article_id)
            if index is None:
                return False
            ends.append(self.snapped(Reading(index, span)))
        rulings = corrections.joined(ends[:1], ends[1:])
        return self._correct("Link selections", rulings, "The selections are linked")

    # ---- inside

    def _compared(self) -> Comparison:
        comparison = self._comparing.comparison
        if comparison is None:
            raise LookupError("nothing is compared yet")
        return comparison

    def _correct(self, name: str, rulings: Sequence[Ruling], done: str) -> bool:
        if rulings:
            kept = [
                (DecisionKind(one.kind.value), self.place(one.a), self.place(one.b))
                for one in rulings
            ]
            self._decisions.keep(name, kept)
            self._tell(done)
        return bool(rulings)

    def _tell(self, sentence: str) -> None:
        self.done.emit(f"{sentence}; undo takes it back.")

    def _find_decided(self) -> None:
        """Tell the passages which of them hold something decided."""
        comparison = self._comparing.comparison
        passages = () if comparison is None else comparison.passages
        self._passages.set_decided(decided_passages(passages, self._comparing.ids, self.decisions))


def is_lost(decision: Decision) -> bool:
    return any(t.span is None or t.standing is Standing.LOST for t in (decision.a, decision.b))


def decided_passages(
    passages: Sequence[Passage], ids: Sequence[str], decisions: Iterable[Decision]
) -> Mapping[int, frozenset[DecisionKind]]:
    """What was decided in which passage, by its index.

    A link that was accepted or made belongs to the passages that hold both its readings, one that
    was rejected to all that hold one of them. `ids` are the compared articles' identifiers.
    """
    by_article: defaultdict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, passage in enumerate(passages):
        for reading in passage.readings:
            by_article[ids[reading.article]].append((reading.span, number))

    def holding(target: Target) -> set[int]:
        span = target.span
        if span is None:
            return set()
        return {n for own, n in by_article[target.article_id] if 2 * own.shared(span) > len(span)}

    found: defaultdict[int, set[DecisionKind]] = defaultdict(set)
    for decision in decisions:
        a, b = holding(decision.a), holding(decision.b)
        for number in a | b if decision.kind is DecisionKind.REJECTED else a & b:
            found[number].add(decision.kind)
    return {number: frozenset(kinds) for number, kinds in found.items()}


def _almost(a: Span, b: Span) -> bool:
    return a.shared(b) >= ALMOST * max(len(a), len(b))
