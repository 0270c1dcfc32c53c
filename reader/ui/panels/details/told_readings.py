"""The readings of one passage as views, tied to what a person can decide and correct about each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QMenu

from reader.core.annotating.annotation import Decision, DecisionKind
from reader.core.comparison import Passage
from reader.core.matching.link import Link, Reading
from reader.core.passages.corrections import links_at, sides_of
from reader.ui.appearance import Appearance
from reader.ui.panels.attempt import attempt
from reader.ui.panels.details.parts import ReadingView
from reader.ui.panels.drawn.pieces import Pieces, plain
from reader.ui.panels.drawn.readings import Readings
from reader.ui.panels.words import RELATION_WORDS
from reader.ui.session import Session


class ToldReadings:
    """Makes the views of a passage; `made` are all of them so far, in the order they were asked."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        number: int,
        readings: Readings,
        names: Mapping[int, str],
    ) -> None:
        """`number` is the passage's index in the comparison, `names` what articles are called."""
        self._session = session
        self._appearance = appearance
        self._number = number
        self._readings = readings
        self._names = names
        self.made: list[ReadingView] = []

    @property
    def _passage(self) -> Passage:
        return self._readings.comparison.passages[self._number]

    def own(self, reading: Reading, source: str) -> ReadingView:
        """A reading of the passage, set off against its counterpart; `source` is its article."""
        readings, passage = self._readings, self._passage
        base = readings.counterpart(passage, reading)
        links = () if base is None else readings.links_of(passage, base, reading)
        around = links_at(readings.comparison, passage, reading)
        shared = len(passage.readings) > 1
        if base is None and shared:
            way = "base" if readings.is_of_base(reading) else "the others are compared with it"
        else:
            way = "" if links else self._by_way_of(reading, around)
        view = self._view(reading, source, readings.pieces(passage, reading), links, way)
        view.correct.setVisible(bool(around))
        view.correcting.connect(lambda menu: self._fill_corrections(menu, reading, shared))
        return view

    def possible(self, link: Link, reading: Reading) -> ReadingView:
        """A reading that perhaps belongs to the passage, by a link that is only possible."""
        pieces = plain(self._readings.text(reading.article), reading.span)
        view = self._view(reading, self._names[reading.article], pieces, (link,), "")
        view.correct.hide()
        return view

    def _by_way_of(self, reading: Reading, around: Sequence[Link]) -> str:
        """How a reading without a link to the base belongs to the passage."""
        if not around:
            return ""
        surest = max(around, key=lambda link: link.score)
        sides = sides_of(self._passage, surest)
        other = sides[1] if sides[0] == reading else sides[0]
        return f"{RELATION_WORDS[surest.relation]}, beside {self._names[other.article]}"

    def _view(
        self, reading: Reading, source: str, pieces: Pieces, links: Sequence[Link], way: str
    ) -> ReadingView:
        kept = self._session.links
        decisions = kept.on(links)
        view = ReadingView(
            self._appearance,
            source,
            pieces,
            link=next(iter(links), None),
            decision=next(iter(decisions), None),
            by_way_of=way,
        )
        article_id, span = kept.place(reading)
        view.chosen.connect(lambda: self._session.passages.go_to(article_id, span))
        view.decided.connect(lambda kind: self._decide(kind, links, decisions))
        self.made.append(view)
        return view

    def _fill_corrections(self, menu: QMenu, reading: Reading, shared: bool) -> None:
        """What can be put right about one reading, whichever column has the attention."""
        links = self._session.links
        words = links.selected_instead(reading)
        menu.clear()
        new = menu.addAction("Use the selected words as the reading")
        new.setEnabled(words is not None)
        if words is not None:
            new.triggered.connect(lambda: self._try(links.change, reading, words))
        out = menu.addAction("Take the reading out")
        out.setEnabled(shared)
        out.triggered.connect(lambda: self._try(links.take_out, reading))

    def _try(self, correct: Callable[..., object], *told: object) -> None:
        attempt(self._session, lambda: correct(self._number, *told))

    def _decide(
        self, kind: DecisionKind | None, links: Sequence[Link], decisions: Sequence[Decision]
    ) -> None:
        """What is said of two readings holds for every link between them; None takes it back."""
        kept = self._session.links
        if kind is None:
            attempt(self._session, lambda: kept.take_back(decisions))
        else:
            attempt(self._session, lambda: kept.judge(kind, links))
