"""Time of a whole comparison, as a ratio to word-mode diff-match-patch over the same pairs.

Run by hand: `python -m tests.bench.bench_engine [FOLDER ...]`, each folder a story of *.txt files;
without one, the bundled story. Times are of the processor; ratios are printed beside them, since
milliseconds say more about the machine than about the program. The program has numpy work on one
thread: `OPENBLAS_NUM_THREADS=1` measures it so, and counts no threads that only wait. Long texts,
texts that nobody writes and what a comparison does to the window meanwhile are measured by
`bench_stalls`.
"""

from __future__ import annotations

import itertools
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from diff_match_patch import diff_match_patch

from reader import places
from reader.core.compare import compare
from reader.core.facts.analysis import analyse
from reader.core.matching.vectors import Vectors
from reader.core.options import Options
from reader.core.text.article import Article
from reader.core.text.tokens import words
from reader.importers.bundled import read_bundled
from reader.importers.vectors import read_vectors

ROUNDS = 3
MOST_DIFFED = 6
"""Articles whose pairs are all put through the diff; of more it takes minutes."""


def median_seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median processor time of a piece of work, after one round that is not counted."""
    work()
    taken: list[float] = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return statistics.median(taken)


def word_mode_diffs(articles: Sequence[Article]) -> None:
    """What people use today: the shortest edit between whole texts, by words, without a clock."""
    ids: dict[str, str] = {}
    coded = [
        "".join(ids.setdefault(w.folded, chr(0x100 + len(ids))) for w in words(article.text))
        for article in articles
    ]
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    for a, b in itertools.combinations(coded, 2):
        differ.diff_main(a, b, False)


def read_texts(articles: Sequence[Article]) -> None:
    """Each article by itself: blocks, sentences, figures, names, quotations."""
    for article in articles:
        analysis = analyse(article)
        _ = analysis.figures, analysis.names, analysis.quotations, analysis.attributions


def told(name: str, articles: Sequence[Article], vectors: Vectors | None) -> None:
    count = sum(len(words(article.text)) for article in articles)
    print(f"{name}: {len(articles)} articles, {count} words")
    without = Options(kinds=frozenset())
    diffs = 0.0
    if len(articles) <= MOST_DIFFED:
        diffs = median_seconds(lambda: word_mode_diffs(articles), 1)
        print(f"  {'word-mode diffs of all pairs':30} {1000 * diffs:8.0f} ms")
    steps: dict[str, Callable[[], object]] = {
        "reading each text": lambda: read_texts(articles),
        "comparing, no divergences": lambda: compare(articles, without, vectors=vectors),
        "comparing, no word vectors": lambda: compare(articles),
        "comparing": lambda: compare(articles, vectors=vectors),
    }
    for step, work in steps.items():
        seconds = median_seconds(work)
        ratio = f"   {seconds / diffs:6.3f} of the diffs" if diffs else ""
        print(f"  {step:30} {1000 * seconds:8.0f} ms{ratio}")


def main(folders: Sequence[str]) -> None:
    found = places.find()
    vectors = read_vectors(found.vectors)
    if not folders:
        stories = {"bundled": [one.source.article for one in read_bundled(found.corpus).articles]}
    else:
        stories = {
            Path(folder).name: [
                Article(path.name, path.read_text("utf-8"))
                for path in sorted(Path(folder).glob("*.txt"))
            ]
            for folder in folders
        }
    for name, articles in stories.items():
        told(name, articles, vectors)


if __name__ == "__main__":
    main(sys.argv[1:])
