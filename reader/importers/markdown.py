"""Markdown: its text is kept as it is, only title and front matter are read from it.

Nothing is rendered, so that every offset is an offset of what the person wrote. Front matter
(`---`, flat `key: value` lines) gives title, outlet, date, address and language, and is not
compared.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from reader.core.text.article import Article, Block, Role
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.importers.text import import_text

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<lines>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(r"(?P<key>[A-Za-z_-]+)[ \t]*:[ \t]+(?P<value>.*\S)[ \t]*")
_ATX_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_SETEXT_HEADING = re.compile(r"^ {0,3}(?P<title>\S.*?)[ \t]*\n {0,3}=+[ \t]*$", re.MULTILINE)
_KEYS = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "site": "outlet",
    "source": "outlet",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "lang": "language",
    "language": "language",
}


def import_markdown(raw: bytes, name: str, encoding: str | None = None) -> Source:
    """Make a source of a Markdown file's bytes; raises CannotRead."""
    source = import_text(raw, name, encoding)
    text = source.article.text
    matter = _FRONT_MATTER.match(text)
    stated = _stated(matter["lines"]) if matter else {}
    body_start = matter.end() if matter else 0
    article = source.article
    return replace(
        source,
        article=Article(
            name=article.name,
            text=text,
            title=stated.get("title") or _heading(text, body_start) or article.title,
            outlet=stated.get("outlet"),
            published=_date(stated.get("published", "")),
            language=stated.get("language"),
            url=stated.get("url"),
            roles=(Block(Span(0, matter.end()), Role.FURNITURE),) if matter else (),
        ),
    )


def _stated(lines: str) -> dict[str, str]:
    """What the front matter says, by the field of Article it is for; the first of a field wins."""
    stated: dict[str, str] = {}
    for line in lines.splitlines():
        entry = _ENTRY.fullmatch(line)
        if entry and (name := _KEYS.get(entry["key"].lower())):
            stated.setdefault(name, _unquoted(entry["value"]))
    return stated


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _date(value: str) -> date | None:
    """The day of an ISO 8601 date or date and time, None for anything else."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _heading(text: str, start: int) -> str | None:
    found = [m for m in (p.search(text, start) for p in (_ATX_HEADING, _SETEXT_HEADING)) if m]
    return min(found, key=lambda m: m.start())["title"] or None if found else None
