"""Facts of a text that was wrapped at a margin are those of the text as it was."""

from __future__ import annotations

import textwrap

from reader.core.facts.analysis import analyse
from reader.core.text.article import Article

PARAGRAPHS = (
    "The harbour board said on Tuesday that more than 4,200 containers had been moved since the "
    "strike began, and that the Victoria Docks Company would pay the dockers in full.",
    "“We have never seen anything like this in forty years on these quays, and we do not expect "
    "to see it again,” said Martha Ellery, who speaks for the dockers, in a letter to the board.",
    "According to the Port Users’ Federation, the delay has cost its members nearly 3.5 million "
    "pounds, of which about a quarter will be claimed from the insurers of the company.",
    "The board has met twice since the strike began and has promised to answer every one of the "
    "questions that were put to it by the people who live around the docks.",
)


def facts(text: str) -> list[tuple[str, str]]:
    analysis = analyse(Article("a", text))
    one = [("quotation", q.span.of(text)) for q in analysis.quotations]
    one += [("figure", f.span.of(text)) for f in analysis.figures]
    one += [("name", n.span.of(text)) for n in analysis.names]
    one += [("source", a.span.of(text)) for a in analysis.attributions]
    return [(kind, " ".join(words.split())) for kind, words in one]


def test_a_wrapped_text_states_what_the_text_states() -> None:
    plain = "\n\n".join(PARAGRAPHS)
    wrapped = "\n\n".join(textwrap.fill(p, 65) for p in PARAGRAPHS)
    assert facts(wrapped) == facts(plain)
    assert {kind for kind, _ in facts(plain)} == {"quotation", "figure", "name", "source"}
