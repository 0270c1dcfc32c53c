"""Bytes to characters: which encoding a text is in, decided without guessing from its words.

In this order: the encoding a person chose, a byte order mark, strict UTF-8, the charset that the
document declares, and at last Windows-1252, as browsers do. Statistical guessing is left out: it
took Windows-1252 texts with curly quotes for Japanese.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from reader.importers.errors import NotText, UnknownEncoding

_BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    # UTF-32's little-endian mark begins with UTF-16's: the longer ones come first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_TEXT_ENCODINGS = frozenset(
    {
        "idna",
        "punycode",
        "raw-unicode-escape",
        "unicode-escape",
        "undefined",
        "utf-7",
        "mbcs",
        "oem",
    }
)
_LATIN_1_LABELS = frozenset({"ascii", "iso8859-1"})
"""What documents call Latin-1 is Windows-1252 in practice (WHATWG Encoding Standard)."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"SQLite format 3\x00", "a database or project file"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B}) + b"\x7f"
_CONTROL_SHARE = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were read by, and sentences for the person."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(
    raw: bytes, name: str, *, forced: str | None = None, declared: str | None = None
) -> Decoded:
    """Read `raw` as text; a byte order mark is left out.

    `name` is for messages. Raises NotText where the bytes are no text and no encoding is forced,
    UnknownEncoding where `forced` is none. A `declared` charset that is unknown or does not fit is
    passed over.
    """
    if forced is not None:
        return _by_force(raw, forced)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _with_replacements(raw[len(mark) :], encoding)
    _refuse_binary(raw, name)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    codec = _codec(declared) if declared else None
    if codec is not None:
        try:
            return Decoded(raw.decode(codec), codec)
        except UnicodeDecodeError:
            pass
    return _as_windows_1252(raw)


def _by_force(raw: bytes, forced: str) -> Decoded:
    codec = _codec(forced)
    if codec is None:
        raise UnknownEncoding(forced)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark) and encoding.startswith(codec):
            return _with_replacements(raw[len(mark) :], encoding)
    return _with_replacements(raw, codec)


def _with_replacements(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        place = error.start
    return Decoded(
        raw.decode(encoding, errors="replace"),
        encoding,
        (
            f"Some bytes are no {encoding}, the first at byte {place:,}: "
            "they show as \N{REPLACEMENT CHARACTER}.",
        ),
    )


def _as_windows_1252(raw: bytes) -> Decoded:
    text = raw.decode("cp1252", errors="replace")
    warning = "The text is not UTF-8; it was read as Windows-1252 (Western European)."
    unknown = text.count("\N{REPLACEMENT CHARACTER}")
    if unknown:
        plural = "byte means" if unknown == 1 else "bytes mean"
        warning += f" {unknown:,} {plural} nothing there: see \N{REPLACEMENT CHARACTER}."
    return Decoded(text, "cp1252", (f"{warning} If words look wrong, choose another encoding.",))


def _codec(label: str) -> str | None:
    """The Python codec for a charset label, None where it names no encoding of texts."""
    try:
        codec = codecs.lookup(label.strip().strip("\"'")).name
        b"a".decode(codec, "replace")  # LookupError for what is from bytes to bytes, such as hex.
    except (LookupError, ValueError):
        return None
    if codec.replace("_", "-") in _NO_TEXT_ENCODINGS:
        return None
    return "cp1252" if codec in _LATIN_1_LABELS else codec


def _refuse_binary(raw: bytes, name: str) -> None:
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise NotText(name, what)
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if b"\x00" in raw or controls > _CONTROL_SHARE * len(raw):
        raise NotText(name)
