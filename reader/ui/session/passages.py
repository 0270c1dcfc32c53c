"""The passages of the comparison in the order they are worked through, and the active one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from reader.core.annotating.annotation import DecisionKind, ReviewState
from reader.core.comparison import Comparison, Passage
from reader.core.difference.divergence import Divergence, Verdict
from reader.core.matching.link import Reading
from reader.core.text.span import Span
from reader.ui.listing import Order, PassageFilter, Told, passes, rank
from reader.ui.session.board import Board
from reader.ui.session.comparing import Comparing
from reader.ui.session.known import KnownPassages
from reader.ui.session.reviewing import Reviewed
from reader.ui.session.reviews import Reviews
from reader.ui.session.stories import Stories
from reader.ui.settings import Settings


class Passages(QObject):
    """Which passages there are to work through, which is active, which are checked."""

    order_changed = Signal()
    """The list of passages, its order or its filter."""
    active_changed = Signal()
    reviews_changed = Signal()
    place_requested = Signal(str, object)
    """Article id and Span to bring into view, apart from any passage."""

    def __init__(
        self,
        stories: Stories,
        board: Board,
        comparing: Comparing,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stories = stories
        self._board = board
        self._comparing = comparing
        self._settings = settings
        self._order = Order.CONFLICTS_FIRST
        self._descending = False
        self._by: str | None = None
        self._filter = PassageFilter()
        self._listed: tuple[int, ...] = ()
        self._active: int | None = None
        self._active_places: frozenset[tuple[str, Span]] = frozenset()
        self._attended: dict[str, Span] = {}
        self._reviews = Reviews(stories, comparing, settings)
        self._known: tuple[str, KnownPassages] | None = None
        self._news = (0, 0)
        self._annotated: frozenset[int] = frozenset()
        self._decided: Mapping[int, frozenset[DecisionKind]] = {}
        comparing.comparison_changed.connect(self._on_comparison_changed)
        board.columns_changed.connect(self._list)

    # ---- the list

    @property
    def comparison(self) -> Comparison | None:
        return self._comparing.comparison

    @property
    def listed(self) -> tuple[int, ...]:
        """Indices of passages in the order they are worked through, filtered."""
        return self._listed

    @property
    def order(self) -> Order:
        return self._order

    @property
    def filter(self) -> PassageFilter:
        return self._filter

    @property
    def descending(self) -> bool:
        return self._descending

    @property
    def ordered_by(self) -> str | None:
        """Id of the article whose order passages follow; None for the base."""
        return self._by

    def set_order(
        self, order: Order, *, descending: bool = False, article_id: str | None = None
    ) -> None:
        """Work through the passages in another order; `article_id` is whose text it follows."""
        wanted = (order, descending, article_id)
        if wanted != (self._order, self._descending, self._by):
            self._order, self._descending, self._by = wanted
            self._list()

    def set_filter(self, chosen: PassageFilter) -> None:
        if chosen != self._filter:
            self._filter = chosen
            self._list()

    def set_annotated(self, passages: frozenset[int]) -> None:
        """Told by whoever knows the annotations: which passages hold one."""
        if passages != self._annotated:
            self._annotated = passages
            if self._filter.annotated:
                self._list()

    @property
    def annotated(self) -> frozenset[int]:
        return self._annotated

    def set_decided(self, passages: Mapping[int, frozenset[DecisionKind]]) -> None:
        """Told by whoever knows the decisions: what was decided in which passage."""
        if passages != self._decided:
            self._decided = passages
            if self._filter.decided is not None:
                self._list()
            self.reviews_changed.emit()

    def decided(self, index: int) -> frozenset[DecisionKind]:
        """How links of this passage, or of one of its readings, were judged by the person."""
        return self._decided.get(index, frozenset())

    def passage(self, index: int) -> Passage:
        comparison = self.comparison
        if comparison is None:
            raise LookupError("nothing is compared yet")
        return comparison.passages[index]

    def places(self, index: int) -> tuple[tuple[str, Span], ...]:
        """The passage's readings as article ids and spans."""
        known = self._comparing.known
        if known is None:
            raise LookupError("nothing is compared yet")
        return known.places[index]

    def conflicts(self, index: int) -> frozenset[frozenset[str]]:
        """The pairs of articles that a passage cannot both be right in."""
        found = map(self._divergence, self.passage(index).divergences)
        ids = self._comparing.ids
        return frozenset(
            frozenset((ids[one.a.article], ids[one.b.article]))
            for one in found
            if one.verdict is Verdict.CONFLICT and one.b is not None
        )

    def at(self, article_id: str, offset: int) -> int | None:
        """The passage that holds this code point, the shortest reading first; None for none."""
        article = self._comparing.index_of(article_id)
        comparison = self.comparison
        if article is None or comparison is None:
            return None
        found = [
            (p.shared_by == 1, len(r.span), n)
            for n, p in enumerate(comparison.passages)
            for r in p.readings
            if r.article == article and r.span.start <= offset < r.span.end
        ]
        return min(found)[2] if found else None

    # ---- the active passage

    @property
    def active(self) -> int | None:
        return self._active

    @property
    def position(self) -> tuple[int, int]:
        """'3 of 41': the active passage's place in the list from 1 (0 where it is not in it)."""
        place = self._listed.index(self._active) + 1 if self._active in self._listed else 0
        return place, len(self._listed)

    def activate(self, index: int | None) -> None:
        """Make a passage the active one and bring its readings into view."""
        comparison = self.comparison
        if index is not None and (comparison is None or not 0 <= index < len(comparison.passages)):
            return
        self._active = index
        self._attended = {}
        self._active_places = frozenset() if index is None else frozenset(self.places(index))
        if index is not None and self._reviews.look_at(index):
            self.reviews_changed.emit()
        self.active_changed.emit()

    def attend(self, article_id: str, span: Span) -> None:
        """Told by the board: of the active passage's readings in an article, the one in view."""
        self._attended[article_id] = span

    def reading_in(self, article_id: str) -> Span | None:
        """The active passage's reading in an article: the one in view, else one in conflict, else
        the first; None where the article has none.
        """
        if self._active is None:
            return None
        spans = [span for article, span in self.places(self._active) if article == article_id]
        if (attended := self._attended.get(article_id)) in spans:
            return attended
        article = self._comparing.index_of(article_id)
        boxed = [
            side.span
            for divergence in map(self._divergence, self.passage(self._active).divergences)
            for side in (divergence.a, divergence.b)
            if divergence.verdict is Verdict.CONFLICT
            and side is not None
            and side.article == article
        ]
        first = next((s for s in spans if any(s.overlaps(b) for b in boxed)), None)
        return first or next(iter(spans), None)

    def _divergence(self, number: int) -> Divergence:
        comparison = self.comparison
        assert comparison is not None
        return comparison.divergences[number]

    def next(self) -> None:
        self._step(1)

    def previous(self) -> None:
        self._step(-1)

    def next_in_text(self, direction: int) -> None:
        """The next (1) or previous (-1) passage by its place in the focused column."""
        comparison, focus = self.comparison, self._board.focus
        article = self._comparing.index_of(focus) if focus else None
        if comparison is None or article is None:
            return
        starts = sorted(
            (r.span.start, n)
            for n in self._listed
            for r in comparison.passages[n].readings
            if r.article == article
        )
        if not starts:
            return
        here = next((s for s in starts if s[1] == self._active), None)
        if here is None:
            self.activate(starts[0 if direction > 0 else -1][1])
            return
        place = (starts.index(here) + direction) % len(starts)
        self.activate(starts[place][1])

    def _step(self, by: int) -> None:
        if not self._listed:
            return
        if self._active in self._listed:
            place = (self._listed.index(self._active) + by) % len(self._listed)
        else:
            place = 0 if by > 0 else len(self._listed) - 1
        self.activate(self._listed[place])

    def go_to(self, article_id: str, span: Span) -> None:
        """Bring a place into view that need not belong to a passage."""
        self._board.show(article_id)
        self._board.set_focus(article_id)
        self.place_requested.emit(article_id, span)

    # ---- review states

    def reviewed(self, index: int) -> Reviewed:
        """How far a passage is reviewed, and by whom otherwise."""
        return self._reviews.of(index)

    @property
    def checked(self) -> tuple[int, int]:
        """'12 of 41 checked'."""
        comparison = self.comparison
        return (0, 0) if comparison is None else (self._reviews.checked, len(comparison.passages))

    def review(self, index: int, state: ReviewState) -> None:
        """Keep a passage's review state in the project; undoable."""
        self._reviews.set(self.places(index), state)
        self.read_reviews()

    def read_reviews(self) -> None:
        """Read again what the project holds of them."""
        self._reviews.read()
        if self._filter.state is not None:
            self._list()
        self.reviews_changed.emit()

    # ---- inside

    @property
    def news(self) -> tuple[int, int]:
        """How many passages are new, and how many changed, since this story's last comparison."""
        return self._news

    def _tell_news(self) -> None:
        story, known = self._stories.story, self._comparing.known
        if story is None or known is None:
            return
        before, self._known = self._known, (story.id, known)
        same = before is not None and before[0] == story.id
        self._news = known.news_since(before[1]) if before is not None and same else (0, 0)

    def _on_comparison_changed(self) -> None:
        before = self._active_places
        self._active = None
        self._tell_news()
        self._reviews.read_seen()
        self.read_reviews()
        self._list()
        known = self._comparing.known
        if known is not None and before:
            self._active = known.likest(before)
        else:
            self._active = self._reviews.last_seen()
        active = self._active
        self._active_places = frozenset() if active is None else frozenset(self.places(active))
        self.active_changed.emit()

    def _list(self) -> None:
        comparison = self.comparison
        if comparison is None:
            listed: tuple[int, ...] = ()
        else:
            base = self._comparing.index_of(self._by or self._board.base or "")
            every = range(len(comparison.passages))
            unfiltered = self._filter == PassageFilter()
            chosen = [n for n in every if unfiltered or self._passes(comparison, n)]
            chosen.sort(
                key=lambda n: rank(comparison, n, self._order, base), reverse=self._descending
            )
            listed = tuple(chosen)
        self._listed = listed
        self.order_changed.emit()

    def _passes(self, comparison: Comparison, index: int) -> bool:
        readings = comparison.passages[index].readings if self._filter.text else ()
        told = Told(
            words=tuple(self._words(reading) for reading in readings),
            state=self.reviewed(index).state,
            annotated=index in self._annotated,
            decided=self.decided(index),
        )
        return passes(comparison, index, self._filter, told)

    def _words(self, reading: Reading) -> str:
        stored = self._stories.article(self._comparing.ids[reading.article])
        return reading.span.of(stored.article.text) if stored else ""
