"""What a command says: answers on standard output, problems on standard error."""

from __future__ import annotations

import os
import sys

from reader.core.errors import ReaderError

FAILED = 2
"""Exit status where the person has something to mend, as argparse has it."""

INTERRUPTED = 130


def print_answer(text: str) -> None:
    """Write an answer as UTF-8 whatever the terminal's encoding, Windows included.

    A reader that goes away before the end (`| head`) is no error.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The interpreter flushes standard output once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_problem(error: ReaderError) -> None:
    print(f"{error.title}\n{error.advice}", file=sys.stderr)


def print_warning(about: str, sentence: str) -> None:
    print(f"{about}: {sentence}", file=sys.stderr)
