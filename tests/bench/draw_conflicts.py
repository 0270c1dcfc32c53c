"""Conflicts drawn by a fixed seed, printed to be judged by a person who reads both sentences.

Run by hand: `python -m tests.bench.draw_conflicts FOLDER [--half even|odd|all] [--number 40]
[--seed 7] [--verdict conflict] [--kind figure]...`; the folder holds one folder a case with its
articles as *.txt. Even and odd count the cases in order of name, from 0: rules are made on the even
half and reported on the odd one. What two cases share is drawn once. Nothing is kept: the texts
stay where they are.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader import places
from reader.core.compare import compare
from reader.core.difference.divergence import Divergence, DivergenceKind, Stated, Verdict
from reader.core.options import Options
from reader.core.text.article import Article
from reader.core.text.span import Span
from reader.importers.vectors import read_vectors

HALVES = {"even": (0,), "odd": (1,), "all": (0, 1)}


@dataclass(frozen=True)
class Drawn:
    """A divergence with the name of its case and both places as they read."""

    case: str
    divergence: Divergence
    sentences: tuple[str, ...]

    @property
    def place(self) -> tuple[str, int, int, int, str]:
        a, b = self.divergence.a, self.divergence.b
        return (self.case, a.article, a.span.start, b.span.start if b else -1, self.divergence.kind)


def cases_of(folder: Path, half: str) -> list[Path]:
    cases = sorted(case for case in folder.iterdir() if case.is_dir())
    return [case for at, case in enumerate(cases) if at % 2 in HALVES[half]]


def divergences_of(case: Path, verdict: Verdict, kinds: Sequence[str]) -> Iterator[Drawn]:
    """The divergences of one verdict that comparing a case gives, with their sentences."""
    articles = [Article(file.stem, file.read_text("utf-8")) for file in sorted(case.glob("*.txt"))]
    found = compare(articles, Options(), vectors=read_vectors(places.find().vectors))
    sentences = [article.sentences for article in found.articles]
    for one in found.divergences:
        if one.verdict is verdict and one.kind in kinds:
            sides = [side for side in (one.a, one.b) if side is not None]
            told = [_marked(articles[s.article], s, sentences[s.article]) for s in sides]
            if one.b is None and one.link is not None:
                link = found.links[one.link]
                other = link.b if link.a.article == one.a.article else link.a
                told.append(
                    f"[{articles[other.article].name}] "
                    f"{_plain(other.span.of(articles[other.article].text))}"
                )
            yield Drawn(case.name, one, tuple(told))


def _marked(article: Article, stated: Stated, sentences: Sequence[Span]) -> str:
    """The sentences that a place stands in, its words between >>> and <<<."""
    touched = [span for span in sentences if span.overlaps(stated.span)] or [stated.span]
    whole = touched[0].hull(touched[-1]).hull(stated.span)
    before = article.text[whole.start : stated.span.start]
    after = article.text[stated.span.end : whole.end]
    words = f"{before}>>>{stated.span.of(article.text)}<<<{after}"
    return f"[{article.name}] {_plain(words)}"


def _plain(words: str) -> str:
    return " ".join(words.split())


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--half", choices=HALVES, default="all")
    asked.add_argument("--number", type=int, default=40)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--verdict", type=Verdict, choices=list(Verdict), default=Verdict.CONFLICT)
    asked.add_argument("--kind", action="append", choices=[k.value for k in DivergenceKind])
    options = asked.parse_args()
    kinds = options.kind or [kind.value for kind in DivergenceKind]
    cases = cases_of(options.folder, options.half)
    every = [one for case in cases for one in divergences_of(case, options.verdict, kinds)]
    every = list({one.sentences: one for one in every}.values())
    every.sort(key=lambda one: one.place)
    drawn = random.Random(options.seed).sample(every, min(options.number, len(every)))
    counted = Counter(one.divergence.kind.value for one in every)
    print(
        f"{len(every)} in {len(cases)} cases: {dict(sorted(counted.items()))}; {len(drawn)} drawn"
    )
    for number, one in enumerate(sorted(drawn, key=lambda one: one.place), 1):
        print(f"\n{number}. {one.case}: {one.divergence.kind}. {one.divergence.reason}")
        for sentence in one.sentences:
            print(f"   {sentence}")


if __name__ == "__main__":
    main()
