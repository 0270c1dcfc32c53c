"""From verbatim runs to links: whole sentences, copied stretches, and mere names.

A run is cut where a block ends on either side, and where a sentence ends on both. What then makes
up enough of two sentences links these sentences; what stands alone is a link of its own. All of
this looks at the two articles alone, so that adding a third changes nothing here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.core.facts.names import only_names
from reader.core.facts.vocabulary import FUNCTION_WORDS
from reader.core.matching.ground import Ground
from reader.core.matching.link import Link, Reading, Relation, Same, Wording
from reader.core.matching.verbatim import Run, repeated_runs, shared_runs
from reader.core.pace import Pace
from reader.core.text.article import Role
from reader.core.text.span import Span

NEAR_COVER = 0.6
"""Share of the longer sentence's words that makes two sentences near."""
PART_COVER = 0.5
"""Share of the shorter sentence's words from which the whole sentences are linked."""
LEAST_CONTENT = 2
"""Words besides function words that make a run more than an idiom."""
LONGEST_NAME = 12
"""Words; nobody's name and title is longer."""


@dataclass(frozen=True, slots=True)
class SharedWords:
    """What two articles share word for word: links, and the pieces that lie in sentence pairs."""

    links: tuple[Link, ...]
    pieces: dict[tuple[int, int], tuple[Run, ...]] = field(
        default_factory=dict[tuple[int, int], tuple[Run, ...]]
    )
    """By numbers of the two sentences, the runs inside both."""


def shared_words(a: Ground, b: Ground, minimum: int, pace: Pace) -> SharedWords:
    """What two articles, or one with itself, share in runs of at least `minimum` words.

    A unit of the pace is a word of either.
    """
    if a.index == b.index:
        runs = repeated_runs(a.index_by(minimum), minimum)
    elif a.numbers == b.numbers and a.numbers:
        runs = [Run(0, 0, len(a.numbers))]
        runs += [
            run
            for run in shared_runs(a.index_by(minimum), b.index_by(minimum), minimum)
            if run.a != run.b
        ]
    else:
        runs = shared_runs(a.index_by(minimum), b.index_by(minimum), minimum)
    inside: dict[tuple[int, int], list[Run]] = defaultdict(list)
    links: list[Link] = []
    pace.did(len(a.numbers))
    for run in runs:
        for piece in _cut(run, a, b):
            pair = _sentences_of(piece, a, b)
            if pair is None:
                links.append(_link_of(piece, a, b, minimum))
            else:
                inside[pair].append(piece)
            pace.did(piece.length)
    for pair, pieces in inside.items():
        links += _links_in(pair, pieces, a, b, minimum)
        pace.did()
    return SharedWords(tuple(links), {pair: tuple(found) for pair, found in inside.items()})


def same_of(piece: Run, a: Ground, b: Ground) -> tuple[Same, ...]:
    """The exact ranges of a run, on edges of tokens on both sides, one for each block."""
    found: list[Same] = []
    at = 0
    while at < piece.length:
        until = _block_end(piece, at, a, b)
        first, last = piece.a + at, piece.a + until
        over = piece.b - piece.a
        while first < last and not (a.begins_token[first] and b.begins_token[first + over]):
            first += 1
        while first < last and not (a.ends_token[last - 1] and b.ends_token[last - 1 + over]):
            last -= 1
        if first < last:
            found.append(Same(_span(a, first, last), _span(b, first + over, last + over)))
        at = until
    return tuple(found)


def _block_end(piece: Run, at: int, a: Ground, b: Ground) -> int:
    """How far a run goes on in the blocks of its word `at`."""
    here, there = a.blocks[piece.a + at], b.blocks[piece.b + at]
    last = piece.length - 1
    if a.blocks[piece.a + last] == here and b.blocks[piece.b + last] == there:
        return piece.length  # blocks stand in order: as most runs do, it stays in one
    until = at + 1
    while a.blocks[piece.a + until] == here and b.blocks[piece.b + until] == there:
        until += 1
    return until


def _span(ground: Ground, first: int, last: int) -> Span:
    """From word `first` to before word `last`."""
    return Span(ground.spans[first].start, ground.spans[last - 1].end)


def _cut(run: Run, a: Ground, b: Ground) -> list[Run]:
    """What is told of a run, cut where a block ends in either and a sentence ends in both."""
    pieces: list[Run] = []
    first = 0
    for at in _cuts(run, a, b):
        if _is_told(a, run.a + first) and _is_told(b, run.b + first):
            pieces.append(Run(run.a + first, run.b + first, at - first))
        first = at
    return pieces


