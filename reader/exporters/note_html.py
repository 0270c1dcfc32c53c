"""A note's Markdown as HTML that harms nobody: the one ambassador of markdown-it-py.

markdown-it-py (https://markdown-it-py.readthedocs.io) follows CommonMark. Raw HTML in a note is
words, no picture is ever loaded, and only addresses that a browser or a mail program opens are
links; what was typed is never changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

SCHEMES = ("https://", "http://", "mailto:")
"""What an address must begin with to be a link."""


def note_html(note: str) -> str:
    """The note as HTML without a page around it; a line that ends as it was typed ends here too."""
    return _markdown().render(note) if note else ""


def may_be_opened(url: str) -> bool:
    """Whether an address is one that a browser or a mail program opens."""
    return url.strip().casefold().startswith(SCHEMES)


def _picture(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    """A picture in words: to load it would tell its server who reads."""
    token = tokens[at]
    about = self.renderInlineAsText(token.children or [], options, env)
    return escape(f"[picture: {about or 'without words'}, {token.attrGet('src') or ''}]")


@cache
def _markdown() -> MarkdownIt:
    # Only here: the window need not wait for it, which opens on notes that nobody reads yet.
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark", {"html": False, "breaks": True})
    made.enable(["table", "strikethrough"])
    made.validateLink = may_be_opened
    made.add_render_rule("image", _picture)
    return made
