"""The codebook as CSV and as REFI-QDA's codebook exchange (`.qdc`), for other programs."""

from __future__ import annotations

import csv
import io
import re
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence

from reader.core.annotating.annotation import Tag

NAMESPACE = "urn:QDA-XML:codebook:1.0"
"""Of the REFI-QDA standard, codebook exchange 1.0 (https://www.qdasoftware.org)."""

COLUMNS = ("id", "parent", "name", "colour", "key", "description", "archived")
"""`parent` is the identifier of the tag that a tag stands below, empty at the top."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def codebook_csv(tags: Sequence[Tag]) -> bytes:
    """The tags by RFC 4180, a row a tag in their order, as UTF-8 with a byte order mark.

    A cell that a spreadsheet would run as a formula begins with an apostrophe; so does one that
    begins with an apostrophe itself, for reading it back.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for tag in tags:
        cells = (
            *(tag.id, tag.parent_id or "", tag.name),
            *(tag.colour, tag.hotkey or "", tag.description),
        )
        writer.writerow([*map(_harmless, cells), "yes" if tag.archived else ""])
    return out.getvalue().encode("utf-8-sig")


def codebook_qdc(tags: Sequence[Tag], hues: Mapping[str, str]) -> bytes:
    """The tags as nested codes; `hues` are '#RRGGBB' by the palette's names.

    The standard knows neither keys nor an order of its own nor archived codes: an archived one is
    written as not codable. Characters that XML cannot hold become U+FFFD.
    """
    ET.register_namespace("", NAMESPACE)
    book = ET.Element(_named("CodeBook"), {"origin": "Source Reader"})
    codes = ET.SubElement(book, _named("Codes"))
    known = {tag.id for tag in tags}
    written: set[str] = set()

    def write(parent: ET.Element, tag: Tag) -> None:
        if tag.id in written:
            return
        written.add(tag.id)
        element = ET.SubElement(
            parent,
            _named("Code"),
            {
                "guid": _guid(tag.id),
                "name": _legal(tag.name),
                "isCodable": "false" if tag.archived else "true",
                "color": hues.get(tag.colour, "#808080"),
            },
        )
        if tag.description:
            ET.SubElement(element, _named("Description")).text = _legal(tag.description)
        for child in tags:
            if child.parent_id == tag.id:
                write(element, child)

    for tag in tags:
        if tag.parent_id not in known:
            write(codes, tag)
    for tag in tags:  # those in a ring, which a damaged codebook may hold
        write(codes, tag)
    return ET.tostring(book, encoding="utf-8", xml_declaration=True)


def _named(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _guid(tag_id: str) -> str:
    """The identifier in the form that the standard asks for; one that is no UUID becomes one."""
    try:
        return str(uuid.UUID(tag_id))
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_OID, tag_id))


def _legal(words: str) -> str:
    lines = words.replace("\r\n", "\n").replace("\r", "\n")  # as every XML parser reads them
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", lines)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
