"""Links in other words: which sentences of different articles make the same claim."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.core.matching.ground import Ground
from reader.core.matching.kinship import stem
from reader.core.matching.link import Link, Reading, Relation

SHOWN = 0.5
LEAST = 0.08


def claim_links(grounds: Sequence[Ground]) -> list[Link]:
    """Candidate links between sentences of different articles, possible ones included."""
    units = [(g, s) for g in grounds for s in range(len(g.sentences))]
    bags = [Counter(stem(g.folded[w]) for w in g.words_of[s]) for g, s in units]
    spread = Counter(form for bag in bags for form in bag)
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    scores: dict[tuple[int, int], float] = defaultdict(float)
    for number, bag in enumerate(bags):
        weights = {
            form: (1 + math.log(n)) * math.log((1 + len(units)) / spread[form])
            for form, n in bag.items()
        }
        length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        for form, weight in weights.items():
            for other, value in holders[form]:
                if units[other][0].index != units[number][0].index:
                    scores[other, number] += value * weight / length
            holders[form].append((number, weight / length))
    links: list[Link] = []
    for (i, j), score in sorted(scores.items()):
        if score < LEAST:
            continue
        (a, s), (b, t) = units[i], units[j]
        links.append(
            Link(
                Reading(a.index, a.sentences[s]),
                Reading(b.index, b.sentences[t]),
                Relation.PARAPHRASE,
                round(score, 4),
                score >= SHOWN,
                (),
                (f"score {score:.2f}",),
            )
        )
    return links
