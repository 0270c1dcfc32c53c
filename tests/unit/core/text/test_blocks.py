"""Laws of blocks, and a person's corrections of them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.article import Article, Block, Role
from reader.core.text.blocks import find_blocks
from reader.core.text.span import Span

LINES = st.sampled_from(
    [
        "", "Home", "Share", "Comments (3)", "© 2020 A Paper", "By Ann Lee", "3 May 2021, 10:31",
        "HOLM: He counted the steps, all of them.", "REY: Why?", "Photo: AFP/Someone", "A heading",
        "Read more: something else", "The council met on Monday and decided nothing at all again.",
        "The council met on Monday", "***", "\u00a0", "Home » News » The council met on Monday",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(LINES, max_size=14).map("\n".join), st.text())
PAGE = "Old mill burns down\nShare\nThe old mill burned down on Friday night, the police said.\n"


def roles(text: str, *corrections: Block) -> list[tuple[str, str]]:
    blocks = find_blocks(Article("page", text, roles=corrections))
    return [(str(block.role), block.span.of(text)) for block in blocks]


def uncovered(text: str, blocks: tuple[Block, ...]) -> str:
    covered = {at for block in blocks for at in range(block.span.start, block.span.end)}
    return "".join(letter for at, letter in enumerate(text) if at not in covered)


@given(TEXTS)
def test_blocks_cover_all_that_is_not_blank_without_overlap(text: str) -> None:
    blocks = find_blocks(Article("any", text))
    assert not uncovered(text, blocks).strip()
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    assert all(block.span.of(text).strip() == block.span.of(text) for block in blocks)


@given(TEXTS, st.data())
def test_a_correction_wins_and_the_rest_stays_covered(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text) + 3))
    corrected = Block(Span(start, end), Role.STANDFIRST)
    blocks = find_blocks(Article("any", text, roles=(corrected,)))
    assert not uncovered(text, blocks).strip()
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    for block in blocks:
        if block.span.overlaps(corrected.span):
            assert block.role is Role.STANDFIRST


def test_a_line_can_be_given_back_to_the_article() -> None:
    at = PAGE.index("Share")
    assert roles(PAGE)[1] == ("furniture", "Share")
    assert roles(PAGE, Block(Span(at, at + 5), Role.BODY))[1] == ("body", "Share")


def test_a_correction_inside_a_line_cuts_it() -> None:
    at = PAGE.index(", the police said.")
    found = roles(PAGE, Block(Span(at, at + 18), Role.FURNITURE))
    assert found[2:] == [
        ("body", "The old mill burned down on Friday night"),
        ("furniture", ", the police said."),
    ]


def test_of_two_corrections_the_later_wins() -> None:
    whole = Span(0, len(PAGE))
    found = roles(PAGE, Block(whole, Role.FURNITURE), Block(Span(0, 19), Role.HEADLINE))
    assert [role for role, _ in found] == ["headline", "furniture", "furniture"]


def test_blocks_of_a_text_do_not_hang_on_its_name() -> None:
    assert find_blocks(Article("a", PAGE)) == find_blocks(Article("b", PAGE))
