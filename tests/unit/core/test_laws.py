"""The laws of comparing that hold for any texts, each seen to fail when its code is broken."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.core.compare import compare
from reader.core.comparison import Comparison
from reader.core.difference.divergence import Divergence, Stated, Verdict
from reader.core.facts.analysis import analyse
from reader.core.matching.link import Link, Relation
from reader.core.options import FAINTEST, Options
from reader.core.passages.links import pair_of
from reader.core.text.article import Article
from reader.core.text.span import Span

SENTENCES = (
    "The harbour master closed the port of Kelmouth on Tuesday after a storm sank four boats.",
    "A storm sank five boats in Kelmouth, and the harbour master closed the port on Wednesday.",
    "About 200 people left their homes near the river, the mayor said.",
    "More than 300 people left their homes near the river, said the harbour master Anna Brandt.",
    '"We have never seen waves like these," said Anna Brandt, 54, the harbour master.',
    '"We never saw such waves as these," said Anna Brand 😀, 55, the harbour master.',
    "At least 200 people left their homes beside the river after the storm sank four boats, which "
    "the opposition in the parliament of the country has since called a disgrace for the mayor.",
    "The mayor denied on Tuesday that the port of Kelmouth was closed too late.",
    "The mayor confirmed that the port was closed too late.",
    "Officials spent 1,250,000 euros, or 12.5 per cent more than in 2019, on the U.N. pier.",
    "警方周二关闭了港口，四艘船沉没。",
    "Der Hafen bleibt bis Freitag geschlossen, sagte die Leiterin Anna Brandt.",
    "Read more",
)
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n\n".join)


def of(*texts: str) -> Comparison:
    articles = [Article(f"{number}.txt", text) for number, text in enumerate(texts)]
    return compare(articles, Options(faintest=FAINTEST))


def told(divergence: Divergence, links: tuple[Link, ...]) -> tuple[object, ...]:
    """A divergence without its number, by the readings of its link."""
    link = None if divergence.link is None else links[divergence.link]
    ends = frozenset() if link is None else frozenset((link.a, link.b))
    sides = frozenset(filter(None, (divergence.a, divergence.b)))
    return divergence.kind, divergence.verdict, ends, sides


@given(TEXTS, TEXTS)
@settings(max_examples=25)
@example("\n\n".join(SENTENCES[:7:2]), "\n\n".join(SENTENCES[1:7:2]))
def test_sides_can_be_exchanged(a: str, b: str) -> None:
    if a == b:
        return
    one, other = of(a, b), of(b, a)
    turned = tuple(turned_link(link) for link in other.links)
    assert {replace(link, same=()) for link in one.links} == {
        replace(link, same=()) for link in turned
    }
    there = [replace(d, a=turned_side(d.a), b=d.b and turned_side(d.b)) for d in other.divergences]
    assert {told(d, one.links) for d in one.divergences} == {told(d, turned) for d in there}
    assert sorted(len(p.readings) for p in one.passages) == sorted(
        len(p.readings) for p in other.passages
    )


def turned_side(stated: Stated) -> Stated:
    return replace(stated, article=1 - stated.article)


def turned_link(link: Link) -> Link:
    a, b = (replace(one, article=1 - one.article) for one in (link.b, link.a))
    return replace(link, a=min(a, b), b=max(a, b))


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=25)
@example(SENTENCES[0] + "\n\n" + SENTENCES[6], SENTENCES[1] + "\n\n" + SENTENCES[3], SENTENCES[2])
def test_another_article_changes_no_word_diff(a: str, b: str, c: str) -> None:
    analyses = [analyse(Article("a", a)), analyse(Article("b", b))]
    alone = {(link.a, link.b): link for link in of(a, b).links}
    for link in of(a, b, c).links:
        before = alone.get((link.a, link.b))
        if before is None or not (before.shown and link.shown):
            continue
        assert (link.relation, link.same) == (before.relation, before.same)
        pair = pair_of(analyses, link.a, link.b, link.score)
        for side, text in (("a", a), ("b", b)):
            reading: Span = getattr(link, side).span
            parts = [getattr(stretch, side) for stretch in pair.stretches]
            assert "".join(span.of(text) for span in parts) == reading.of(text)


@given(st.lists(TEXTS, min_size=2, max_size=3))
@settings(max_examples=25)
@example(["\n\n".join(SENTENCES), "\n\n".join(reversed(SENTENCES))])
def test_every_span_lies_in_one_block_of_its_text_with_its_edges_on_tokens(
    texts: list[str],
) -> None:
    found = of(*texts)
    edges = [
        {edge for t in analyse(Article("", text)).tokens for edge in (t.span.start, t.span.end)}
        for text in texts
    ]

    def check(article: int, span: Span, *, empty: bool = False) -> None:
        assert 0 <= span.start <= span.end <= len(texts[article])
        assert span.start < span.end or empty
        blocks = found.articles[article].blocks
        assert sum(block.span.covers(span) for block in blocks) == 1
        assert {span.start, span.end} <= edges[article], span.of(texts[article])

    for link in found.links:
        for side in (link.a, link.b):
            check(side.article, side.span)
        for same in link.same:
            check(link.a.article, same.a)
            check(link.b.article, same.b)
    for divergence in found.divergences:
        assert (divergence.b is None) == (divergence.verdict is Verdict.ONLY)
        for stated in filter(None, (divergence.a, divergence.b)):
            check(stated.article, stated.span)
    for passage in found.passages:
        assert passage.shared_by == len({reading.article for reading in passage.readings})
        for reading in passage.readings:
            check(reading.article, reading.span)
    for number, article in enumerate(found.articles):
        for placed in (*article.figures, *article.quotations):
            check(number, placed.span)
    alone = [p.readings[0] for p in found.passages if p.verdict is Verdict.ONLY]
    assert set(found.only) == set(alone)


PIECES = st.one_of(
    st.text(max_size=200),
    st.sampled_from(
        (*SENTENCES, "\n", "\n\n", "\r", "“", '"', "\u2028", "\ufeff", "1.", "$1,", "(")
    ),
)


@given(st.lists(PIECES, min_size=1, max_size=20), st.integers(1, 400))
@settings(max_examples=12)
def test_nothing_raises_on_any_text_of_twenty_thousand_characters(
    pieces: list[str], times: int
) -> None:
    text = ("".join(pieces) * times)[:20_000]
    found = of(text, "".join(reversed(pieces)))
    assert found.articles[0].length == len(text)
    assert {link.relation for link in found.links} <= set(Relation)
