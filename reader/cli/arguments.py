"""The words of the command line, read into one validated request."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from reader.core.difference.divergence import DivergenceKind
from reader.core.options import FAINTEST, Options
from reader.core.text.article import Role

_Word = TypeVar("_Word", bound=StrEnum)


class Form(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Request:
    """What to compare, how, and in which form to answer."""

    files: tuple[Path, ...]
    form: Form
    candidates: bool
    options: Options
    encoding: str | None
    published: tuple[tuple[str, date], ...]
    """Dates of articles by their file's name."""


def parse(arguments: Sequence[str]) -> Request:
    """Read the arguments of `compare`; argparse exits where they make no sense."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if len(given.files) < 2:
        parser.error("name at least two files to compare")
    try:
        defaults = Options()
        options = Options(
            minimum_run=given.minimum_run,
            roles=defaults.roles if given.roles is None else given.roles,
            kinds=defaults.kinds if given.kinds is None else given.kinds,
            shown=given.shown,
            faintest=_faintest(given.faintest, given.shown, given.candidates),
        )
    except ValueError as error:
        parser.error(str(error))
    names = {path.name for path in given.files}
    for name, _ in given.published:
        if name not in names:
            parser.error(f"--published names '{name}', which is none of the files")
    return Request(
        files=tuple(given.files),
        form=given.form,
        candidates=given.candidates,
        options=options,
        encoding=given.encoding,
        published=tuple(given.published),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m reader compare",
        description="Compare texts about one event: what they share word for word, what they say "
        "in other words, and where their figures, dates, names and quotations part.",
        epilog="Lists are separated by commas. Offsets are code points of the text after import.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="text or Markdown")
    _add_forms(parser)
    parser.add_argument(
        "--candidates", action="store_true", help="with possible links, not only those shown"
    )
    parser.add_argument(
        "--minimum-run",
        type=int,
        default=Options().minimum_run,
        metavar="N",
        help="words that make a verbatim run (default %(default)s)",
    )
    parser.add_argument(
        "--shown",
        type=float,
        default=Options().shown,
        metavar="P",
        help="how likely (0..1) two readings in other words must make one claim to be shown "
        "(default %(default)s)",
    )
    parser.add_argument(
        "--faintest",
        type=float,
        metavar="P",
        help="how likely they must make one claim to be kept as possible, no more than --shown "
        f"(default {Options().faintest}, with --candidates {FAINTEST})",
    )
    parser.add_argument(
        "--kinds",
        type=lambda words: _words(words, DivergenceKind),
        metavar="LIST",
        help=f"divergences to look for: {_names(DivergenceKind)} (default all)",
    )
    parser.add_argument(
        "--roles",
        type=lambda words: _words(words, Role),
        metavar="LIST",
        help=f"parts to compare, of: {_names(Role)} "
        f"(default {', '.join(role.value for role in Role if role in Options().roles)})",
    )
    parser.add_argument(
        "--published",
        type=_published,
        action="append",
        default=[],
        metavar="NAME=DATE",
        help="the date of a file's article (2022-05-26), for 'last Tuesday'; may be repeated",
    )
    parser.add_argument("--encoding", metavar="NAME", help="read every file by this encoding")
    return parser


def _faintest(given: float | None, shown: float, candidates: bool) -> float:
    """From where links are kept: as asked, else all that may be one where they are printed."""
    if given is not None:
        return given
    return FAINTEST if candidates else min(Options().faintest, max(FAINTEST, shown))


def _add_forms(parser: argparse.ArgumentParser) -> None:
    forms = parser.add_mutually_exclusive_group()
    for form, told in (
        (Form.TEXT, "a report to read in the terminal (default)"),
        (Form.JSON, "one JSON object, for programs"),
        (Form.HTML, "one self-contained web page"),
    ):
        forms.add_argument(
            f"--{form}", action="store_const", dest="form", const=form, default=Form.TEXT, help=told
        )


def _names(words: type[StrEnum]) -> str:
    return ", ".join(word.value for word in words)


def _words(text: str, words: type[_Word]) -> frozenset[_Word]:
    try:
        return frozenset(words(word.strip()) for word in text.split(",") if word.strip())
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; choose from {_names(words)}") from error


def _published(text: str) -> tuple[str, date]:
    name, _, day = text.rpartition("=")
    if not name:
        raise argparse.ArgumentTypeError(f"'{text}' is not of the form NAME=2022-05-26")
    try:
        return name, date.fromisoformat(day)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{day}' is no date such as 2022-05-26") from error
