"""Annotations as one web page to read and print: no script, nothing loaded, notes as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from reader.core.annotating.annotation import (
    Annotation,
    Evidence,
    Person,
    Rating,
    Standing,
    StoredArticle,
    Tag,
    Target,
)
from reader.core.pace import Pace
from reader.exporters.note_html import may_be_opened, note_html
from reader.exporters.page import PAGE, STYLE
from reader.exporters.report import count, printable

NOTES_AT_ONCE = 50
"""Annotations that are written between two looks at whether the page is still wanted."""

_STYLE = """
article { border-top: 2px solid var(--quiet); margin: 1.5rem 0; padding-top: .5rem;
  max-width: 46rem; }
blockquote { margin: .5rem 0; padding-inline-start: .75rem; border-inline-start: 3px solid
  var(--quiet); }
article p, article li { white-space: normal; }
pre { white-space: pre-wrap; }
.about { font-size: .85rem; }
"""

_STANDINGS = {
    Standing.FOUND: "",
    Standing.MOVED: "moved in a newer text",
    Standing.REVIEW: "place to be decided",
    Standing.LOST: "lost: these words are not in the newer text",
}


def annotations_html(
    title: str,
    annotations: Iterable[Annotation],
    *,
    articles: Mapping[str, StoredArticle],
    tags: Mapping[str, Tag],
    ratings: Mapping[str, Rating],
    people: Mapping[str, Person],
    pace: Pace | None = None,
) -> str:
    """The annotations in their order; the mappings are by identifier, as for the table.

    Raises Cancelled by `pace`, which counts annotations.
    """
    listed = tuple(annotations)
    pace = pace or Pace()
    pace.stage(1.0, len(listed), every=NOTES_AT_ONCE)
    written: list[str] = []
    for one in listed:
        written.append(_article(one, articles, tags, ratings, people))
        pace.did()
    body = "\n".join(written)
    heading = f"{title}: {count(len(listed), 'note')}"
    return PAGE.format(title=_text(heading), style=STYLE + _STYLE, body=body)


def _article(
    annotation: Annotation,
    articles: Mapping[str, StoredArticle],
    tags: Mapping[str, Tag],
    ratings: Mapping[str, Rating],
    people: Mapping[str, Person],
) -> str:
    names = [tags[tag_id].name for tag_id in annotation.tag_ids if tag_id in tags]
    person = people.get(annotation.person_id)
    parts = [
        *(_quote(target, articles) for target in annotation.targets),
        f'<p class="about">{_text(", ".join(names))}</p>' if names else "",
        *(f'<p class="about">{words}</p>' for words in _judged(annotation, ratings)),
        note_html(printable(annotation.note)),
        _evidence(annotation.evidence),
        f"<small>{_text(_signature(annotation, person))}</small>",
    ]
    return f"<article>{''.join(parts)}</article>"


def _quote(target: Target, articles: Mapping[str, StoredArticle]) -> str:
    stored = articles.get(target.article_id)
    source = "an article that was removed"
    if stored is not None:
        source = stored.article.outlet or stored.article.title or stored.article.name
    standing = _STANDINGS[target.standing]
    told = f"{source} ({standing})" if standing else source
    return (
        f'<blockquote dir="auto">{_text(target.anchor.quote)}<br>'
        f"<small>{_text(told)}</small></blockquote>"
    )


def _judged(annotation: Annotation, ratings: Mapping[str, Rating]) -> Iterator[str]:
    rating = ratings.get(annotation.rating_id or "")
    if rating is not None:
        sure = "" if annotation.confidence is None else f", {annotation.confidence} % sure"
        yield f"<strong>{_text(rating.name)}</strong>{sure}"
    yield _text(f"Status: {annotation.status.value}")


def _evidence(evidence: Iterable[Evidence]) -> str:
    rows = "".join(f"<li>{_one(one)}</li>" for one in evidence)
    return f"<p><strong>Evidence</strong></p><ul>{rows}</ul>" if rows else ""


def _one(evidence: Evidence) -> str:
    where = _text(evidence.where)
    if may_be_opened(evidence.where):
        where = f'<a href="{where}" rel="noreferrer">{where}</a>'
    rest = [
        _text(evidence.title),
        f"“{_text(evidence.quote)}”" if evidence.quote else "",
        f"seen {_text(evidence.seen)}" if evidence.seen else "",
    ]
    return ", ".join((where, *(words for words in rest if words)))


def _signature(annotation: Annotation, person: Person | None) -> str:
    who = person.name if person is not None and person.name else "someone without a name"
    return f"{who}, {annotation.changed[:16].replace('T', ' ')} UTC"


def _text(words: str) -> str:
    return escape(printable(words), quote=True)
