"""The colours marks are painted in, worked out from a theme: tints, lines, and both faded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.core.matching.link import Relation
from reader.ui.themes import Theme, blend

FADED_TINT: Final = 1 / 3
"""What is left of other marks while one passage is active."""
_RESTING_TINT: Final = 0.5
_FADED_LINE: Final = 0.45
_CHANGED: Final = 0.08
"""How much of the line's colour is laid over the tint under changed words."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A mark's colours as '#RRGGBB'; no tint where the theme tells by form alone."""

    line: str
    tint: str | None


@dataclass(frozen=True, slots=True)
class Tones:
    """What a theme comes to on the page. High contrast fades nothing: form tells what is active."""

    theme: Theme

    @property
    def page(self) -> str:
        return self.theme.surface["page"]

    def relation(self, relation: Relation, *, faded: bool = False, resting: bool = False) -> Tone:
        """A relation's colours: at rest, while no passage is active, its tint is lighter."""
        tone = self.mark(relation.value, faded=faded)
        if resting and not faded and tone.tint is not None:
            return Tone(tone.line, blend(tone.tint, self.page, _RESTING_TINT))
        return tone

    def changed(self, *, faded: bool = False) -> Tone:
        """Words of a near reading that its counterpart lacks."""
        near = self.theme.marks["near"]
        if near.tint is None:
            return self._tone(near.line, None, faded)
        return self._tone(near.line, blend(near.line, near.tint, _CHANGED), faded)

    def mark(self, name: str, *, faded: bool = False) -> Tone:
        """Any mark by its role in the theme ('conflict', 'only', 'note', 'find')."""
        colours = self.theme.marks[name]
        return self._tone(colours.line, colours.tint, faded)

    def quiet(self, *, faded: bool = False) -> Tone:
        return self._tone(self.theme.ink["quiet"], None, faded)

    def _tone(self, line: str, tint: str | None, faded: bool) -> Tone:
        if not faded or self.theme.high_contrast:
            return Tone(line, tint)
        return Tone(
            blend(line, self.page, _FADED_LINE),
            None if tint is None else blend(tint, self.page, FADED_TINT),
        )
