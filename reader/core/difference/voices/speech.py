"""Quotations as words: joined over their verb of saying, in a form that can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from reader.core.difference.clauses.clause import akin, is_irregular_past
from reader.core.facts.analysis import Analysis
from reader.core.facts.quotation import Quotation
from reader.core.facts.vocabulary import FUNCTION_WORDS, word_set
from reader.core.text.span import Span
from reader.core.text.tokens import Token, TokenKind

_MOST_WORDS: Final = 400
"""Words of one quotation that are compared."""
_MOST_QUOTATIONS: Final = 30
"""Quotations of one reading that are compared."""
_INSIDE: Final = 0.4
"""Of a quotation must stand in the reading."""
_NEAR: Final = 160
"""Code points between the parts of a quotation that a verb of saying splits."""


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word inside a quotation; `mark` stands for words left out or put in."""

    span: Span
    folded: str
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Speech:
    """One quotation, also where a verb of saying splits it; it may reach beyond the reading."""

    span: Span
    words: tuple[SpokenWord, ...]
    speaker: str | None
    quotation: Quotation


_CONTRACTED: Final = {
    "n't": " not",
    "'re": " are",
    "'ve": " have",
    "'ll": " will",
    "'m": " am",
}
_WHOLE: Final = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "it's": "it is",
    "that's": "that is",
    "there's": "there is",
    "what's": "what is",
    "he's": "he is",
    "she's": "she is",
    "let's": "let us",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
}
_COUNTING: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_NUMBERS: Final = {word: str(number) for number, word in enumerate(_COUNTING.split())}
_FILLERS: Final = word_set("um uh er erm hmm well like so oh yeah yes")


def speeches(analysis: Analysis, span: Span) -> list[Speech]:
    """The quotations of a reading, scare quotes left out, parts of one joined."""
    found: list[Speech] = []
    for quotation in analysis.quotations_in(span)[:_MOST_QUOTATIONS]:
        if quotation.scare:
            continue
        part = quotation.span
        if part.shared(span) < _INSIDE * len(part):
            part = _sentences_of(analysis, part, span)
        words = analysis.once(_spoken_in, part)
        if found and _goes_on(found[-1].quotation, quotation):
            last = found.pop()
            whole = last.span.hull(quotation.span)
            found.append(Speech(whole, last.words + words, last.speaker, quotation))
        elif words:
            found.append(Speech(part, words, quotation.speaker, quotation))
    return found


def _sentences_of(analysis: Analysis, quoted: Span, reading: Span) -> Span:
    """What a reading has of a longer quotation, if it begins with a sentence of it; else nothing.

    Where one paper quotes three sentences and the other one of them, that one is compared.
    """
    begins = any(one.start == reading.start for one in analysis.sentences_in(reading))
    if not begins or reading.start < quoted.start:
        return Span(quoted.start, quoted.start)
    return Span(reading.start, max(reading.start, min(reading.end, quoted.end)))


def _goes_on(first: Quotation, second: Quotation) -> bool:
    """Whether one verb of saying stands between two parts of one quotation."""
    between = second.span.start - first.span.end
    source = first.speaker_span
    return (
        source is not None
        and source == second.speaker_span
        and 0 < between < _NEAR
        and first.span.end <= source.start < second.span.start
    )


def _spoken_in(analysis: Analysis, span: Span) -> tuple[SpokenWord, ...]:
    return _spoken_words(analysis.tokens_in(span))


def _spoken_words(tokens: Sequence[Token]) -> tuple[SpokenWord, ...]:
    """The words of a quotation to compare: contractions in full, small numbers as digits."""
    found: list[SpokenWord] = []
    inside = 0
    for token in tokens:
        if len(found) >= _MOST_WORDS:
            break
        place = token.span
        if token.kind is TokenKind.SPACE:
            continue
        if token.folded in ("[", "("):
            inside += 1
        elif token.folded in ("]", ")"):
            inside = max(0, inside - 1)
            found.append(SpokenWord(place, "…", mark=True))
        elif token.folded in ("…", "...", "....") or token.folded.startswith(".."):
            found.append(SpokenWord(place, "…", mark=True))
        elif token.kind is not TokenKind.PUNCTUATION and not inside:
            found += [SpokenWord(place, form) for form in _in_full(token.folded)]
    return tuple(found)


def _in_full(folded: str) -> list[str]:
    if folded in _NUMBERS:
        return [_NUMBERS[folded]]
    if folded.endswith(":00"):
        return [folded.removesuffix(":00")]
    if folded in _WHOLE:
        return _WHOLE[folded].split()
    if "'" not in folded:
        return [folded]
    for ending, whole in _CONTRACTED.items():
        if folded.endswith(ending):
            return (folded.removesuffix(ending) + whole).split()
    return [folded]


@dataclass(frozen=True, slots=True)
class Wordings:
    """How two quotations compare: words in common, and the places where they part.

    `common` counts words in common, `content` those of them that carry meaning; `shared` is the
    share of the common words in the shorter quotation, `longest` the longest common run. A place in
    `parted` is a pair of runs of words, one of which may be empty.
    """

    common: int
    content: int
    shared: float
    longest: int
    parted: tuple[tuple[tuple[SpokenWord, ...], tuple[SpokenWord, ...]], ...]


