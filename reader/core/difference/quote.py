"""One quotation in two wordings: which words differ, and whether that can be more than an edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.difference.pair import Pair
from reader.core.difference.voices.speaker import different_speakers
from reader.core.difference.voices.speech import (
    Speech,
    SpokenWord,
    Wordings,
    compare_wordings,
    speeches,
    weighs,
)

_LEAST_COMMON: Final = 4
_LEAST_CONTENT: Final = 2
_LEAST_SHARED: Final = 0.6
_SURE_SHARED: Final = 0.8
_SHORT: Final = 6
"""Words of a short quotation, which may part in one word of four."""
_SHORT_SHARED: Final = 0.66
_LONGEST_EDIT: Final = 6
"""Words that a place may differ in before these are two quotations rather than one."""


_MOST_TOLD: Final = 3
"""Differing places of one quotation that its reason names."""


def find(pair: Pair) -> list[Divergence]:
    """Two wordings of one quotation: a conflict where other words stand, else compatible."""
    found: list[Divergence] = []
    for a in speeches(pair.a, pair.a_span):
        for b in speeches(pair.b, pair.b_span):
            wordings = compare_wordings(a.words, b.words)
            if wordings.parted and _one_quotation(a, b, wordings):
                found.append(_divergence(pair, a, b, wordings))
    return found


def _one_quotation(a: Speech, b: Speech, wordings: Wordings) -> bool:
    if _short_of_one(a, b, wordings):
        return True
    least = 1 if wordings.shared >= _SURE_SHARED and a.speaker == b.speaker else _LEAST_CONTENT
    if wordings.common < _LEAST_COMMON or wordings.content < least:
        return False
    if wordings.shared < _LEAST_SHARED:
        return False
    if any(max(len(x), len(y)) > _LONGEST_EDIT for x, y in wordings.parted):
        return False
    return wordings.shared >= _SURE_SHARED or not different_speakers(a.speaker, b.speaker)


def _short_of_one(a: Speech, b: Speech, wordings: Wordings) -> bool:
    """Whether a few words of one named speaker part in one: 'a merger', 'a marriage of equals'."""
    if a.speaker is None or b.speaker is None or different_speakers(a.speaker, b.speaker):
        return False
    if max(len(a.words), len(b.words)) > _SHORT or len(wordings.parted) != 1:
        return False
    one_word = all(len(side) == 1 for side in wordings.parted[0])
    return one_word and wordings.content >= 1 and wordings.shared >= _SHORT_SHARED


def _divergence(pair: Pair, a: Speech, b: Speech, wordings: Wordings) -> Divergence:
    weighty = [place for place in wordings.parted if weighs(*place)]
    verdict = Verdict.CONFLICT if weighty else Verdict.COMPATIBLE
    places = weighty or wordings.parted
    differ = [
        _difference(_words(pair.a.text, here), _words(pair.b.text, there))
        for here, there in places[:_MOST_TOLD]
    ]
    return Divergence(
        DivergenceKind.QUOTE,
        verdict,
        pair.stated_a(a.span, a.span.of(pair.a.text)),
        pair.stated_b(b.span, b.span.of(pair.b.text)),
        f"The same quotation has {'; '.join(differ)}.",
    )


def _difference(x: str, y: str) -> str:
    if x and y:
        return f"“{x}” in one text and “{y}” in the other"
    return f"“{x or y}” in one text only"


def _words(text: str, words: Sequence[SpokenWord]) -> str:
    return words[0].span.hull(words[-1].span).of(text) if words else ""
