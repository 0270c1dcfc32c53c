"""Links in other words: which sentences of different articles make the same claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.core.matching.ground import Ground
from reader.core.matching.likelihood import WITH_VECTORS, WITHOUT_VECTORS
from reader.core.matching.reasons import Reasons
from reader.core.matching.signals import (
    Likeness,
    Matrices,
    Signal,
    common_signals,
    content_signal,
    english_sentences,
    likeness_of,
    meaning_signal,
    met_terms,
    words_signal,
)
from reader.core.matching.story import MOST_SENTENCES, Story, story_of
from reader.core.matching.vectors import Floats, Vectors

SHOWN: Final = 0.5
"""Likelihood from which a link is shown unasked."""
TOLD: Final = 0.25
"""Likelihood from which reasons are worked out; below, too little is in common to be told."""
FAINT: Final = ("too little in common to be told",)
MANY: Final = ("many pairs are as alike as these",)
MOST: Final = 120_000
"""Possible pairs of a story that are kept, the likeliest."""
MOST_LIKELY: Final = 30_000
"""Of those, pairs above TOLD: more are made by repeats, and nobody reads them."""
MOST_TOLD: Final = 15_000
"""Pairs whose reasons are worked out, the likeliest."""
MOST_PARTNERS: Final = 5
"""Sentences of one other article that a sentence is shown with; more repeat each other."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Two sentences, by article and number, that may make one claim, and how likely they do."""

    a: tuple[int, int]
    b: tuple[int, int]
    likelihood: float
    shown: bool
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """Pairs of sentences, likely ones first; `left_out` says in a sentence what was not read."""

    claims: tuple[Claim, ...]
    left_out: str = ""


def find_claims(
    grounds: Sequence[Ground],
    vectors: Vectors | None = None,
    *,
    faintest: float = TOLD,
    most: int = MOST_SENTENCES,
) -> Claims:
    """Pairs of sentences of different articles that make one claim as likely as `faintest`."""
    story, quota = story_of(grounds, most=most)
    left_out = ""
    if any(len(ground.sentences) > quota for ground in grounds):
        left_out = (
            f"Beyond the first {quota} sentences of each article only copied wording was sought."
        )
    if not story.units or not story.terms:
        return Claims((), left_out)
    likely, likeness = likelihoods(story, vectors)
    shown = _shown(story, likely)
    reasons = Reasons(story, likeness.by_use)
    kept, cut = _kept(story, likely, shown, faintest)
    if cut:
        left_out = f"{left_out} {cut}".strip()
    first, second = np.nonzero(kept)
    least = _nth(likely[kept], MOST_TOLD)
    claims = [
        Claim(
            story.units[i],
            story.units[j],
            round(float(likely[i, j]), 5),
            bool(shown[i, j]),
            _why(reasons, i, j, float(likely[i, j]), shown[i, j] or likely[i, j] >= least),
        )
        for i, j in zip(first.tolist(), second.tolist(), strict=True)
    ]
    claims.sort(key=lambda claim: (-claim.likelihood, claim.a, claim.b))
    return Claims(tuple(claims), left_out)


def likelihoods(story: Story, vectors: Vectors | None) -> tuple[Floats, Likeness]:
    """For each two sentences of different articles how likely they make one claim, else 0."""
    languages = [ground.analysis.article.language for ground in story.grounds]
    english = english_sentences(story, languages)
    likeness = likeness_of(story, vectors if english.any() else None)
    matrices = common_signals(story)
    likely = np.zeros((len(story.units), len(story.units)), np.float32)
    if likeness.by_use is None or not english.all():
        _meet(matrices, story, likeness.by_form)
        likely = WITHOUT_VECTORS.likelihood(matrices)
    if likeness.by_use is not None and likeness.word_vectors is not None:
        _meet(matrices, story, likeness.by_use)
        matrices[Signal.MEANING] = meaning_signal(story, likeness.word_vectors, english)
        both = english[:, None] & english[None, :]
        likely = np.where(both, WITH_VECTORS.likelihood(matrices), likely)
    articles = story.articles
    eligible = (articles[:, None] != articles[None, :]) & story.claims[:, None] & story.claims
    return np.where(eligible, likely, 0).astype(np.float32), likeness


def _meet(matrices: Matrices, story: Story, table: NDArray[np.uint8]) -> None:
    """Put in the two signals that rest on which terms meet."""
    met = met_terms(story, table)
    matrices[Signal.WORDS] = words_signal(story, met)
    matrices[Signal.CONTENT] = content_signal(story, met)


def _why(
    reasons: Reasons, a: int, b: int, likelihood: float, told: bool | np.bool_
) -> tuple[str, ...]:
    if likelihood < TOLD:
        return FAINT
    if not told:
        return MANY
    return reasons.why(a, b, closely=likelihood >= SHOWN)


def _shown(story: Story, likely: Floats) -> NDArray[np.bool_]:
    """The likely pairs, where each is among the few best of the other in its article."""
    best = likely >= SHOWN
    crowded = np.zeros_like(best)
    for article in range(len(story.grounds)):
        columns = np.flatnonzero(story.articles == article)
        rows = np.flatnonzero(best[:, columns].sum(axis=1) > MOST_PARTNERS)
        ranked = np.argsort(-likely[np.ix_(rows, columns)], axis=1, kind="stable")
        for row, order in zip(rows, ranked, strict=True):
            crowded[row, columns[order[MOST_PARTNERS:]]] = True
    return best & ~crowded & ~crowded.T


def _kept(
    story: Story, likely: Floats, shown: NDArray[np.bool_], faintest: float
) -> tuple[NDArray[np.bool_], str]:
    """The possible pairs, each once, the earlier article first; and what was cut, in words."""
    articles = story.articles
    possible = (likely >= faintest) & (articles[:, None] < articles[None, :])
    most = MOST_LIKELY if (possible & (likely >= TOLD)).sum() > MOST_LIKELY else MOST
    if possible.sum() <= most:
        return possible, ""
    first, second = np.nonzero(possible & ~shown)
    likeliest = np.argsort(-likely[first, second], kind="stable")[:most]
    kept = possible & shown
    kept[first[likeliest], second[likeliest]] = True
    return kept, f"Of the possible links only the {most:,} likeliest are kept."


def _nth(values: Floats, most: int) -> float:
    """The value from which no more than about `most` are left."""
    return float(np.partition(values, -most)[-most]) if len(values) > most else 0.0
