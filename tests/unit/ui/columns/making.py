"""Comparisons written by hand: short texts, and links between words that stand in them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.comparison import ComparedArticle, Comparison, Passage
from reader.core.difference.divergence import Divergence, DivergenceKind, Stated, Verdict
from reader.core.matching.link import Link, Reading, Relation, Same, Wording
from reader.core.text.article import Block, Role
from reader.core.text.span import Span

A = "Harbour fire. Over 5,000 people were moved out. The mayor spoke. Only a bell rang."
B = "Blaze. Nearly 5,000 people were moved out. The mayor said so. Schools closed."
C = "Smoke. The mayor spoke."
TEXTS = (A, B, C)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def link(
    a: tuple[int, str],
    b: tuple[int, str],
    relation: Relation,
    *,
    same: Sequence[str] = (),
    score: float = 0.9,
    shown: bool = True,
    wording: Wording | None = None,
) -> Link:
    """A link between words of two texts; `same` are words that stand in both."""
    one, other = TEXTS[a[0]], TEXTS[b[0]]
    return Link(
        Reading(a[0], at(one, a[1])),
        Reading(b[0], at(other, b[1])),
        relation,
        score,
        shown,
        tuple(Same(at(one, words), at(other, words)) for words in same),
        ("people", "5,000"),
        wording,
    )


NEAR = link(
    (0, "Over 5,000 people were moved out."),
    (1, "Nearly 5,000 people were moved out."),
    Relation.NEAR,
    same=("5,000 people were moved out.",),
)
VERBATIM = link((0, "The mayor spoke."), (2, "The mayor spoke."), Relation.VERBATIM)
PARAPHRASE = link(
    (0, "The mayor spoke."), (1, "The mayor said so."), Relation.PARAPHRASE, score=0.7
)
POSSIBLE = link((1, "Blaze."), (2, "Smoke."), Relation.PARAPHRASE, score=0.3, shown=False)
NAME = link((0, "mayor"), (1, "mayor"), Relation.VERBATIM, wording=Wording.NAME, shown=False)

CONFLICT = Divergence(
    DivergenceKind.FIGURE,
    Verdict.CONFLICT,
    Stated(0, at(A, "Over 5,000"), 5000),
    Stated(1, at(B, "Nearly 5,000"), 5000),
    "over 5,000 and nearly 5,000 cannot both hold",
    link=0,
)


def comparison(
    links: Sequence[Link] = (NEAR, VERBATIM, PARAPHRASE, POSSIBLE, NAME),
    divergences: Sequence[Divergence] = (CONFLICT,),
) -> Comparison:
    passages = (
        Passage((NEAR.a, NEAR.b), 2, Verdict.CONFLICT, (0,), (0,)),
        Passage((VERBATIM.a, PARAPHRASE.b, VERBATIM.b), 3, Verdict.AGREE, (1, 2)),
        Passage((Reading(0, at(A, "Only a bell rang.")),), 1, Verdict.ONLY),
    )
    articles = tuple(
        ComparedArticle(
            f"{n}.txt", f"{n}", len(text), (Block(Span(0, len(text)), Role.BODY),), (True,)
        )
        for n, text in enumerate(TEXTS)
    )
    only = (Reading(0, at(A, "Only a bell rang.")), Reading(1, at(B, "Schools closed.")))
    return Comparison(articles, tuple(links), tuple(divergences), passages, only)