def compare_wordings(a: Sequence[SpokenWord], b: Sequence[SpokenWord]) -> Wordings:
    """Aligns two quotations word by word; left-out words at the ends are no difference."""
    x, y = [word.folded for word in a], [word.folded for word in b]
    matcher = SequenceMatcher(None, x, y, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    common = sum(block.size for block in blocks)
    real = min(sum(not word.mark for word in a), sum(not word.mark for word in b))
    if not blocks or not real:
        return Wordings(0, 0, 0.0, 0, ())
    parted: list[tuple[tuple[SpokenWord, ...], tuple[SpokenWord, ...]]] = []
    for tag, i0, i1, j0, j1 in matcher.get_opcodes():
        if tag == "equal":
            continue
        here, there = tuple(a[i0:i1]), tuple(b[j0:j1])
        at_edge = (i0 == 0 and j0 == 0) or (i1 == len(a) and j1 == len(b))
        if at_edge and (not here or not there) and not _denies_what_follows(a, b, here or there):
            continue
        if any(word.mark for word in here + there) or not _tells(here, there):
            continue
        parted.append((here, there))
    met = [x[at] for block in blocks for at in range(block.a, block.a + block.size)]
    content = sum(word not in FUNCTION_WORDS for word in met)
    return Wordings(
        common, content, common / real, max(block.size for block in blocks), tuple(parted)
    )


def _tells(here: Sequence[SpokenWord], there: Sequence[SpokenWord]) -> bool:
    """Whether the difference is more than pauses that one side tidied away."""
    words = [word.folded for word in (*here, *there)]
    if here and there:
        return _joined(here) != _joined(there)
    return not all(word in _FILLERS or word in ("you", "know", "i", "mean") for word in words)


def _denies_what_follows(
    a: Sequence[SpokenWord], b: Sequence[SpokenWord], words: Sequence[SpokenWord]
) -> bool:
    """Whether all that one side has more is a 'not' before the first word of the other.

    A 'No' with a comma behind it is an answer, and may be left out.
    """
    if len(words) != 1 or words[0].folded not in _DENYING:
        return False
    following = next((side[1] for side in (a, b) if side[0] is words[0] and len(side) > 1), None)
    return following is not None and following.span.start == words[0].span.end + 1


def _joined(words: Sequence[SpokenWord]) -> str:
    return "".join(word.folded for word in words).replace("-", "")


_DENYING: Final = word_set(
    "not no never none nobody nothing neither nor nicht kein keine pas jamais"
)


def weighs(here: Sequence[SpokenWord], there: Sequence[SpokenWord]) -> bool:
    """Whether two runs of words differ in more than forms, spellings and function words.

    Words that only one side has weigh nothing but a 'not': a quotation may have been shortened.
    Among the small words those weigh that say whether, who or how many ('can' / 'will', 'I' / 'we',
    'all' / 'some'), and among the forms those of another time ('give' / 'gave').
    """
    x = [word.folded for word in here]
    y = [word.folded for word in there]
    if (set(x) & _DENYING) != (set(y) & _DENYING):
        return True
    if _are_times(x) and _are_times(y):
        return False
    if x == ["".join(word[0] for word in y)] or y == ["".join(word[0] for word in x)]:
        return False
    left_x = [word for word in x if not any(_alike(word, other) for other in y)]
    left_y = [word for word in y if not any(_alike(word, other) for other in x)]
    if any(w not in FUNCTION_WORDS for w in left_x) and any(
        w not in FUNCTION_WORDS for w in left_y
    ):
        return True
    return _of_other_meaning(left_x, left_y) or _of_another_time(x, y)


def _of_other_meaning(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether two small words of one kind stand against each other."""
    return any(
        bool(kind & set(here)) and bool(kind & set(there)) and not kind & set(here) & set(there)
        for kind in _KINDS_OF_SMALL_WORDS
    )


_KINDS_OF_SMALL_WORDS: Final = (
    word_set("can could may might must shall should will would cannot"),
    word_set("i we you he she they me us him them"),
    word_set("my our your his her their mine ours yours theirs"),
    word_set("all most many some few several no every both neither either another"),
    word_set("always often never ever once still already again"),
    word_set("get got have had do did be go make take"),
    word_set("before after since until"),
    word_set("more less most least"),
)


def _of_another_time(here: Sequence[str], there: Sequence[str]) -> bool:
    """Whether one word stands in the past here and not there: 'never give up', 'never gave up'."""
    return (
        len(here) == len(there) == 1
        and akin(here[0], there[0])
        and _is_past(here[0]) != _is_past(there[0])
    )


def _is_past(word: str) -> bool:
    return word.endswith("ed") or is_irregular_past(word)


def _alike(a: str, b: str) -> bool:
    """Forms or spellings of one word, or two words for everybody."""
    return akin(a, b) or (_ANYBODY.get(a, a) == _ANYBODY.get(b, b))


_ANYBODY: Final = {f"{some}body": f"{some}one" for some in ("every", "any", "some")}


def _are_times(words: Sequence[str]) -> bool:
    """Hours of the day, which figures compare."""
    return any(":" in word or word.endswith(("am", "pm")) for word in words if word[:1].isdigit())
