"""The engine as the window asks it: with its table of word vectors, loaded when first needed."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.comparison import Comparison
from reader.core.matching.ruling import Ruling
from reader.core.options import Options
from reader.core.text.article import Article

if TYPE_CHECKING:
    from reader.core.matching.vectors import Vectors


class Engine:
    """Compares on whatever thread calls it; the first call reads the vectors of `folder`.

    The engine itself and its array library are loaded by that first call as well, on the worker's
    thread, so that the window need not wait for them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._read = False
        self._vectors: Vectors | None = None

    def __call__(
        self,
        articles: Sequence[Article],
        options: Options,
        *,
        decisions: Sequence[Ruling],
        cancelled: Callable[[], bool],
        progress: Callable[[float], None],
    ) -> Comparison:
        from reader.core.compare import compare
        from reader.importers.vectors import read_vectors

        with self._lock:
            if not self._read:
                self._vectors = read_vectors(self._folder)
                self._read = True
        with uncollected():
            return compare(
                articles,
                options,
                decisions=decisions,
                vectors=self._vectors,
                cancelled=cancelled,
                progress=progress,
            )


@contextmanager
def uncollected() -> Generator[None, None, None]:
    """Holds off the search for reference cycles: comparing makes millions of values and no cycles.

    The search walks over all of them again and again, up to half a second each time, in which no
    other thread of the program runs: the window would stand still (Mercurial's `util.nogc` does
    this for the same reason). What is alive at the end, the answer above all, is left out of later
    searches as well, the first of which would come at once; values without cycles are freed all the
    same when nobody holds them any more.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.freeze()
            gc.enable()
