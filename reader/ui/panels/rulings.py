"""What a person says of a passage's links: accept, reject, put right; each one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.core.annotation import Decision, DecisionKind, Standing
from reader.core.comparison import Passage
from reader.core.matching.link import Link, Reading
from reader.core.text.span import Span
from reader.ui.panels.attempt import attempt
from reader.ui.session import Session
from reader.ui.session.notes import Place


class Rulings:
    """Keeps decisions by the places of a link, never by its number."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def place(self, reading: Reading) -> Place:
        return self._session.comparing.ids[reading.article], reading.span

    def places(self, link: Link) -> tuple[Place, Place]:
        return self.place(link.a), self.place(link.b)

    def on(self, links: Sequence[Link]) -> tuple[Decision, ...]:
        """The person's word on these links."""
        wanted = {frozenset(self.places(link)) for link in links}
        return tuple(
            decision
            for decision in self._session.decisions.all
            if frozenset((t.article_id, t.span) for t in (decision.a, decision.b)) in wanted
        )

    @property
    def lost(self) -> tuple[Decision, ...]:
        """Decisions whose words are no longer found, so that no comparison honours them."""
        return tuple(
            decision
            for decision in self._session.decisions.all
            if any(t.span is None or t.standing is Standing.LOST for t in (decision.a, decision.b))
        )

    def take_back(self, decisions: Sequence[Decision]) -> None:
        ids = [decision.id for decision in decisions]
        attempt(self._session, lambda: self._session.decisions.take_back(ids))

    def decide(
        self, kind: DecisionKind | None, links: Sequence[Link], decisions: Sequence[Decision]
    ) -> None:
        """What is said of two readings holds for every link between them; None takes it back."""
        if kind is None:
            self.take_back(decisions)
            return
        places = [self.places(link) for link in links]
        if attempt(self._session, lambda: self._session.decisions.decide_all(kind, places)):
            done = "accepted" if kind is DecisionKind.ACCEPTED else "rejected"
            self._session.say(f"The link is {done}; undo takes it back.")

    # ---- putting right

    def selected(self, reading: Reading) -> Span | None:
        """What is selected in the column of a reading, where it is not the reading itself."""
        span = self._session.board.selections.get(self.place(reading)[0])
        return None if span is None or span == reading.span else span

    def replace(self, links: Sequence[Link], a: Reading, b: Reading) -> None:
        """Link the selected words of the two columns instead; a side without any stays."""
        spans = [self.selected(reading) or reading.span for reading in (a, b)]
        new = [(self.place(r)[0], span) for r, span in zip((a, b), spans, strict=True)]

        def change(add: Callable[[DecisionKind, Place, Place], object]) -> None:
            for link in links:
                add(DecisionKind.REJECTED, *self.places(link))
            add(DecisionKind.MADE, new[0], new[1])

        self._change("Correct link", change, "The selected words are linked instead")

    def addable(self, passage: Passage) -> Place | None:
        """Selected words that could join a passage: the focused column's first."""
        board = self._session.board
        held = {self.place(reading) for reading in passage.readings}
        chosen = sorted(board.selections.items(), key=lambda place: place[0] != board.focus)
        return next((place for place in chosen if place not in held), None)

    def add(self, place: Place, base: Reading) -> None:
        """Make the selected words another reading of what the base's reading says."""
        self._change(
            "Add reading",
            lambda add: add(DecisionKind.MADE, place, self.place(base)),
            "The selected words are a reading of this passage",
        )

    def part(self, links: Sequence[Link]) -> None:
        """Part a reading from the rest: none of its links holds."""

        def change(add: Callable[[DecisionKind, Place, Place], object]) -> None:
            for link in links:
                add(DecisionKind.REJECTED, *self.places(link))

        self._change("Part reading from passage", change, "The reading is parted from the rest")

    def _change(
        self,
        name: str,
        change: Callable[[Callable[[DecisionKind, Place, Place], object]], object],
        done: str,
    ) -> None:
        session = self._session
        story = session.stories.story
        if story is None:
            return
        project = session.stories.project

        def add(kind: DecisionKind, a: Place, b: Place) -> object:
            return project.decisions.add(story.id, kind, a, b)

        def kept() -> None:
            with project.log.change(name):
                change(add)
            session.notes.refresh()
            session.comparing.again()

        if attempt(session, kept):
            session.say(f"{done}; undo takes it back.")
