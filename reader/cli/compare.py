"""`compare FILE FILE...`: read the texts, compare them, print the answer."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reader import places
from reader.cli.arguments import Form, Request, parse
from reader.cli.terminal import (
    FAILED,
    INTERRUPTED,
    print_answer,
    print_problem,
    print_warning,
)
from reader.core.compare import compare
from reader.core.comparison import Comparison
from reader.core.errors import ReaderError
from reader.core.text.article import Article
from reader.exporters.comparison_html import comparison_html
from reader.exporters.comparison_json import comparison_json
from reader.exporters.comparison_text import comparison_text
from reader.importers.opening import read_file
from reader.importers.vectors import read_vectors

_PAGE = 100
_WIDEST = 120


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0, 2 for what the person can mend."""
    request = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        articles = [_article(path, request) for path in request.files]
        vectors = read_vectors(places.find().vectors)
        comparison = compare(articles, request.options, vectors=vectors)
        print_answer(_written(comparison, articles, request) + "\n")
    except ReaderError as error:
        print_problem(error)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    if not comparison.complete:
        print_warning("Not everything was compared", comparison.left_out)
    return 0


def _article(path: Path, request: Request) -> Article:
    source = read_file(path, encoding=request.encoding)
    for warning in source.warnings:
        print_warning(source.article.name, warning)
    published = dict(request.published).get(path.name, source.article.published)
    return replace(source.article, published=published)


def _written(comparison: Comparison, articles: Sequence[Article], request: Request) -> str:
    match request.form:
        case Form.JSON:
            return comparison_json(comparison, candidates=request.candidates)
        case Form.HTML:
            return comparison_html(comparison, articles, candidates=request.candidates)
        case Form.TEXT:
            return comparison_text(
                comparison, articles, candidates=request.candidates, width=_width()
            )


def _width() -> int:
    """Characters on a line: the terminal's, or a page's where there is none."""
    return min(shutil.get_terminal_size((_PAGE, 24)).columns, _WIDEST)
