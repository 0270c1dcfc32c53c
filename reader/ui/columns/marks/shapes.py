"""The marks of one paragraph as shapes, laid out once and painted as often as the text scrolls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtGui import QTextBlock

from reader.core.difference.divergence import Verdict
from reader.core.matching.link import Relation
from reader.core.text.offsets import Utf16Map
from reader.core.text.span import Span
from reader.ui.columns.marks.geometry import Piece, is_mixed, pieces
from reader.ui.columns.plan.bands import Attention, Bands, Bar, Box, Run, Stripe
from reader.ui.columns.plan.by_place import ByPlace


@dataclass(slots=True)
class Marks:
    """What touches one paragraph, in code points of the article."""

    runs: list[Run] = field(default_factory=list[Run])
    boxes: list[Box] = field(default_factory=list[Box])
    bars: list[Bar] = field(default_factory=list[Bar])
    stripes: list[Stripe] = field(default_factory=list[Stripe])
    hits: list[tuple[Span, bool]] = field(default_factory=list[tuple[Span, bool]])
    """Found words, and whether one is the current hit."""
    flash: list[Span] = field(default_factory=list[Span])


@dataclass(frozen=True, slots=True)
class Underlined:
    """A run's shapes; pixels count from the block's corner."""

    piece: Piece
    relations: tuple[Relation, ...]
    slots: tuple[int, ...]
    changed: bool
    faded: bool


@dataclass(frozen=True, slots=True)
class Boxed:
    piece: Piece
    verdict: Verdict
    faded: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Something in a margin along some lines."""

    top: float
    bottom: float
    faded: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """All shapes of one paragraph, in pixels from its block's corner."""

    underlined: tuple[Underlined, ...] = ()
    boxed: tuple[Boxed, ...] = ()
    signs: tuple[Beside, ...] = ()
    bars: tuple[Beside, ...] = ()
    active: tuple[Beside, ...] = ()
    stripes: tuple[tuple[Stripe, Beside], ...] = ()
    brackets: tuple[tuple[Stripe, Piece], ...] = ()
    hits: tuple[tuple[Piece, bool], ...] = ()
    flash: tuple[Piece, ...] = ()


NOTHING: Final = Laid()
_UNMARKED: Final = Marks()


class MarkIndex:
    """Marks by paragraph, so that only what is on screen is ever looked up and laid out."""

    def __init__(self) -> None:
        self._spans: Sequence[Span] = ()
        self._found: dict[int, Marks | None] = {}
        self.set_bands(Bands())
        self.set_stripes(())
        self.set_hits((), None)
        self.set_flash(())

    def set_paragraphs(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._found.clear()

    def set_bands(self, bands: Bands) -> None:
        self._runs = ByPlace(bands.runs, _own_span)
        self._boxes = ByPlace(bands.boxes, _own_span)
        self._bars = ByPlace(bands.bars, _own_span)
        self._found.clear()

    def set_stripes(self, stripes: Sequence[Stripe]) -> None:
        self._stripes = ByPlace(stripes, lambda stripe: stripe.note.span)
        self._found.clear()

    def set_hits(self, hits: Sequence[Span], current: Span | None) -> None:
        self._hits, self._hit = ByPlace(hits, _itself), current
        self._found.clear()

    def set_flash(self, spans: Sequence[Span]) -> None:
        self._flash = ByPlace(spans, _itself)
        self._found.clear()

    def of(self, paragraph: int) -> Marks | None:
        """What touches a paragraph, counted from 0; None where nothing does."""
        if paragraph not in self._found:
            span = self._spans[paragraph]
            marks = Marks(
                self._runs.touching(span),
                self._boxes.touching(span),
                self._bars.touching(span),
                self._stripes.touching(span),
                [(hit, hit == self._hit) for hit in self._hits.touching(span)],
                self._flash.touching(span),
            )
            self._found[paragraph] = None if marks == _UNMARKED else marks
        return self._found[paragraph]


def _own_span(mark: Run | Box | Bar) -> Span:
    return mark.span


def _itself(span: Span) -> Span:
    return span


def lay_out(block: QTextBlock, marks: Marks, offsets: Utf16Map, attention: Attention) -> Laid:
    """The shapes of one paragraph's marks from its lines' geometry."""
    mixed = is_mixed(block)

    def of(span: Span) -> list[Piece]:
        start, end = offsets.qt_range(span)
        return pieces(block, start, end, mixed=mixed)

    boxed = [
        (box, piece, attention.fades(box.span)) for box in marks.boxes for piece in of(box.span)
    ]
    noted = [(stripe, of(stripe.note.span)) for stripe in marks.stripes]
    return Laid(
        tuple(
            Underlined(piece, run.relations, run.slots, run.changed, faded)
            for run in marks.runs
            for span, faded in attention.split(run.span)
            for piece in of(span)
        ),
        tuple(Boxed(piece, box.verdict, faded) for box, piece, faded in boxed),
        _signs(boxed),
        _beside((of(bar.span), attention.fades(bar.span)) for bar in marks.bars),
        _beside((of(span), False) for span in attention.readings),
        tuple((stripe, _hull(found)) for stripe, found in noted if found),
        tuple((stripe, piece) for stripe, found in noted for piece in found),
        tuple((piece, current) for span, current in marks.hits for piece in of(span)),
        tuple(piece for span in marks.flash for piece in of(span)),
    )


def _hull(found: Sequence[Piece], faded: bool = False) -> Beside:
    return Beside(min(p.top for p in found), max(p.bottom for p in found), faded)


def _beside(found: Iterable[tuple[Sequence[Piece], bool]]) -> tuple[Beside, ...]:
    return tuple(_hull(line, faded) for line, faded in found if line)


def _signs(boxed: Iterable[tuple[Box, Piece, bool]]) -> tuple[Beside, ...]:
    """One sign a line, however many conflicts stand on it; faded only where all of them are."""
    lines: dict[float, Beside] = {}
    for box, piece, is_faded in boxed:
        if box.verdict is Verdict.CONFLICT and piece.first:
            known = lines.get(piece.top)
            faded = is_faded and (known is None or known.faded)
            lines[piece.top] = Beside(piece.top, piece.bottom, faded)
    return tuple(lines.values())
