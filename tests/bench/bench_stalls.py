"""How long a comparison holds up the window: between two signs of progress, and for other threads.

Run by hand: `python -m tests.bench.bench_stalls [NAME ...]`. For two long texts and for texts that
nobody writes it prints, in seconds of the worker's own processor time (a busy machine then counts
little): the whole comparison; the longest time between two signs of progress, at which it can also
be cancelled; the longest time in which another thread could not run, and where; memory; and what
the answer says was left out. With `OPENBLAS_NUM_THREADS=1` it runs as the program does.
"""

from __future__ import annotations

import gc
import random
import sys
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reader import places
from reader.core.comparison import Comparison
from reader.core.options import Options
from reader.core.text.article import Article
from reader.importers.bundled import read_bundled
from reader.ui.engine import Engine

LINE = "The harbour master closed the port on Tuesday after a storm sank four old boats."
_NAP = 0.002


@dataclass
class Watched:
    """What was seen while one comparison ran; times are the worker's processor seconds."""

    whole: float = 0.0
    silence: float = 0.0
    silent_at: float = 0.0
    stall: float = 0.0
    stalled_in: str = ""
    answers: list[Comparison] = field(default_factory=list[Comparison])


def prose(words: int, seed: int) -> str:
    """Sentences of the bundled story by chance, each with numbers of its own."""
    bundled = read_bundled(places.find().corpus).articles
    whole = " ".join(one.source.article.text for one in bundled).replace("\n", " ")
    told = [f"{sentence.strip()}." for sentence in whole.split(". ") if sentence.strip()]
    chance = random.Random(seed)
    paragraphs: list[str] = []
    count = 0
    while count < words:
        some = (f"{chance.choice(told)} {chance.randrange(99999)} boats." for _ in range(4))
        paragraphs.append(" ".join(some))
        count += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


def _by_chance(signs: Sequence[str], count: int, between: str = "") -> str:
    return between.join(random.Random(1).choices(signs, k=count))


TEXTS: dict[str, Callable[[], tuple[str, str]]] = {
    "100,000 words": lambda: (prose(100_000, 1), prose(100_000, 2)),
    "equal lines": lambda: _twice(f"{LINE}\n" * 5_000),
    "numbered lines": lambda: _twice("\n".join(f"{LINE} It was pier {n}." for n in range(5_000))),
    "one word": lambda: _twice("word " * 1_000_000),
    "no blanks": lambda: _twice(_by_chance("abcdefghij", 1_000_000)),
    "punctuation": lambda: _twice(_by_chance(".,;:!?-()\"'", 1_000_000)),
    "quotation marks": lambda: _twice('"' * 10_000),
    "digits": lambda: _twice("1234567890" * 100_000),
    "numbers": lambda: _twice(_by_chance([f"{n}" for n in range(5_000)], 150_000, " ")),
    "one-word lines": lambda: _twice(_by_chance([f"pier{n}" for n in range(200)], 20_000, "\n")),
    "brackets": lambda: _twice("(" * 50_000 + ")" * 50_000),
    "signs": lambda: _twice("漢字" * 100_000),
    "quotations": lambda: _twice('"We will pay 5 dollars," said John Smith. ' * 5_000),
}


def _twice(text: str) -> tuple[str, str]:
    return text, f"{text}\n\nNothing else was said."


def watched(engine: Engine, texts: Sequence[str]) -> Watched:
    """Compares on a thread of its own, with another that wants to run every two milliseconds."""
    seen = Watched()
    articles = [Article(f"{number}", text) for number, text in enumerate(texts)]
    last = [0.0, 0.0]

    def progress(done: float) -> None:
        now = time.thread_time()
        if now - last[0] > seen.silence:
            seen.silence, seen.silent_at = now - last[0], last[1]
        last[:] = now, done

    def work() -> None:
        last[0] = begun = time.thread_time()
        answer = engine(
            articles, Options(), decisions=(), cancelled=lambda: False, progress=progress
        )
        progress(1.0)
        seen.whole = time.thread_time() - begun
        seen.answers.append(answer)

    worker = threading.Thread(target=work)
    worker.start()
    clock = time.pthread_getcpuclockid(worker.ident or 0)
    before = time.clock_gettime(clock)
    while worker.is_alive():
        time.sleep(_NAP)
        try:
            now = time.clock_gettime(clock)
        except OSError:
            break
        if now - before > seen.stall:
            frame = sys._current_frames().get(worker.ident or 0)  # pyright: ignore[reportPrivateUsage]
            stack = traceback.extract_stack(frame)[-1:] if frame else []
            seen.stall = now - before
            seen.stalled_in = " ".join(f"{one.filename[-28:]}:{one.lineno}" for one in stack)
        before = now
    worker.join()
    return seen


def main(names: Sequence[str]) -> None:
    gc.disable()  # as `reader.ui.collecting` has it while the window is open
    engine = Engine(places.find().vectors)
    engine([], Options(), decisions=(), cancelled=lambda: False, progress=lambda _: None)
    print(f"{'':18}{'whole':>8}{'silence':>9} at {'':4}{'stall':>6}  stalled in")
    for name in names or TEXTS:
        seen = watched(engine, TEXTS[name]())
        told = seen.answers[0]
        print(
            f"{name:18}{seen.whole:8.2f}{seen.silence:9.2f} at {seen.silent_at:.2f}"
            f"{seen.stall:7.3f}  {seen.stalled_in}\n"
            f"{'':18}{len(told.links):8,} links. {told.left_out or 'Nothing was left out.'}",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
