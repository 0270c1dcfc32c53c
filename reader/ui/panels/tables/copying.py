"""Rows of a table for the clipboard: as plain text, as HTML with the marks, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from PySide6.QtCore import QMimeData

from reader.ui.panels.drawn.pieces import Form, Pieces

_TAGS = {
    Form.CHANGED: ("<u>", "</u>"),
    Form.KIN: ("<u>", "</u>"),
    Form.CONFLICT: ("<b>", "</b>"),
    Form.DELETED: ("<del>", "</del>"),
    Form.INSERTED: ("<ins>", "</ins>"),
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Copied:
    """A header and lines of cells; `pieces` are cells by line and column that have marks."""

    header: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    pieces: Mapping[tuple[int, int], Pieces] = field(default_factory=dict)


def as_text(copied: Copied) -> str:
    """Cells parted by tabs, lines by line feeds; blanks inside a cell are single."""
    return "\n".join(
        "\t".join(" ".join(cell.split()) for cell in line)
        for line in (copied.header, *copied.lines)
    )


def as_csv(copied: Copied) -> str:
    """RFC 4180; an apostrophe keeps spreadsheets from taking a cell for a formula."""
    file = io.StringIO()
    writer = csv.writer(file)
    for line in (copied.header, *copied.lines):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in line])
    return file.getvalue()


def as_html(copied: Copied) -> str:
    """A table whose changed words are underlined and whose conflicts are bold."""
    rows = ["<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in copied.header) + "</tr>"]
    for at, line in enumerate(copied.lines):
        cells = [
            _marked(copied.pieces[at, n]) if (at, n) in copied.pieces else escape(cell)
            for n, cell in enumerate(line)
        ]
        rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    return '<meta charset="utf-8"><table>' + "".join(rows) + "</table>"


def _marked(pieces: Pieces) -> str:
    told = ""
    for piece in pieces:
        opening, closing = _TAGS.get(piece.form, ("", ""))
        told += f"{opening}{escape(piece.text)}{closing}"
    return told


def as_mime(copied: Copied) -> QMimeData:
    """All three at once, for the receiving program to choose."""
    mime = QMimeData()
    mime.setText(as_text(copied))
    mime.setHtml(as_html(copied))
    mime.setData("text/csv", as_csv(copied).encode("utf-8"))
    return mime
