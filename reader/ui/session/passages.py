"""The passages of the comparison in the order they are worked through, and the active one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from reader.core.annotation import Review, ReviewState
from reader.core.comparison import Comparison, Passage
from reader.core.difference.divergence import DivergenceKind, Verdict
from reader.core.matching.link import Reading, Relation
from reader.core.text.span import Span
from reader.ui.session.board import Board
from reader.ui.session.comparing import Comparing
from reader.ui.session.stories import Stories
from reader.ui.settings import Settings


class Order(StrEnum):
    CONFLICTS_FIRST = "conflicts first"
    TEXT = "order of the base"
    SHARED = "most shared first"


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """Which passages are worked through; what is None or empty filters nothing."""

    text: str = ""
    least_shared: int = 1
    most_shared: int | None = None
    verdict: Verdict | None = None
    relation: Relation | None = None
    kind: DivergenceKind | None = None
    state: ReviewState | None = None
    annotated: bool = False


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A passage's review state; `changed` where its readings are not those that were reviewed."""

    state: ReviewState
    changed: bool = False


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
        self._history: list[tuple[str, Span]] = []
        self._reviewed: dict[int, Reviewed] = {}
        self._review_ids: dict[int, Review] = {}
        self._annotated: frozenset[int] = frozenset()
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
            self._list()

    @property
    def annotated(self) -> frozenset[int]:
        return self._annotated

    def passage(self, index: int) -> Passage:
        comparison = self.comparison
        if comparison is None:
            raise LookupError("nothing is compared yet")
        return comparison.passages[index]

    def places(self, index: int) -> tuple[tuple[str, Span], ...]:
        """The passage's readings as article ids and spans."""
        return tuple((self._comparing.ids[r.article], r.span) for r in self.passage(index).readings)

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
        self._active_places = frozenset() if index is None else frozenset(self.places(index))
        if index is not None:
            self._mark_seen(index)
        self.active_changed.emit()

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
        found = self._reviewed.get(index)
        if found is not None:
            return found
        seen = self._key(index) in self._seen()
        return Reviewed(ReviewState.SEEN if seen else ReviewState.UNSEEN)

    @property
    def checked(self) -> tuple[int, int]:
        """'12 of 41 checked'."""
        comparison = self.comparison
        if comparison is None:
            return 0, 0
        done = sum(1 for r in self._reviewed.values() if r.state is ReviewState.CHECKED)
        return done, len(comparison.passages)

    def review(self, index: int, state: ReviewState) -> None:
        """Keep a passage's review state in the project; undoable."""
        story = self._stories.story
        if story is None:
            return
        self._stories.project.reviews.set(story.id, self.places(index), state)
        self.read_reviews()

    def read_reviews(self) -> None:
        """Read again what the project holds, and know the passages again by their places."""
        story, comparison = self._stories.story, self.comparison
        self._reviewed = {}
        if story is not None and comparison is not None and self._comparing.ids:
            for review in self._stories.project.reviews.of(story.id):
                self._recognise(review, comparison)
        if self._filter.state is not None:
            self._list()
        self.reviews_changed.emit()

    def _recognise(self, review: Review, comparison: Comparison) -> None:
        places = {(t.article_id, t.span) for t in review.places if t.span is not None}
        best: tuple[int, int] | None = None
        for n in range(len(comparison.passages)):
            here = self.places(n)
            if places == set(here):
                self._reviewed[n] = Reviewed(review.state)
                return
            shared = sum(
                1 for a, s in here for b, t in places if a == b and 2 * s.shared(t) > len(t)
            )
            if shared and (best is None or shared > best[0]):
                best = (shared, n)
        if best is not None and review.state is not ReviewState.UNSEEN:
            self._reviewed.setdefault(best[1], Reviewed(ReviewState.UNSEEN, changed=True))

    # ---- inside

    def _key(self, index: int) -> str:
        """A short name of a passage that stays while its readings stay; for view settings only."""
        comparison = self.comparison
        assert comparison is not None
        told = ";".join(
            f"{comparison.articles[r.article].sha256}:{r.span.start}-{r.span.end}"
            for r in sorted(comparison.passages[index].readings, key=self._by_text)
        )
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    def _by_text(self, reading: Reading) -> tuple[str, int]:
        comparison = self.comparison
        assert comparison is not None
        return comparison.articles[reading.article].sha256, reading.span.start

    def _seen(self) -> set[str]:
        return set(self._settings.get(self._section(), "seen passages", []))

    def _section(self) -> str:
        story = self._stories.story
        return f"{self._stories.project.uuid}/{story.id if story else ''}"

    def _mark_seen(self, index: int) -> None:
        seen = self._seen()
        key = self._key(index)
        self._settings.set(self._section(), "last passage", key)
        if key not in seen:
            self._settings.set(self._section(), "seen passages", sorted(seen | {key}))
            self.reviews_changed.emit()

    def _on_comparison_changed(self) -> None:
        before = self._active_places
        self._active = None
        self._reviewed = {}
        self.read_reviews()
        self._list()
        comparison = self.comparison
        if comparison is not None and before:
            self._active = self._same_again(before, len(comparison.passages))
        elif comparison is not None:
            self._active = self._left_at(len(comparison.passages))
        active = self._active
        self._active_places = frozenset() if active is None else frozenset(self.places(active))
        self.active_changed.emit()

    def _left_at(self, count: int) -> int | None:
        """The passage that was active when this story was last on the desk."""
        key = self._settings.get(self._section(), "last passage", "")
        return next((n for n in range(count) if key and self._key(n) == key), None)

    def _same_again(self, before: frozenset[tuple[str, Span]], count: int) -> int | None:
        """The passage that shares most places with what was active before, else most text."""

        def shared(number: int) -> tuple[int, int, int]:
            here = self.places(number)
            text = sum(s.shared(t) for a, s in before for b, t in here if a == b)
            return len(before & set(here)), text, -number

        best = max(range(count), key=shared, default=None)
        return best if best is not None and shared(best)[1] else None

    def _list(self) -> None:
        comparison = self.comparison
        if comparison is None:
            listed: tuple[int, ...] = ()
        else:
            chosen = [n for n in range(len(comparison.passages)) if self._passes(comparison, n)]
            chosen.sort(key=lambda n: self._rank(comparison, n), reverse=self._descending)
            listed = tuple(chosen)
        self._listed = listed
        self.order_changed.emit()

    def _rank(self, comparison: Comparison, index: int) -> tuple[int, ...]:
        passage = comparison.passages[index]
        base = self._comparing.index_of(self._by or self._board.base or "")
        own = [r.span.start for r in passage.readings if r.article == base]
        place = (0, own[0]) if own else (1, passage.readings[0].span.start)
        first = passage.readings[0].article
        if self._order is Order.SHARED:
            return (-passage.shared_by, *place, first)
        if self._order is Order.CONFLICTS_FIRST:
            part = 0 if passage.verdict is Verdict.CONFLICT else 1 if passage.shared_by > 1 else 2
            return (part, *place, first)
        return (*place, first, index)

    def _passes(self, comparison: Comparison, index: int) -> bool:
        passage, chosen = comparison.passages[index], self._filter
        most = chosen.most_shared
        if passage.shared_by < chosen.least_shared or (most and passage.shared_by > most):
            return False
        if chosen.verdict is not None and passage.verdict is not chosen.verdict:
            return False
        if chosen.relation is not None and not any(
            comparison.links[n].relation is chosen.relation for n in passage.links
        ):
            return False
        if chosen.kind is not None and not any(
            comparison.divergences[n].kind is chosen.kind for n in passage.divergences
        ):
            return False
        if chosen.state is not None and self.reviewed(index).state is not chosen.state:
            return False
        if chosen.annotated and index not in self._annotated:
            return False
        return not chosen.text or self._holds(passage.readings, chosen.text)

    def _holds(self, readings: Sequence[Reading], wanted: str) -> bool:
        wanted = wanted.casefold()
        for reading in readings:
            article = self._stories.article(self._comparing.ids[reading.article])
            if article and wanted in reading.span.of(article.article.text).casefold():
                return True
        return False
