"""The canonical form of a text, made once at import and never changed again."""

from __future__ import annotations

import re

_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def canonical(text: str) -> str:
    """The text as it is kept: no leading byte order mark, line feeds alone, only real characters.

    One leading U+FEFF is dropped; CRLF, CR, U+2028 and U+2029 become a line feed; U+0000 and lone
    surrogates, which neither UTF-8 nor SQLite keeps, become U+FFFD. Nothing else is touched:
    no-break spaces, curly quotes and typos are the source's own.
    """
    return _UNSTORABLE.sub("\ufffd", _LINE_END.sub("\n", text.removeprefix("\ufeff")))
