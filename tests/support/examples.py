"""A small comparison written by hand, with one of everything an exporter has to print."""

from __future__ import annotations

from datetime import date

from reader.core.comparison import ComparedArticle, Comparison, Independence, Passage
from reader.core.difference.divergence import Divergence, DivergenceKind, Stated, Verdict
from reader.core.facts.figure import Bound, Figure, FigureKind
from reader.core.facts.quotation import Quotation
from reader.core.matching.link import Link, Reading, Relation, Same, Wording
from reader.core.text.article import Article, Block, Role
from reader.core.text.span import Span

A = Article(
    name="a.txt",
    text="Leak <shows> camps\n\nOver 5,000 photos were taken & published.\n\n© The Site",
    title="Leak <shows> camps",
    outlet='The "Site" & Co',
    published=date(2022, 5, 26),
)
B = Article(
    name="b.txt",
    text="Nearly 5,000 photos were taken.\n\nZenz said: “Stunning.” A 'leak'.\n\nIt rained.",
)


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def compared(
    article: Article,
    blocks: tuple[tuple[str, Role, bool], ...],
    figures: tuple[Figure, ...] = (),
    quotations: tuple[Quotation, ...] = (),
) -> ComparedArticle:
    return ComparedArticle(
        name=article.name,
        sha256=article.sha256,
        length=len(article.text),
        blocks=tuple(Block(span(article, words), role) for words, role, _ in blocks),
        compared=tuple(counts for _, _, counts in blocks),
        figures=figures,
        quotations=quotations,
    )


CLAIM_A = Reading(0, span(A, "Over 5,000 photos were taken & published."))
CLAIM_B = Reading(1, span(B, "Nearly 5,000 photos were taken."))
RAIN = Reading(1, span(B, "It rained."))

COMPARISON = Comparison(
    articles=(
        compared(
            A,
            (
                ("Leak <shows> camps", Role.HEADLINE, True),
                ("Over 5,000 photos were taken & published.", Role.BODY, True),
                ("© The Site", Role.FURNITURE, False),
            ),
            (
                Figure(
                    span(A, "Over 5,000"),
                    "Over 5,000",
                    FigureKind.COUNT,
                    5000,
                    Bound.OVER,
                    of="photos",
                ),
            ),
        ),
        compared(
            B,
            (
                ("Nearly 5,000 photos were taken.", Role.BODY, True),
                ("Zenz said: “Stunning.” A 'leak'.", Role.BODY, True),
                ("It rained.", Role.BODY, True),
            ),
            quotations=(
                Quotation(span(B, "Stunning."), "Zenz", span(B, "Zenz"), "said"),
                Quotation(span(B, "leak"), scare=True),
            ),
        ),
    ),
    links=(
        Link(
            CLAIM_A,
            CLAIM_B,
            Relation.PARAPHRASE,
            0.25,
            shown=False,
            same=(),
            why=("a weak <link>",),
        ),
        Link(
            CLAIM_A,
            CLAIM_B,
            Relation.NEAR,
            0.875,
            shown=True,
            same=(Same(span(A, "photos were taken"), span(B, "photos were taken")),),
            why=("4 of 6 words are the same",),
        ),
        Link(
            Reading(0, span(A, "photos were taken")),
            Reading(1, span(B, "photos were taken")),
            Relation.VERBATIM,
            0.5,
            shown=False,
            same=(Same(span(A, "photos were taken"), span(B, "photos were taken")),),
            why=(),
            wording=Wording.NAME,
        ),
    ),
    divergences=(
        Divergence(
            DivergenceKind.FIGURE,
            Verdict.CONFLICT,
            Stated(0, span(A, "Over 5,000"), 5000),
            Stated(1, span(B, "Nearly 5,000"), 5000),
            "over 5,000 and nearly 5,000 cannot both hold",
            link=1,
        ),
        Divergence(
            DivergenceKind.HEDGE,
            Verdict.ONLY,
            Stated(0, span(A, "taken"), None),
            None,
            "a link that is not shown",
            link=0,
        ),
        Divergence(
            DivergenceKind.FIGURE,
            Verdict.COMPATIBLE,
            Stated(0, span(A, "camps"), None),
            Stated(0, span(A, "photos"), None),
            "inside <one> article",
        ),
    ),
    passages=(
        Passage((RAIN,), 1, Verdict.ONLY),
        Passage(
            (CLAIM_A, CLAIM_B),
            2,
            Verdict.CONFLICT,
            links=(1,),
            divergences=(0,),
            independence=Independence.INDEPENDENT,
        ),
    ),
    only=(RAIN,),
)
ARTICLES = (A, B)
