"""The report as one page: complete in itself, and nothing in a text can break out of it."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.compare import compare
from reader.core.matching.link import Relation
from reader.core.text.article import Article
from reader.core.text.span import Span
from reader.exporters.comparison_html import comparison_html
from reader.exporters.marked import marked
from tests.support.examples import ARTICLES, COMPARISON, A, B

VOID = {"meta", "br"}
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "table", "tr"),
    *("thead", "th", "td", "small", "br", "span", "div", "strong", "b", "ul", "li"),
}


class Page(HTMLParser):
    """A page as a browser reads it: its tags, its attributes, its words."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_is_well_formed_and_loads_nothing() -> None:
    source = comparison_html(COMPARISON, ARTICLES, candidates=True)
    page = Page(source)
    assert page.open == []
    assert page.tags <= ALLOWED
    assert not {name for name, _ in page.attributes} & {"src", "href", "style", "onclick"}
    assert "default-src 'none'" in source
    assert "prefers-color-scheme: dark" in source
    assert "url(" not in source


def test_texts_are_words_and_never_markup() -> None:
    page = Page(comparison_html(COMPARISON, ARTICLES))
    assert "Leak <shows> camps" in page.words
    assert 'The "Site" & Co' in page.words
    assert "inside <one> article" in page.words


def test_marks_are_told_by_form() -> None:
    source = comparison_html(COMPARISON, ARTICLES)
    assert '<span class="near same">photos were taken</span>' in source
    assert '<span class="conflict"><span class="near">Over 5,000</span></span>' in source
    for form in ("solid", "dashed", "dotted", "double"):
        assert f"underline {form}" in source
    reason = "≠ figure (A, B): over 5,000 and nearly 5,000 cannot both hold"
    assert reason in Page(source).words


def test_on_screen_columns_have_room_and_on_paper_all_of_them_stand() -> None:
    source = comparison_html(COMPARISON, ARTICLES)
    screen, _, paper = source.partition("@media print {")
    assert "min-width: calc(var(--articles) * 14rem)" in screen
    assert f".passages {{ --articles: {len(ARTICLES)}; }}" in source
    assert "table-layout: fixed; width: 100%; min-width: 0;" in paper
    assert "--page: #fff" in paper
    heads = "".join(f"<th>{name}</th>" for name in "AB"[: len(ARTICLES)])
    assert f'<table class="passages"><thead><tr>{heads}</tr></thead>' in source


def test_only_the_words_that_a_run_holds_are_marked_word_for_word() -> None:
    line = "the harbour master closed the port after a storm sank four boats"
    said = f"In the town on the coast of the north {line}, and nobody knew for how long."
    again = f"Nobody in parliament asked why, though the ministry had been told that {line} there."
    articles = (Article("a", said), Article("b", again))
    found = compare(articles)
    assert {link.relation for link in found.links} == {Relation.PARAPHRASE, Relation.VERBATIM}
    source = comparison_html(found, articles)
    assert re.findall(r'<span class="verbatim">(.*?)</span>', source)[1:] == [line, line]
    assert '<span class="paraphrase">In the town on the coast' in source


def test_possible_links_are_told_on_demand() -> None:
    assert "Possible" not in comparison_html(COMPARISON, ARTICLES)
    assert "a weak &lt;link&gt;" in comparison_html(COMPARISON, ARTICLES, candidates=True)


@settings(max_examples=40)
@given(st.text(alphabet="<>&\"'/=\x00\x1b a-!{}", min_size=1, max_size=30))
def test_no_text_breaks_the_page(words: str) -> None:
    hostile = replace(
        A, text=(words * len(A.text))[: len(A.text)], title=words, outlet=words, name=words
    )
    page = Page(comparison_html(COMPARISON, (hostile, B), candidates=True))
    assert page.open == []
    assert page.tags <= ALLOWED
    assert not re.search(r"[\x00-\x08\x1b]", page.words)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 15), st.sampled_from("abc")), max_size=8)
)
def test_runs_cover_the_whole_and_carry_every_fact(facts: list[tuple[int, int, str]]) -> None:
    whole = Span(5, 25)
    spans = [(Span(start, start + length), name) for start, length, name in facts]
    runs = marked(whole, spans)
    assert [run.span.start for run in runs] == [5, *(run.span.end for run in runs[:-1])]
    assert runs[-1].span.end == 25
    for place in range(5, 25):
        (run,) = (run for run in runs if run.span.start <= place < run.span.end)
        assert set(run.names) == {n for span, n in spans if span.start <= place < span.end}