def _cuts(run: Run, a: Ground, b: Ground) -> Iterator[int]:
    """The numbers of the run's words before which it is cut, and that of its end."""
    last_a, last_b = run.a + run.length - 1, run.b + run.length - 1
    in_blocks = a.blocks[run.a] == a.blocks[last_a] and b.blocks[run.b] == b.blocks[last_b]
    in_sentence = (
        a.sentence_of[run.a] == a.sentence_of[last_a] >= 0
        or b.sentence_of[run.b] == b.sentence_of[last_b] >= 0
    )
    if not (in_blocks and in_sentence):
        for i, j in zip(range(run.a + 1, last_a + 1), range(run.b + 1, last_b + 1), strict=True):
            block = a.blocks[i] != a.blocks[i - 1] or b.blocks[j] != b.blocks[j - 1]
            sentence = (
                a.sentence_of[i] != a.sentence_of[i - 1]
                and b.sentence_of[j] != b.sentence_of[j - 1]
            )
            if block or sentence:
                yield i - run.a
    yield run.length


def _is_told(ground: Ground, word: int) -> bool:
    return ground.compared[word] or ground.signed[word]


def _sentences_of(piece: Run, a: Ground, b: Ground) -> tuple[int, int] | None:
    """The one sentence on each side that the piece lies in."""
    first_a, last_a = a.sentence_of[piece.a], a.sentence_of[piece.a + piece.length - 1]
    first_b, last_b = b.sentence_of[piece.b], b.sentence_of[piece.b + piece.length - 1]
    if first_a == last_a >= 0 and first_b == last_b >= 0:
        return first_a, first_b
    return None


def _links_in(
    pair: tuple[int, int], pieces: list[Run], a: Ground, b: Ground, minimum: int
) -> list[Link]:
    """What the pieces inside one pair of sentences come to."""
    words_a, words_b = a.words_of[pair[0]], b.words_of[pair[1]]
    shared_a = {at for piece in pieces for at in range(piece.a, piece.a + piece.length)}
    shared_b = {at for piece in pieces for at in range(piece.b, piece.b + piece.length)}
    shared = min(len(shared_a), len(shared_b))
    longer = shared / max(len(words_a), len(words_b))
    shorter = shared / min(len(words_a), len(words_b))
    copied = any(not is_name(piece, a, b) and not is_idiom(piece, a) for piece in pieces)
    same = tuple(sorted(same for piece in pieces for same in same_of(piece, a, b)))
    whole_a, whole_b = a.sentences[pair[0]], b.sentences[pair[1]]
    here, there = Reading(a.index, whole_a), Reading(b.index, whole_b)
    why = (f"{shared} words in one run" if len(pieces) == 1 else f"{shared} words in runs",)
    if longer == 1.0:
        name = _is_label(pair[0], a) and all(is_name(piece, a, b) for piece in pieces)
        wording = Wording.NAME if name else Wording.COPIED
        score = 0.05 if name else 0.99
        return [Link(here, there, Relation.VERBATIM, score, not name, same, why, wording)]
    if copied and (longer >= NEAR_COVER or shorter >= PART_COVER) and shared >= minimum:
        relation = Relation.NEAR if longer >= NEAR_COVER else Relation.PARAPHRASE
        score = round(0.5 + 0.48 * (longer + shorter) / 2, 4)
        return [Link(here, there, relation, score, True, same, why)]
    return [_link_of(piece, a, b, minimum) for piece in pieces]


def _is_label(number: int, ground: Ground) -> bool:
    """Whether a line may be a mere name: no headline, and no full stop at its end."""
    block = ground.analysis.blocks[ground.analysis.sentence_blocks[number]]
    sentence = ground.sentences[number]
    headed = block.role in (Role.HEADLINE, Role.HEADING)
    return not headed and ground.text[sentence.end - 1] not in ".!?。！？"


def _link_of(piece: Run, a: Ground, b: Ground, minimum: int) -> Link:
    """A run as a link of its own."""
    span_a = a.snapped(_span(a, piece.a, piece.a + piece.length))
    span_b = b.snapped(_span(b, piece.b, piece.b + piece.length))
    name = is_name(piece, a, b)
    idiom = not name and is_idiom(piece, a)
    compared = a.compared[piece.a] and b.compared[piece.b]
    whole = compared and piece.length >= minimum and not idiom
    return Link(
        Reading(a.index, span_a),
        Reading(b.index, span_b),
        Relation.VERBATIM,
        0.02 if name or not whole else 0.6,
        whole and not name,
        same_of(piece, a, b),
        ("nothing but a name or title",) if name else (f"{piece.length} words in one run",),
        Wording.NAME if name else Wording.COPIED,
    )


def is_idiom(piece: Run, ground: Ground) -> bool:
    """Whether a run has hardly a word of its own ('there were no reports of'): said by anyone."""
    words = ground.folded[piece.a : piece.a + piece.length]
    return sum(word not in FUNCTION_WORDS for word in words) < LEAST_CONTENT


def is_name(piece: Run, a: Ground, b: Ground) -> bool:
    """Whether a run is nothing but a name or title in either text, so that it makes no claim."""
    if piece.length > LONGEST_NAME:
        return False
    for ground, base in ((a, piece.a), (b, piece.b)):
        span = _span(ground, base, base + piece.length)
        if only_names(ground.text, span, ground.analysis.names_in(span)):
            return True
    return False
