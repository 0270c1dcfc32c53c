"""Codebooks from other programs: CSV and REFI-QDA's codebook exchange (`.qdc`)."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.parsers import expat

from reader.core.annotating.annotation import Tag
from reader.core.annotating.hotkey import hotkey_of
from reader.core.errors import ReaderError
from reader.importers.decoding import decode
from reader.importers.errors import Missing, NotPermitted, Unreadable

LARGEST: Final = 5_000_000
"""Bytes of a codebook: far more than any person has made."""
MOST: Final = 5_000
"""Tags of a codebook."""
DEEPEST: Final = 60
"""Elements inside each other."""
NAMESPACE: Final = "urn:QDA-XML:codebook:1.0"
_CODE, _DESCRIPTION = f"{{{NAMESPACE}}}Code", f"{{{NAMESPACE}}}Description"
_HUE: Final = re.compile(r"#?([0-9a-fA-F]{6})\Z")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "'")
_YES: Final = frozenset({"yes", "true", "1"})


class NoCodebook(ReaderError):
    """A file that holds no codebook; `reason` is a clause that says why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"“{name}” cannot be read as a codebook: {reason}.",
            "Choose a .qdc file, or a CSV table with at least a column “name”.",
        )


def read_codebook(path: Path, hues: Mapping[str, str]) -> tuple[Tag, ...]:
    """The tags of a file, parents before children; `hues` are '#RRGGBB' by the palette's names.

    Raises ReaderError where there is no such file or no codebook in it.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise Missing(path) from error
    except PermissionError as error:
        raise NotPermitted(path) from error
    except OSError as error:
        raise Unreadable(path, error.strerror or str(error)) from error
    if path.suffix.lower() == ".qdc":
        return codebook_from_qdc(raw, path.name, hues)
    return codebook_from_csv(raw, path.name, hues)


def codebook_from_csv(raw: bytes, name: str, hues: Mapping[str, str]) -> tuple[Tag, ...]:
    """Tags by the columns that the export writes; all but `name` may be missing.

    Raises NoCodebook.
    """
    _check_size(raw, name)
    try:
        rows = list(csv.DictReader(io.StringIO(decode(raw, name).text, newline=""), strict=True))
    except csv.Error as error:
        raise NoCodebook(name, f"its table is broken ({error})") from error
    if rows and "name" not in rows[0]:
        raise NoCodebook(name, "it has no column “name”")
    tags: list[Tag] = []
    for number, row in enumerate(rows):
        cells = {key: _plain(value) for key, value in row.items() if isinstance(value, str)}
        if not cells.get("name", "").strip():
            continue
        tags.append(
            Tag(
                id=cells.get("id", "") or f"row {number + 1}",
                name=cells["name"],
                colour=_colour(cells.get("colour", ""), hues),
                hotkey=hotkey_of(cells.get("key", "")),
                description=cells.get("description", ""),
                parent_id=cells.get("parent", "") or None,
                archived=cells.get("archived", "").casefold() in _YES,
                position=len(tags),
            )
        )
    return _checked(tags, name)


def codebook_from_qdc(raw: bytes, name: str, hues: Mapping[str, str]) -> tuple[Tag, ...]:
    """Tags of the codes, each child after its parent. Raises NoCodebook.

    A document type is refused, and with it every entity that a file could define: none is needed
    here, and a few lines of them can fill the memory or read other files.
    """
    _check_size(raw, name)
    _refuse_traps(raw, name)
    try:
        root = ET.fromstring(raw)
    except (ET.ParseError, ValueError, LookupError) as error:
        raise NoCodebook(name, "it is no well-formed XML") from error
    if root.tag != f"{{{NAMESPACE}}}CodeBook":
        raise NoCodebook(name, "it is XML, but no REFI-QDA codebook")
    codes = root.find(f"{{{NAMESPACE}}}Codes")
    tags: list[Tag] = []
    for code, parent_id in _walk(codes, None) if codes is not None else ():
        tag_id = code.get("guid", "")
        if not tag_id or not code.get("name", "").strip():
            raise NoCodebook(name, "a code in it has no guid or no name")
        tags.append(
            Tag(
                id=tag_id.strip("{}").lower(),
                name=code.get("name", ""),
                colour=_colour(code.get("color", ""), hues),
                description=code.findtext(_DESCRIPTION) or "",
                parent_id=parent_id,
                archived=code.get("isCodable", "true") in ("false", "0"),
                position=len(tags),
            )
        )
    return _checked(tags, name)


def _walk(above: ET.Element, parent_id: str | None) -> Iterator[tuple[ET.Element, str | None]]:
    for code in above.iterfind(_CODE):
        yield code, parent_id
        yield from _walk(code, code.get("guid", "").strip("{}").lower())


def _refuse_traps(raw: bytes, name: str) -> None:
    """Refuse what could harm while it is read, before anything is built of it."""
    depth = 0

    def refuse(*_: object) -> None:
        raise NoCodebook(name, "it has a document type, which no codebook needs")

    def descend(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise NoCodebook(name, "its tree is too deep")

    def ascend(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = descend
    parser.EndElementHandler = ascend
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise NoCodebook(name, "it is no well-formed XML") from error


def _check_size(raw: bytes, name: str) -> None:
    if len(raw) > LARGEST:
        raise NoCodebook(name, f"it is larger than {LARGEST / 1e6:.0f} MB")


def _checked(tags: list[Tag], name: str) -> tuple[Tag, ...]:
    if not tags:
        raise NoCodebook(name, "there is no tag in it")
    if len(tags) > MOST:
        raise NoCodebook(name, f"it has more than {MOST:,} tags")
    if len({tag.id for tag in tags}) < len(tags):
        raise NoCodebook(name, "two tags in it have the same identifier")
    return tuple(tags)


def _colour(told: str, hues: Mapping[str, str]) -> str:
    """The palette's name itself, else the name whose hue is nearest, else the first."""
    if told in hues:
        return told
    first = next(iter(hues))
    match = _HUE.match(told)
    if match is None:
        return first
    wanted = _parts(match[1])
    return min(
        hues,
        key=lambda name: sum(
            (a - b) ** 2 for a, b in zip(wanted, _parts(hues[name].lstrip("#")), strict=True)
        ),
    )


def _parts(hue: str) -> tuple[int, int, int]:
    return int(hue[0:2], 16), int(hue[2:4], 16), int(hue[4:6], 16)


def _plain(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA_STARTS) else cell
