"""Comparing whole articles: what is found, and the laws that hold for any texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.core.compare import compare
from reader.core.comparison import Comparison, Independence
from reader.core.difference.divergence import DivergenceKind, Verdict
from reader.core.matching.link import Link, Reading, Relation, Same, Wording
from reader.core.matching.ruling import Ruling, RulingKind
from reader.core.options import FAINTEST, Options
from reader.core.pace import Cancelled
from reader.core.text.article import Article, Role
from reader.core.text.span import Span
from reader.core.text.tokens import words

HARBOUR = """Storm closes the harbour of Kelmouth

The harbour master closed the port of Kelmouth on Tuesday after a storm sank four boats.

"We have never seen waves like these," said Anna Brandt, the harbour master.

About 200 people left their homes near the river.
"""
RIVER = """Four boats lost as storm hits Kelmouth

A storm sank four boats in Kelmouth, and the harbour master closed the port on Tuesday.

More than 300 people left their homes near the river, the mayor said.

Schools in the valley stay open this week.
"""
BUDGET = """Parliament adopts the budget

The finance minister praised a compromise that raises pensions by two per cent.

Opposition members walked out before the vote.
"""

SENTENCES = [
    "Kelmouth",
    "Nobody knows.",
    "The harbour master closed the port of Kelmouth on Tuesday after a storm sank four boats.",
    "A storm sank four boats in Kelmouth, and the port was closed on Tuesday.",
    "About 200 people left their homes near the river, the mayor said.",
    '"We have never seen waves like these," said Anna Brandt.',
    "Read more",
    "The UN High Commissioner for Human Rights Michelle Bachelet.",
    "警方周二关闭了港口。",
    "Der Hafen bleibt bis Freitag geschlossen, sagte die Leiterin.",
]
ARTICLES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map("\n\n".join)
STORIES = st.lists(ARTICLES, min_size=2, max_size=3)
SLOW = [HealthCheck.too_slow]


def of(*texts: str) -> Comparison:
    return compare([Article(f"{n}.txt", text) for n, text in enumerate(texts)])


def said(comparison: Comparison, texts: tuple[str, ...], reading: Reading) -> str:
    return reading.span.of(texts[reading.article])


def test_the_same_claim_in_other_words_is_linked_and_its_conflict_found() -> None:
    texts = (HARBOUR, RIVER)
    found = of(*texts)
    readings = {
        (said(found, texts, link.a), said(found, texts, link.b))
        for link in found.links
        if link.shown
    }
    assert (
        "About 200 people left their homes near the river.",
        "More than 300 people left their homes near the river, the mayor said.",
    ) in readings
    conflicts = [d for d in found.divergences if d.verdict is Verdict.CONFLICT]
    assert [d.kind for d in conflicts] == [DivergenceKind.FIGURE]
    assert any(passage.verdict is Verdict.CONFLICT for passage in found.passages)


def test_what_only_one_article_says_is_a_passage_with_one_reading() -> None:
    texts = (HARBOUR, RIVER)
    found = of(*texts)
    single = {said(found, texts, reading) for reading in found.only}
    assert "Schools in the valley stay open this week." in single
    alone = [p for p in found.passages if p.shared_by == 1]
    assert all(p.verdict is Verdict.ONLY and p.independence is Independence.SINGLE for p in alone)
    assert {p.readings for p in alone} == {(reading,) for reading in found.only}


def test_articles_about_different_events_share_nothing() -> None:
    found = of(HARBOUR, BUDGET)
    assert not [link for link in found.links if link.shown]
    assert not found.divergences


def test_reasons_name_the_words_and_figures_that_met() -> None:
    found = of(HARBOUR, RIVER)
    why = [reason for link in found.links if link.shown for reason in link.why]
    assert any("people left their homes near the river" in reason for reason in why)


def test_a_shared_name_is_told_as_a_name_and_joins_nothing() -> None:
    name = "UN High Commissioner for Human Rights Michelle Bachelet"
    found = of(
        f"In Geneva the {name} praised the new treaty on fishing quotas.",
        f"Students booed when {name} arrived.",
    )
    runs = [link for link in found.links if link.relation is Relation.VERBATIM]
    assert [link.wording for link in runs] == [Wording.NAME]
    assert not runs[0].shown
    assert all(len(passage.readings) == 1 for passage in found.passages)


def test_a_turn_of_phrase_that_anyone_uses_is_possible_and_not_shown() -> None:
    articles = [
        Article("a", "The bakery announced that it will be shut on Sunday."),
        Article("b", "In Lima the navy announced that it will be buying nine frigates."),
    ]
    found = compare(articles, Options(faintest=FAINTEST))
    runs = [link for link in found.links if link.wording is Wording.COPIED]
    assert [run.a.span.of(articles[0].text) for run in runs] == ["announced that it will be"]
    assert not any(link.shown for link in found.links)


def test_a_sentence_said_twice_in_one_article_is_linked_to_itself() -> None:
    sentence = "The ferry to the islands leaves every morning at seven."
    found = of(f"{sentence}\n\nNobody knows why it sank.\n\nOnce more: {sentence}", BUDGET)
    own = [link for link in found.links if link.a.article == link.b.article == 0 and link.shown]
    assert len(own) == 1
    assert own[0].a.span.start < own[0].b.span.start


def test_readings_that_rest_on_one_speaker_do_not_corroborate() -> None:
    quote = '"The dam held because the engineers opened every gate in time," said Anna Brandt.'
    found = of(quote, f"{BUDGET}\n\n{quote}")
    shared = [passage for passage in found.passages if passage.shared_by == 2]
    assert [passage.independence for passage in shared] == [Independence.ONE_SPEAKER]
    assert "all attributed to Anna Brandt" in shared[0].note


def test_copied_wording_does_not_corroborate() -> None:
    line = "The ferry to the islands leaves every morning at seven from the old pier."
    found = of(line, f"{BUDGET}\n\n{line}")
    shared = [passage for passage in found.passages if passage.shared_by == 2]
    assert [passage.independence for passage in shared] == [Independence.COPIED]


def chain_of(length: int) -> list[str]:
    """Sentences of which each shares its half with the next, and nothing with the others."""
    stock = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "inlet"]
    return [
        f"Old {stock[n]} traders near {stock[n]} bridge sold {stock[n]} timber while new "
        f"{stock[n + 1]} traders near {stock[n + 1]} bridge sold {stock[n + 1]} timber."
        for n in range(length)
    ]


def test_no_chain_of_links_swallows_the_story() -> None:
    found = of(*chain_of(8))
    linked = {(link.a, link.b) for link in found.links if link.shown}
    assert len(linked) >= 4
    for passage in found.passages:
        if len(passage.readings) > 1:
            assert any(
                all(
                    other == centre or (min(centre, other), max(centre, other)) in linked
                    for other in passage.readings
                )
                for centre in passage.readings
            )
    assert max(passage.shared_by for passage in found.passages) < 8


def test_a_person_is_obeyed() -> None:
    texts = (HARBOUR, RIVER)
    articles = [Article(f"{n}.txt", text) for n, text in enumerate(texts)]
    shown = next(link for link in compare(articles).links if link.shown)
    single = compare(articles).only
    made = Ruling(RulingKind.MADE, single[-1], next(r for r in single if r.article == 0))
    rejected = Ruling(RulingKind.REJECTED, shown.b, shown.a)
    found = compare(articles, decisions=[rejected, made])
    links = {(link.a, link.b): link for link in found.links}
    assert not links[shown.a, shown.b].shown
    assert links[made.readings].shown
    assert links[made.readings].score == 1.0
    assert any(set(made.readings) <= set(passage.readings) for passage in found.passages)
    accepted = Ruling(RulingKind.ACCEPTED, shown.a, shown.b)
    again = {(link.a, link.b): link for link in compare(articles, decisions=[accepted]).links}
    assert again[shown.a, shown.b].score == 1.0


def test_a_ruling_on_words_that_are_gone_is_left_alone() -> None:
    gone = Ruling(RulingKind.MADE, Reading(0, Span(0, 9)), Reading(7, Span(0, 4)))
    articles = [Article("a", HARBOUR), Article("b", RIVER)]
    assert compare(articles, decisions=[gone]) == compare(articles)


def test_comparing_can_be_cancelled_and_tells_its_progress() -> None:
    articles = [Article("a", HARBOUR), Article("b", RIVER)]
    seen: list[float] = []
    compare(articles, progress=seen.append)
    assert seen == sorted(seen)
    assert 0 <= seen[0] < seen[-1] <= 1
    with pytest.raises(Cancelled):
        compare(articles, cancelled=lambda: True)


def test_options_choose_the_roles_and_the_shortest_run() -> None:
    articles = [Article("a", HARBOUR), Article("b", HARBOUR)]
    without = compare(articles, Options(roles=frozenset({Role.HEADLINE})))
    body = HARBOUR.index("The harbour master closed")
    assert all(link.a.span.end <= body for link in without.links)
    with pytest.raises(ValueError, match="3 to 50"):
        Options(minimum_run=2)


def test_a_short_run_counts_where_the_options_ask_for_it() -> None:
    articles = [
        Article("a", "Nobody ever saw ferries sink in the deep fjords of the north."),
        Article("b", "Children said on Monday that they ever saw ferries passing by."),
    ]
    three = compare(articles, Options(minimum_run=3))
    runs = [link for link in three.links if link.relation is Relation.VERBATIM]
    assert [run.a.span.of(articles[0].text) for run in runs] == ["ever saw ferries"]
    assert not [li for li in compare(articles).links if li.relation is Relation.VERBATIM]


@given(STORIES)
@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
def test_every_answer_keeps_its_promises(texts: list[str]) -> None:
    found = of(*texts)
    for link in found.links:
        assert (link.a.article, link.a.span) < (link.b.article, link.b.span)
        assert 0.0 <= link.score <= 1.0
        assert link.why
        for same in link.same:
            here = [w.folded for w in words(same.a.of(texts[link.a.article]))]
            assert here == [w.folded for w in words(same.b.of(texts[link.b.article]))]
            assert link.a.span.covers(same.a)
            assert link.b.span.covers(same.b)
        for reading in (link.a, link.b):
            blocks = found.articles[reading.article].blocks
            assert sum(block.span.covers(reading.span) for block in blocks) == 1
    shown = {i for i, li in enumerate(found.links) if li.shown and li.wording is not Wording.NAME}
    assert {i for passage in found.passages for i in passage.links} == shown
    assert found.complete


@given(STORIES, st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
def test_the_order_of_articles_does_not_matter(texts: list[str], random: object) -> None:
    texts = list(dict.fromkeys(texts))
    order = sorted(range(len(texts)), key=lambda _: random.random())  # type: ignore[attr-defined]
    one, other = of(*texts), of(*(texts[i] for i in order))
    assert {renamed(link, order) for link in other.links} == set(one.links)
    assert {
        frozenset(Reading(order[r.article], r.span) for r in p.readings) for p in other.passages
    } == {frozenset(p.readings) for p in one.passages}


def renamed(link: Link, order: list[int]) -> Link:
    a, b = (Reading(order[r.article], r.span) for r in (link.a, link.b))
    if a <= b:
        return replace(link, a=a, b=b)
    same = tuple(sorted(Same(one.b, one.a) for one in link.same))
    return replace(link, a=b, b=a, same=same)


@given(ARTICLES, ARTICLES, ARTICLES)
@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
def test_another_article_changes_no_verbatim_link(a: str, b: str, c: str) -> None:
    def verbatim(found: Comparison) -> set[tuple[Reading, Reading, tuple[Same, ...]]]:
        return {
            (link.a, link.b, link.same)
            for link in found.links
            if link.relation is Relation.VERBATIM and link.b.article < 2
        }

    assert verbatim(of(a, b)) == verbatim(of(a, b, c))


@given(ARTICLES)
@settings(max_examples=25, deadline=None)
def test_two_copies_are_linked_over_all_their_compared_text(text: str) -> None:
    found = of(text, text)
    article = found.articles[0]
    linked: set[int] = set()
    for link in found.links:
        if link.a.article != link.b.article:
            for same in link.same:
                if same.a == same.b:
                    linked.update(range(same.a.start, same.a.end))
    for block, compared in zip(article.blocks, article.compared, strict=True):
        if compared:
            for word in words(block.span.of(text)):
                at = block.span.start + word.span.start
                assert at in linked, (text[at : at + 20], found.links)


@given(st.lists(st.text(max_size=120), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
def test_nothing_raises_on_any_text(texts: list[str]) -> None:
    found = of(*texts)
    assert len(found.articles) == len(texts)


@pytest.mark.parametrize(
    "text",
    ["word " * 20_000, "x" * 50_000, "!?" * 10_000, '"' * 10_000, "字" * 5000, "", " \n" * 500],
    ids=["one word", "no spaces", "marks", "quotes", "signs", "empty", "blank"],
)
def test_hostile_texts_are_compared(text: str) -> None:
    found = of(text, HARBOUR, text)
    assert len(found.articles) == 3


def test_the_date_of_an_article_resolves_its_years() -> None:
    a = Article(
        "a", "She is the first envoy to visit the valley in 17 years.", published=date(2022, 5, 24)
    )
    b = Article(
        "b", "She is the first envoy to visit the valley since 2005.", published=date(2022, 5, 24)
    )
    found = compare([a, b])
    assert [link for link in found.links if link.shown]
    assert not [d for d in found.divergences if d.verdict is Verdict.CONFLICT]


def test_the_answer_says_when_an_article_appeared_by_its_own_byline() -> None:
    told = Article("a", "The mayor resigned\n\nMay 24, 2022\n\nThe mayor resigned on Tuesday.")
    known = Article("b", told.text, published=date(2022, 5, 25))
    unknown = Article("c", "The mayor resigned on Tuesday, the city council said.")
    answer = compare([told, known, unknown])
    dates = [article.published for article in answer.articles]
    assert dates == [date(2022, 5, 24), date(2022, 5, 25), None]


def test_what_is_the_same_never_ends_inside_a_number() -> None:
    a = "Officials in the valley counted 2,884 portraits of detained farmers on Monday."
    b = "Of detained farmers officials counted 2,900 portraits, the valley heard on Monday."
    for link in of(a, b).links:
        for same in link.same:
            assert not {same.a.of(a)[-2:], same.b.of(b)[-2:]} & {" 2", ",2"}
