"""Labels of speakers in transcripts and interviews: 'CHANG: ...'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from reader.core.text.blocks.lines import Line

_CAPITALS: Final = re.compile(
    r"(?=[^a-zà-ÿ:]{2,60}:)((?:[^\W\d_][\w.'’-]*)(?:\s+[^\W\d_(][\w.'’-]*){0,4}(?:\s*\([^():]{1,40}\)|,\s[^:]{1,40})?)\s?:(?=\s+\S)"
)
_NAME: Final = re.compile(
    r"([A-ZÀ-ÞА-Я][\w.'’-]*(?:\s+[A-ZÀ-ÞА-Я][\w.'’-]*){0,3}|[\u3400-\u9fff\u3041-\u30ff·・]{1,12}(?:\([^()]{1,12}\))?)(?::(?=\s+\S)|：(?=\s*\S))"
)
_SHORT: Final = re.compile(r"([QA]|F|R|P)[:.](?=\s+\S)")
_LONGEST: Final = 80


def labels(lines: Iterable[Line]) -> dict[int, int]:
    """By line number the length of its label with the colon, in texts that are transcripts.

    A text is one where two lines begin with labels in capitals, or three with labels of which one
    comes twice.
    """
    found: dict[int, tuple[str, int, bool]] = {}
    for line in lines:
        head = line.text[:_LONGEST]
        for pattern, capitals in ((_CAPITALS, True), (_SHORT, True), (_NAME, False)):
            match = pattern.match(head)
            if match:
                found[line.number] = (match[1], match.end(), capitals)
                break
    loud = {number: row for number, row in found.items() if row[2]}
    if len(loud) >= 2 and len(loud) >= 0.5 * len(found):
        return {number: length for number, (_, length, _) in loud.items()}
    counts = Counter(label for label, _, _ in found.values())
    again = [number for number, (label, _, _) in found.items() if counts[label] > 1]
    if len(found) >= 3 and len(again) >= 0.6 * len(found):
        return {number: length for number, (_, length, _) in found.items()}
    return {}
