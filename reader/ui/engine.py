"""The engine as the window asks it: with its table of word vectors, loaded when first needed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
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
        return compare(
            articles,
            options,
            decisions=decisions,
            vectors=self._vectors,
            cancelled=cancelled,
            progress=progress,
        )
