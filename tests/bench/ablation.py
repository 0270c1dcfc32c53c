"""What each signal of the matching contributes, measured on judged sentence pairs.

Run by hand: `python -m tests.bench.ablation FOLDER...`, each folder a set of cases; a case is a
folder of *.txt with a gold.json (`related`: pairs with label 0 or 1; `sentences`, where given: all
their pairs that `related` leaves out are 0). Prints average precision over all pairs, its mean over
cases, and how often the best partner in another article is a right one.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader import places
from reader.core.facts.analysis import analyse
from reader.core.matching.ground import grounds_of
from reader.core.matching.likelihood import ENOUGH_CONTENT, WITH_VECTORS, WITHOUT_VECTORS
from reader.core.matching.meeting import Meaning, Met
from reader.core.matching.signals import Common, Matrices, Signal, likeness_of
from reader.core.matching.story import Story, story_of
from reader.core.matching.vectors import Vectors
from reader.core.pace import Pace
from reader.core.text.article import Article
from reader.core.text.span import Span
from reader.importers.vectors import read_vectors

Place = tuple[str, int, int]


@dataclass(frozen=True)
class Case:
    """A judged case: its signals, and for each judged pair the sentences it is about."""

    matrices: Matrices
    pairs: list[tuple[Place, Place, list[int], list[int]]]
    labels: NDArray[np.int_]


def read_case(folder: Path, vectors: Vectors | None) -> Case | None:
    gold_file = folder / "gold.json"
    gold = json.loads(gold_file.read_text("utf-8")) if gold_file.exists() else {}
    judged = {(tuple(p["a"]), tuple(p["b"])): p["label"] for p in gold.get("related", [])}
    for a, b in combinations([tuple(place) for place in gold.get("sentences", [])], 2):
        if a[0] != b[0] and (b, a) not in judged:
            judged.setdefault((a, b), 0)
    if not any(judged.values()):
        return None
    files = sorted(folder.glob("*.txt"))
    texts = [Article(file.name, file.read_text("utf-8")) for file in files]
    story, _ = story_of(grounds_of([analyse(article) for article in texts]))
    names = {article.name: number for number, article in enumerate(texts)}
    touching = {
        place: touched(story, names[place[0]], Span(place[1], place[2]))
        for place in {place for pair in judged for place in pair}
    }
    pairs = [(a, b, touching[a], touching[b]) for a, b in judged]
    labels = np.array(list(judged.values()))
    return Case(matrices_of(story, vectors), pairs, labels)


def matrices_of(story: Story, vectors: Vectors | None) -> Matrices:
    """All signals of a story, as `Scoring` takes them for texts in English."""
    pace = Pace()
    likeness = likeness_of(story, vectors, pace)
    table = likeness.by_form if likeness.by_use is None else likeness.by_use
    every = slice(0, len(story.units))
    matrices = Common(story, pace).between(every, every)
    matrices |= Met(story, table, pace).between(every, every)
    if likeness.word_vectors is not None:
        english = np.ones(len(story.units), np.bool_)
        matrices |= Meaning(story, likeness.word_vectors, english).between(every, every)
    return matrices


def touched(story: Story, article: int, span: Span) -> list[int]:
    """The sentences of an article that share at least half of the shorter with a judged one."""
    return [
        unit
        for unit, (other, _) in enumerate(story.units)
        if other == article
        and 2 * story.span(unit).shared(span) >= min(len(span), len(story.span(unit))) > 0
    ]


STRANGERS = "strangers"
"""No signal of its own: how far articles that have nothing else in common are held apart."""


def scores_of(case: Case, dropped: str | None, vectors: bool) -> NDArray[np.float64]:
    """The score of each judged pair; a dropped signal weighs nothing."""
    calibration = WITH_VECTORS if vectors else WITHOUT_VECTORS
    standards = {
        signal: replace(standard, weight=0.0) if signal is dropped else standard
        for signal, standard in calibration.standards.items()
    }
    matrices = dict(case.matrices)
    if dropped is Signal.CONTENT:
        matrices[Signal.CONTENT] = np.full_like(matrices[Signal.WORDS], ENOUGH_CONTENT)
    calibration = replace(calibration, standards=standards)
    if dropped == STRANGERS:
        calibration = replace(calibration, strangers=1.0)
    likely = calibration.likelihood(matrices)
    return np.array(
        [float(likely[np.ix_(a, b)].max()) if a and b else 0.0 for _, _, a, b in case.pairs]
    )


def average_precision(scores: NDArray[np.float64], labels: NDArray[np.int_]) -> float:
    ranked = labels[np.argsort(-scores, kind="stable")]
    hits = np.cumsum(ranked)
    return float((hits / np.arange(1, len(ranked) + 1))[ranked == 1].mean())


def best_is_right(case: Case, scores: NDArray[np.float64]) -> list[bool]:
    """For each sentence and other article with a counterpart, whether a right one comes first."""
    queries: Mapping[tuple[Place, str], list[int]] = defaultdict(list)
    for number, (a, b, _, _) in enumerate(case.pairs):
        queries[a, b[0]].append(number)
        queries[b, a[0]].append(number)
    right: list[bool] = []
    for asked in queries.values():
        labels, found = case.labels[asked], scores[asked]
        if labels.any():
            wrong = found[labels == 0]
            right.append(bool(found[labels == 1].max() > (wrong.max() if len(wrong) else 0)))
    return right


def row(name: str, cases: Sequence[Case], dropped: str | None, vectors: bool) -> None:
    scored = [scores_of(case, dropped, vectors) for case in cases]
    labels = [case.labels for case in cases]
    whole = average_precision(np.concatenate(scored), np.concatenate(labels))
    mean = np.mean([average_precision(s, la) for s, la in zip(scored, labels, strict=True)])
    right = [r for case, s in zip(cases, scored, strict=True) for r in best_is_right(case, s)]
    print(f"  {name:24} AP {whole:.3f}   mean {mean:.3f}   first {np.mean(right):.3f}")


def main(folders: Sequence[str]) -> None:
    table = read_vectors(places.find().vectors)
    for folder in folders:
        for vectors in (table, None):
            told = (read_case(case, vectors) for case in sorted(Path(folder).iterdir()))
            cases = [case for case in told if case is not None]
            print(f"{Path(folder).name}, {'with' if vectors else 'without'} word vectors")
            row("all signals", cases, None, vectors is not None)
            signals = [signal for signal in Signal if signal in cases[0].matrices]
            for part in (*signals, STRANGERS):
                row(f"without {part}", cases, part, vectors is not None)


if __name__ == "__main__":
    main(sys.argv[1:])
