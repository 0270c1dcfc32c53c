"""Commands on links: accept and reject them, and put passages right, all of it by key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from reader.core.annotating.annotation import Decision, DecisionKind, Target
from reader.core.errors import ReaderError
from reader.core.matching.link import Link, Reading
from reader.ui.dialogs.decisions import DecisionsDialog, DecisionWords, StepWords
from reader.ui.dialogs.join import JoinDialog
from reader.ui.dialogs.split import SplitDialog
from reader.ui.session import Session
from reader.ui.session.linking import is_lost

CORRECTIONS = (
    "passage.add_reading",
    "passage.change_reading",
    "passage.take_out",
    "passage.split",
    "passage.join",
    "links.list",
)
"""Actions that put the active passage right, as the details offer them."""


class LinkCommands(QObject):
    """Each says what it did, or what it needs."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        told: dict[str, Callable[[], object]] = {
            "note.link": self.link,
            "links.list": self.show_decisions,
        }
        for action_id, do in (
            ("passage.accept", partial(self._judge, DecisionKind.ACCEPTED)),
            ("passage.reject", partial(self._judge, DecisionKind.REJECTED)),
            ("passage.undecide", self._undecide),
            ("passage.add_reading", self._add_reading),
            ("passage.change_reading", self._change_reading),
            ("passage.take_out", self._take_out),
            ("passage.split", self._ask_split),
            ("passage.join", self._ask_join),
        ):
            told[action_id] = partial(self._on_active, do)
        return told

    def _on_active(self, do: Callable[[int], object]) -> None:
        """Do something to the active passage, where there is one."""
        if not self._session.stories.is_open or self._session.comparing.comparison is None:
            return
        active = self._session.passages.active
        if active is None:
            self._session.say("Go to a passage first: N.")
            return
        self._trying(partial(do, active))

    def _trying(self, do: Callable[[], object]) -> None:
        try:
            do()
        except ReaderError as problem:
            self._session.tell(problem)

    # ---- accept and reject

    def _judge(self, kind: DecisionKind, number: int) -> None:
        links = self._links_here(number)
        if links:
            self._session.links.judge(kind, links)
        else:
            self._session.say("Only one article says this: there is no link to judge.")

    def _undecide(self, number: int) -> None:
        decisions = self._session.links.about(number)
        if decisions:
            self._session.links.take_back(decisions)
        else:
            self._session.say("You have decided nothing about this passage yet.")

    def _links_here(self, number: int) -> tuple[Link, ...]:
        """The passage's links that touch the focused column, else all of them."""
        comparison = self._session.comparing.comparison
        if comparison is None:
            return ()
        links = tuple(comparison.links[n] for n in comparison.passages[number].links)
        here = self._session.comparing.index_of(self._session.board.focus or "")
        mine = tuple(link for link in links if here in (link.a.article, link.b.article))
        return mine or links

    # ---- put right

    def link(self) -> None:
        """Link what is selected in two columns."""
        if not self._session.stories.is_open:
            return
        board = self._session.board
        chosen = [(a, s) for a, s in board.selections.items() if a in board.columns]
        if len(chosen) != 2:
            self._session.say("Select words in exactly two columns, then press L.")
            return
        self._trying(lambda: self._session.links.link(chosen[0], chosen[1]))

    def _add_reading(self, number: int) -> None:
        new = self._session.links.addable(number)
        if new is None:
            self._session.say("Select the words that also say this, in any column.")
        else:
            self._session.links.add(number, new)

    def _change_reading(self, number: int) -> None:
        reading = self._session.links.reading_here()
        words = None if reading is None else self._session.links.selected_instead(reading)
        if reading is None:
            self._session.say("The article of this column has no reading in the passage.")
        elif words is None:
            self._session.say("Select the words that the reading should be, in its own column.")
        elif not self._session.links.change(number, reading, words):
            self._session.say("Only one article says this: there is no link to correct.")

    def _take_out(self, number: int) -> None:
        reading = self._session.links.reading_here()
        if reading is None:
            self._session.say("The article of this column has no reading in the passage.")
        elif len(self._session.passages.passage(number).readings) < 2:
            self._session.say("It is the only reading of this passage.")
        else:
            self._session.links.take_out(number, reading)

    def _ask_split(self, number: int) -> None:
        readings = self._session.passages.passage(number).readings
        if len(readings) < 2:
            self._session.say("It is the only reading of this passage.")
            return
        here = self._session.links.reading_here()
        told = [(self._source(reading), self._words(reading)) for reading in readings]
        dialog = SplitDialog(told, [reading == here for reading in readings], self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._session.links.split(number, [readings[n] for n in dialog.apart])

    def _ask_join(self, number: int) -> None:
        """Ask for the passage that says the same, the nearest in the text first."""
        passages = self._session.passages
        comparison = self._session.comparing.comparison
        assert comparison is not None
        others = sorted(
            (n for n in range(len(comparison.passages)) if n != number),
            key=lambda n: (self._distance(number, n), n),
        )
        told = [self._told(passages.passage(n).readings) for n in others]
        dialog = JoinDialog(self._told(passages.passage(number).readings), told, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen is not None:
            self._session.links.join((number, others[dialog.chosen]))

    def _distance(self, one: int, other: int) -> int:
        """Code points between two passages in the article where they are nearest."""
        passages = self._session.passages
        return min(
            (
                abs(a.span.start - b.span.start)
                for a in passages.passage(one).readings
                for b in passages.passage(other).readings
                if a.article == b.article
            ),
            default=1_000_000_000,
        )

    # ---- what was decided

    def show_decisions(self) -> None:
        """List what was decided in the story, step by step, what holds no longer first."""
        if not self._session.stories.is_open:
            return
        links = self._session.links
        steps = links.steps
        told = [StepWords(s.name, tuple(self._decided(one) for one in s.decisions)) for s in steps]
        dialog = DecisionsDialog(told, self._window)
        dialog.exec()
        if dialog.go_to is not None:
            self._go_to(steps[dialog.go_to].decisions)
        elif dialog.taken_back:
            back = [one for n in dialog.taken_back for one in steps[n].decisions]
            self._trying(lambda: links.take_back(back))

    def _go_to(self, decisions: Sequence[Decision]) -> None:
        for target in (side for one in decisions for side in (one.a, one.b)):
            if target.span is not None:
                self._session.passages.go_to(target.article_id, target.span)
                return

    def _decided(self, decision: Decision) -> DecisionWords:
        return DecisionWords(
            decision.kind,
            tuple((self._name(t.article_id), _quote(t)) for t in (decision.a, decision.b)),
            lost=is_lost(decision),
        )

    # ---- words

    def _name(self, article_id: str) -> str:
        stored = self._session.stories.article(article_id)
        if stored is None:
            return "an article that was removed"
        return stored.article.outlet or stored.article.title or stored.article.name

    def _source(self, reading: Reading) -> str:
        return self._name(self._session.comparing.ids[reading.article])

    def _words(self, reading: Reading) -> str:
        stored = self._session.stories.article(self._session.comparing.ids[reading.article])
        return "" if stored is None else " ".join(reading.span.of(stored.article.text).split())

    def _told(self, readings: Sequence[Reading]) -> str:
        """A passage in a line: its first reading, and who else says it."""
        names = dict.fromkeys(self._source(reading) for reading in readings)
        return f"{self._words(readings[0])}  ({', '.join(names)})"


def _quote(target: Target) -> str:
    return " ".join(target.anchor.quote.split())
