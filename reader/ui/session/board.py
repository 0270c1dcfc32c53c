"""Which articles stand on the board, in what order, and how they are looked at: only view."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from reader.core.difference.divergence import DivergenceKind
from reader.core.matching.link import Relation
from reader.core.text.span import Span
from reader.ui.session.stories import Stories
from reader.ui.settings import Settings

ZOOMS = (70, 80, 90, 100, 110, 125, 140, 160, 180, 200, 240)
"""Sizes of the article text in percent."""
SHOWN_AT_FIRST = 5
"""So many columns a story has at first; so many texts added at once all come onto the board."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Which marks are drawn."""

    relations: frozenset[Relation] = frozenset(Relation)
    kinds: frozenset[DivergenceKind] = frozenset(DivergenceKind)
    conflicts: bool = True
    only: bool = True
    possible: bool = False
    """Also the links that are only possible."""


class Board(QObject):
    """The columns of the current story and the way they are read."""

    columns_changed = Signal()
    """Which articles are columns, their order, or the base."""
    emphasis_changed = Signal()
    look_changed = Signal()
    """Zoom, line width, furniture folded."""
    together_changed = Signal(bool)
    making_way_changed = Signal(bool)
    focus_changed = Signal()
    """Another column has the reader's attention."""
    selection_changed = Signal()

    def __init__(self, stories: Stories, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stories = stories
        self._settings = settings
        self._columns: tuple[str, ...] = ()
        self._base: str | None = None
        self._focus: str | None = None
        self._selections: dict[str, Span] = {}
        self._emphasis = Emphasis()
        self._together = bool(settings.get("board", "together", True))
        self._making_way = bool(settings.get("board", "making_way", True))
        self._zoom = int(settings.get("board", "zoom", 100))
        self._measure = int(settings.get("board", "measure", 68))
        self._folded = bool(settings.get("board", "folded", False))
        self._numbers = bool(settings.get("board", "numbers", False))
        stories.story_changed.connect(self._on_story_changed)
        stories.articles_changed.connect(self._on_articles_changed)

    # ---- columns

    @property
    def columns(self) -> tuple[str, ...]:
        """Ids of the articles on the board, from left to right."""
        return self._columns

    @property
    def base(self) -> str | None:
        """Id of the article that the others are compared with."""
        if self._base in self._columns:
            return self._base
        return self._columns[0] if self._columns else None

    def set_columns(self, article_ids: tuple[str, ...]) -> None:
        known = {a.id for a in self._stories.articles}
        columns = tuple(dict.fromkeys(a for a in article_ids if a in known))
        if columns != self._columns:
            self._columns = columns
            self._selections = {a: s for a, s in self._selections.items() if a in columns}
            if self._focus not in columns:
                self._focus = None
            self._remember()
            self.columns_changed.emit()

    def show(self, article_id: str) -> None:
        """Bring an article onto the board, at its place in the story's order."""
        if article_id in self._columns:
            return
        rank = {a.id: n for n, a in enumerate(self._stories.articles)}
        place = sum(1 for c in self._columns if rank.get(c, 0) < rank.get(article_id, 0))
        self.set_columns((*self._columns[:place], article_id, *self._columns[place:]))

    def hide(self, article_id: str) -> None:
        self.set_columns(tuple(c for c in self._columns if c != article_id))

    def move(self, article_id: str, place: int) -> None:
        """Put a column at another place from the left."""
        rest = [c for c in self._columns if c != article_id]
        if len(rest) < len(self._columns):
            rest.insert(max(0, min(place, len(rest))), article_id)
            self.set_columns(tuple(rest))

    def set_base(self, article_id: str) -> None:
        if article_id != self.base:
            self._base = article_id
            self._remember()
            self.columns_changed.emit()

    # ---- attention

    @property
    def focus(self) -> str | None:
        """Id of the article whose column has the reader's attention, else the base."""
        return self._focus if self._focus in self._columns else self.base

    def set_focus(self, article_id: str) -> None:
        if article_id != self._focus:
            self._focus = article_id
            self.focus_changed.emit()

    @property
    def selections(self) -> dict[str, Span]:
        """What is selected in which article, in code points; empty selections are not kept."""
        return dict(self._selections)

    @property
    def selection(self) -> tuple[str, Span] | None:
        """The selection of the focused column, if any."""
        focus = self.focus
        if focus is not None and focus in self._selections:
            return focus, self._selections[focus]
        return None

    def set_selection(self, article_id: str, span: Span | None) -> None:
        before = self._selections.get(article_id)
        if span is None or len(span) == 0:
            self._selections.pop(article_id, None)
        else:
            self._selections[article_id] = span
        if self._selections.get(article_id) != before:
            self.selection_changed.emit()

    # ---- look

    @property
    def emphasis(self) -> Emphasis:
        return self._emphasis

    def set_emphasis(self, emphasis: Emphasis) -> None:
        if emphasis != self._emphasis:
            self._emphasis = emphasis
            self.emphasis_changed.emit()

    def toggle_relation(self, relation: Relation) -> None:
        shown = self._emphasis.relations ^ {relation}
        self.set_emphasis(replace(self._emphasis, relations=frozenset(shown)))

    def toggle_kind(self, kind: DivergenceKind) -> None:
        shown = self._emphasis.kinds ^ {kind}
        self.set_emphasis(replace(self._emphasis, kinds=frozenset(shown)))

    @property
    def together(self) -> bool:
        """Whether columns scroll together by passage."""
        return self._together

    def set_together(self, together: bool) -> None:
        if together != self._together:
            self._together = together
            self._settings.set("board", "together", together)
            self.together_changed.emit(together)

    @property
    def making_way(self) -> bool:
        """Whether columns step aside so that those of the active passage stand side by side."""
        return self._making_way

    def set_making_way(self, making_way: bool) -> None:
        if making_way != self._making_way:
            self._making_way = making_way
            self._settings.set("board", "making_way", making_way)
            self.making_way_changed.emit(making_way)

    @property
    def zoom(self) -> int:
        """Size of the article text in percent."""
        return self._zoom

    def zoom_by(self, steps: int) -> None:
        nearest = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - self._zoom))
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, nearest + steps))])

    def set_zoom(self, percent: int) -> None:
        if percent != self._zoom:
            self._zoom = percent
            self._settings.set("board", "zoom", percent)
            self.look_changed.emit()

    @property
    def measure(self) -> int:
        """Widest line, in characters of the text face."""
        return self._measure

    def set_measure(self, characters: int) -> None:
        characters = max(40, min(100, characters))
        if characters != self._measure:
            self._measure = characters
            self._settings.set("board", "measure", characters)
            self.look_changed.emit()

    @property
    def folded(self) -> bool:
        """Whether furniture is folded away."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        if folded != self._folded:
            self._folded = folded
            self._settings.set("board", "folded", folded)
            self.look_changed.emit()

    @property
    def numbers(self) -> bool:
        """Whether paragraphs are numbered."""
        return self._numbers

    def set_numbers(self, numbers: bool) -> None:
        if numbers != self._numbers:
            self._numbers = numbers
            self._settings.set("board", "numbers", numbers)
            self.look_changed.emit()

    # ---- keeping

    def _section(self) -> str | None:
        if not self._stories.is_open or self._stories.story is None:
            return None
        return f"{self._stories.project.uuid}/{self._stories.story.id}"

    def _remember(self) -> None:
        section = self._section()
        if section is not None:
            self._settings.set(section, "columns", list(self._columns))
            self._settings.set(section, "base", self._base or "")

    def _on_story_changed(self) -> None:
        known = [a.id for a in self._stories.articles]
        section = self._section()
        kept = self._settings.get(section, "columns", []) if section else []
        columns = tuple(c for c in kept if c in known) or tuple(known[:SHOWN_AT_FIRST])
        base = self._settings.get(section, "base", "") if section else ""
        self._selections = {}
        self._focus = None
        self._columns, self._base = columns, base or None
        if section is not None:
            self._settings.set(section, "seen", known)
        self.columns_changed.emit()

    def _on_articles_changed(self) -> None:
        known = [a.id for a in self._stories.articles]
        section = self._section()
        seen = set(self._settings.get(section, "seen", [])) if section else set[str]()
        new = [a for a in known if a not in self._columns and a not in seen]
        columns = tuple(c for c in self._columns if c in known)
        few = len(new) <= SHOWN_AT_FIRST  # one looks for what one has just dropped here
        room = len(new) if few else max(0, SHOWN_AT_FIRST - len(columns))
        if section is not None:
            self._settings.set(section, "seen", known)
        self._columns = (*columns, *new[:room])
        self._remember()
        self.columns_changed.emit()
