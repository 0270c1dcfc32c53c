"""Themes as data: every colour has a role, and every role a value in resources/themes/*.toml.

No Qt here, so that contrast can be computed by a test without a window.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.core.annotating.annotation import Rating, Tag

SURFACES = ("page", "chrome", "raised", "edge", "hover", "selection")
INKS = ("text", "quiet", "accent", "on_accent", "warning")
MARKS = ("verbatim", "near", "paraphrase", "conflict", "only", "note", "find")
TAG_COLOURS = (
    "blue",
    "green",
    "violet",
    "orange",
    "red",
    "teal",
    "pink",
    "brown",
    "yellow",
    "grey",
)


def least_used(worn: Sequence[Tag | Rating]) -> str:
    """A colour for a new tag or rating: the first of those that the fewest have."""
    used = [one.colour for one in worn]
    return min(TAG_COLOURS, key=used.count)


@dataclass(frozen=True, slots=True)
class MarkColours:
    """How a kind of mark is coloured, as '#RRGGBB'; no tint where form alone tells."""

    line: str
    tint: str | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme; colours are '#RRGGBB', `line_width` is in logical pixels."""

    key: str
    title: str
    dark: bool
    high_contrast: bool
    line_width: float
    surface: Mapping[str, str]
    ink: Mapping[str, str]
    marks: Mapping[str, MarkColours]
    tags: Mapping[str, str]

    @property
    def thumb(self) -> str:
        """The handle of a scroll bar: seen at once, since it may be the only sign of more to read,
        and quieter than the ink.
        """
        share = 0.6 if self.high_contrast else 0.4
        return blend(self.ink["quiet"], self.surface["chrome"], share)

    @property
    def hint(self) -> str:
        """What an empty field asks for: told apart from what stands in a field."""
        if not self.high_contrast:
            return self.ink["quiet"]
        return blend(self.ink["quiet"], self.surface["raised"], 0.65)

    def tag(self, colour: str) -> str:
        """The colour of a tag by its name in the codebook, grey for a name nobody knows."""
        return self.tags.get(colour, self.tags["grey"])


def read_theme(path: Path) -> Theme:
    """A theme from its file; raises ValueError where a role has no colour."""
    with path.open("rb") as file:
        told = tomllib.load(file)
    try:
        return Theme(
            key=path.stem,
            title=told["title"],
            dark=told["dark"],
            high_contrast=told["high_contrast"],
            line_width=float(told["line_width"]),
            surface={role: told["surface"][role] for role in SURFACES},
            ink={role: told["ink"][role] for role in INKS},
            marks={
                role: MarkColours(told["marks"][role]["line"], told["marks"][role].get("tint"))
                for role in MARKS
            },
            tags={name: told["tags"][name] for name in TAG_COLOURS},
        )
    except KeyError as missing:
        raise ValueError(f"{path.name} says nothing of {missing}") from missing


def read_themes(folder: Path) -> dict[str, Theme]:
    """All themes of a folder by key."""
    return {path.stem: read_theme(path) for path in sorted(folder.glob("*.toml"))}


def luminance(colour: str) -> float:
    """Relative luminance of '#RRGGBB', 0..1 (WCAG 2.2)."""
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1..21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def blend(over: str, under: str, share: float) -> str:
    """`share` (0..1) of one colour laid over another, as '#RRGGBB'."""
    mixed = (
        round(int(over[n : n + 2], 16) * share + int(under[n : n + 2], 16) * (1 - share))
        for n in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02X}" for channel in mixed)
