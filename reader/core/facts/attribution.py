"""Attribution: who an article names as the source of words that stand without quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.core.facts.names import Name
from reader.core.facts.quotation import Quotation
from reader.core.facts.saying import Saying, find_sayings, saying_places
from reader.core.facts.speakers import Speakers
from reader.core.facts.vocabulary import STRONG_SAYING, plain_form
from reader.core.text.span import Span
from reader.core.text.tokens import Word


@dataclass(frozen=True, slots=True)
class Attribution:
    """One 'X says ...', 'according to X', '..., X said' of one article.

    `span` is the sentence that is attributed, `source` where the words for the source stand,
    `speaker` the source in the fullest form that the article gives ('Zenz' is 'Adrian Zenz'),
    `verb` the words that attribute ('said', 'according to'). Where nobody can tell whom a pronoun
    means, `named` is False and `speaker` is that pronoun.
    """

    span: Span
    source: Span
    speaker: str
    verb: str
    named: bool = True


def find_attributions(
    text: str,
    sentences: Iterable[Span],
    words: Sequence[Word],
    names: Sequence[Name],
    quotations: Sequence[Quotation],
    speakers: Speakers,
) -> tuple[Attribution, ...]:
    """The attributions of `sentences` whose clause of saying stands outside quotation marks."""
    starts = [name.span.start for name in names]
    quoted = [one.span for one in quotations if one.verb is not None or one.scare]
    quoted_starts = [span.start for span in quoted]
    found: list[Attribution] = []
    places = saying_places(text, words)
    for sentence in sentences:
        if bisect_left(places, sentence.start) == bisect_left(places, sentence.end):
            continue
        inside = names[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        for saying in find_sayings(text, sentence, inside):
            at = bisect_right(quoted_starts, saying.verb.start) - 1
            if at >= 0 and saying.verb.end <= quoted[at].end:
                continue
            if _attributes(text, sentence, saying):
                found.append(_attribution(text, sentence, saying, speakers))
    return tuple(found)


def _attributes(text: str, sentence: Span, saying: Saying) -> bool:
    """Whether the rest of the sentence is what is said, and not only something about it."""
    verb = plain_form(saying.verb.of(text))
    if " " in verb or "'" in verb:
        return True
    rest = len(sentence) - len(saying.span)
    return verb in STRONG_SAYING and rest > 8


def _attribution(text: str, sentence: Span, saying: Saying, speakers: Speakers) -> Attribution:
    speaker = speakers.named(saying)
    verb = saying.verb.of(text)
    if speaker is None:
        return Attribution(sentence, saying.source, saying.source.of(text), verb, named=False)
    return Attribution(sentence, saying.source, speaker, verb)
