"""The theme in force: palette, style sheet, fonts, and who is told when it changes."""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from reader.ui.restyling import Restyling
from reader.ui.settings import Settings
from reader.ui.themes import Theme, read_themes

FOLLOW = "system"
TEXT_FACE = "Noto Serif"
TEXT_POINTS = 11.5
SPACES = (4, 8, 12, 16, 24)
"""The one scale of distances, in logical pixels."""
_USUAL = "what an article says about the event, in 2022"
"""Words of the usual width."""


def usual_width(font: QFont) -> float:
    """The width of a character of running text, in logical pixels.

    A face's own average is over all its letters, and a fifth wider than what people write.
    """
    return QFontMetricsF(font).horizontalAdvance(_USUAL) / len(_USUAL)


class Appearance(QObject):
    """Knows the themes and applies one to the application."""

    theme_changed = Signal()

    def __init__(self, resources: Path, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._themes = read_themes(resources / "themes")
        self._sheet = Template((resources / "style.qss").read_text("utf-8"))
        self._icons = resources / "icons"
        for font in sorted((resources / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(font))
        self._choice = settings.get("appearance", "theme", FOLLOW)
        if self._choice not in self._themes:
            self._choice = FOLLOW
        self._theme = self._resolve()
        self._restyling = Restyling(self)
        self._restyling.dressed.connect(self.theme_changed)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)

    @property
    def themes(self) -> dict[str, Theme]:
        return self._themes

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def choice(self) -> str:
        """The key of a theme, or 'system'."""
        return self._choice

    def choose(self, key: str) -> None:
        """Take another theme; 'system' follows the desktop."""
        if key != FOLLOW and key not in self._themes:
            return
        self._choice = key
        self._settings.set("appearance", "theme", key)
        self._theme = self._resolve()
        self.apply()

    def apply(self) -> None:
        """Put palette and style sheet on the application and tell everybody when they are on."""
        self._restyling.begin(self._palette(), self._sheet.substitute(self._words()))

    @property
    def is_settled(self) -> bool:
        """Whether every widget wears the theme in force."""
        return not self._restyling.running

    def finish(self) -> None:
        """Have every widget wear it now; for whoever cannot wait."""
        self._restyling.finish()

    def text_font(self, percent: int) -> QFont:
        """The face of article text at a zoom in percent."""
        font = QFont(TEXT_FACE)
        font.setPointSizeF(TEXT_POINTS * percent / 100)
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    @property
    def calm(self) -> bool:
        """Whether motion is unwanted: as the person set it here, else as the system says."""
        if self._settings.get("appearance", "calm", False):
            return True
        return not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)

    def _resolve(self) -> Theme:
        if self._choice != FOLLOW:
            return self._themes[self._choice]
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._themes["dark" if dark else "light"]

    def _on_system_changed(self) -> None:
        if self._choice == FOLLOW and self._resolve() is not self._theme:
            self._theme = self._resolve()
            self.apply()

    def _words(self) -> dict[str, str]:
        theme = self._theme
        tick = self._icons / f"tick-{'dark' if theme.dark else 'light'}.svg"
        return (
            {"tick": tick.as_posix(), "thumb": theme.thumb, "hint": theme.hint}
            | dict(theme.surface)
            | dict(theme.ink)
            | {f"{name}_line": mark.line for name, mark in theme.marks.items()}
            | {
                f"{name}_tint": mark.tint or theme.surface["page"]
                for name, mark in theme.marks.items()
            }
        )

    def _palette(self) -> QPalette:
        surface, ink = self._theme.surface, self._theme.ink
        role = QPalette.ColorRole
        palette = QPalette()
        for name, colour in (
            (role.Window, surface["chrome"]),
            (role.Base, surface["raised"]),
            (role.AlternateBase, surface["chrome"]),
            (role.Button, surface["chrome"]),
            (role.ToolTipBase, surface["raised"]),
            (role.WindowText, ink["text"]),
            (role.Text, ink["text"]),
            (role.ButtonText, ink["text"]),
            (role.ToolTipText, ink["text"]),
            (role.BrightText, ink["warning"]),
            (role.PlaceholderText, ink["quiet"]),
            (role.Link, ink["accent"]),
            (role.LinkVisited, ink["accent"]),
            (role.Highlight, surface["selection"]),
            (role.HighlightedText, ink["text"]),
            (role.Accent, ink["accent"]),
            (role.Light, surface["raised"]),
            (role.Midlight, surface["hover"]),
            (role.Mid, surface["edge"]),
            (role.Dark, surface["edge"]),
            (role.Shadow, surface["edge"]),
        ):
            palette.setColor(name, QColor(colour))
        for name in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(ink["quiet"]))
        return palette
