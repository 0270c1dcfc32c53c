"""An analysis: parts lie in compared blocks, and what overlaps a span is found by place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.facts.analysis import Analysis, analyse
from reader.core.text.article import COMPARED_ROLES, Article, Block, Role
from reader.core.text.span import Span

TEXT = """The bridge of Oslo is closed

Mayor Anna Keller closed the bridge on Monday, police said.

"It was unsafe for 12 years," Keller said. Paul Ortiz, an engineer, said it would fall.

Subscribe to our newsletter for 3 free weeks
"""


def analysis_of(text: str, *roles: Block) -> Analysis:
    return analyse(Article("a", text, roles=roles))


def test_what_is_not_compared_is_not_read() -> None:
    start = TEXT.index("Subscribe")
    corrected = Block(Span(start, len(TEXT.rstrip())), Role.FURNITURE)
    analysis = analysis_of(TEXT, corrected)
    assert all(sentence.end <= start for sentence in analysis.sentences)
    assert [figure.text for figure in analysis.figures if figure.span.start >= start] == []
    assert {analysis.blocks[block].role for block in analysis.sentence_blocks} <= COMPARED_ROLES


def test_what_overlaps_a_span_is_found() -> None:
    analysis = analysis_of(TEXT)
    place = TEXT.index("Keller said.")
    span = Span(place, place + len("Keller said."))
    assert [name.span.of(TEXT) for name in analysis.names_in(span)] == ["Keller"]
    before = Span(TEXT.index("unsafe"), TEXT.index("unsafe") + 3)
    assert [one.speaker for one in analysis.quotations_in(before)] == ["Anna Keller"]
    (engineer,) = analysis.attributions_in(Span(TEXT.index("it would"), TEXT.index("it would") + 4))
    assert (engineer.speaker, engineer.named) == ("Paul Ortiz", True)
    assert [name.span.of(TEXT) for name in analysis.names_like(["keller"])] == [
        "Mayor Anna Keller",
        "Keller",
    ]


SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda ends: Span(min(ends), max(ends))
)


@settings(max_examples=150, deadline=None)
@given(SPANS)
def test_places_are_found_as_by_looking_at_each(span: Span) -> None:
    analysis = analysis_of(TEXT)
    assert analysis.names_in(span) == tuple(n for n in analysis.names if n.span.overlaps(span))
    assert analysis.sentences_in(span) == tuple(s for s in analysis.sentences if s.overlaps(span))
    assert analysis.figures_in(span) == tuple(f for f in analysis.figures if f.span.overlaps(span))
    assert analysis.quotations_in(span) == tuple(
        q for q in analysis.quotations if q.span.overlaps(span)
    )


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_blocks_and_flags_go_together(text: str) -> None:
    analysis = analysis_of(text)
    assert len(analysis.compared) == len(analysis.blocks)
    assert len(analysis.sentence_blocks) == len(analysis.sentences)
    for sentence, block in zip(analysis.sentences, analysis.sentence_blocks, strict=True):
        assert analysis.blocks[block].span.covers(sentence)
        assert analysis.compared[block]


def test_what_is_found_out_elsewhere_is_worked_out_once_for_each_text() -> None:
    asked: list[tuple[Analysis, Span]] = []

    def length(text: Analysis, span: Span) -> int:
        asked.append((text, span))
        return len(span)

    one, other = analyse(Article("a", "A storm.")), analyse(Article("b", "A storm."))
    answers = [text.once(length, Span(0, 5)) for text in (one, one, other)]

    assert answers == [5, 5, 5]
    assert asked == [(one, Span(0, 5)), (other, Span(0, 5))]


def test_reading_tells_how_far_it_is() -> None:
    text = "A storm sank four boats.\n\nNobody was hurt, the mayor said."
    told: list[int] = []
    _ = analyse(Article("a", text), did=told.append).names

    assert sum(told) >= len(text) - 2
