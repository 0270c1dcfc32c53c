"""Laws of wrapped paragraphs: what was cut at a margin is one block again, and nothing else is."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.text.article import Article, Block, Role
from reader.core.text.blocks import find_blocks, flowing
from reader.core.text.sentences import sentences
from reader.core.text.span import Span

WORD = st.text("abcdefghiklmnoprstuw", min_size=1, max_size=11)
PARAGRAPH = st.lists(WORD, min_size=45, max_size=70).map(
    lambda words: "The " + " ".join(words) + " ended."
)
SCRIPTS = {
    "Arabic": (
        "أعلنت السلطات إغلاق المطار الدولي أمام حركة الملاحة صباح الأربعاء بسبب عاصفة رملية ش"
        "ديدة حجبت الرؤية عن الطيارين وأدت إلى إلغاء نحو ثلاثين رحلة كانت متجهة إلى العاصمة و"
        "إلى مدن أخرى في الشمال."
    ),
    "Russian": (
        "В грузовом порту в субботу загорелся склад с удобрениями, сообщили в областном управ"
        "лении, площадь пожара составила восемьсот квадратных метров, а люди по словам началь"
        "ника порта не пострадали."
    ),
    "Japanese": (
        "気象庁は七日夜に発生した地震について今後一週間ほどは同じ程度の揺れに注意するよう呼び"
        "かけており沿岸では津波の心配はないとしているが山沿いでは落石や土砂崩れのおそれがある"
        "として警戒を求めている。"
    ),
}


def blocks(text: str) -> list[str]:
    found = find_blocks(Article("any", text))
    return [" ".join(block.span.of(text).split()) for block in found]


@settings(max_examples=40)
@given(st.lists(PARAGRAPH, min_size=2, max_size=4), st.integers(55, 110), st.booleans())
def test_wrapped_paragraphs_are_the_blocks_of_the_same_text_unwrapped(
    paragraphs: list[str], width: int, indented: bool
) -> None:
    first = "    " if indented else ""
    wrapped = [textwrap.fill(each, width, initial_indent=first) for each in paragraphs]
    text = ("\n" if indented else "\n\n").join(wrapped)
    assert blocks(text) == paragraphs
    found = sentences(text, find_blocks(Article("any", text)))
    assert [" ".join(span.of(text).split()) for span in found] == paragraphs


@given(st.lists(PARAGRAPH, min_size=2, max_size=4))
@settings(max_examples=20)
def test_a_paragraph_on_a_line_of_its_own_stays_so(paragraphs: list[str]) -> None:
    assert blocks("\n".join(paragraphs)) == paragraphs


@pytest.mark.parametrize("language", SCRIPTS)
def test_scripts_without_capitals_and_without_blanks_are_joined_too(language: str) -> None:
    sentence = SCRIPTS[language]
    paragraph = [sentence, sentence]
    width = 30 if language == "Japanese" else 66
    text = "\n\n".join(textwrap.fill(each, width) for each in paragraph)
    assert text.count("\n") >= 6
    assert [each.replace(" ", "") for each in blocks(text)] == [
        each.replace(" ", "") for each in paragraph
    ]


def test_lines_that_a_program_evened_out_are_joined() -> None:
    text = """\
The only road bridge to Kerrow island will stay closed until spring,
the harbour office said on Tuesday, after divers found that a
second pillar had been moved when the ferry struck it in heavy fog.
Fourteen passengers were hurt, two of them badly, said Captain
Locke, and the island has milk for no more than two days. Prime
Minister Varga promised a second boat by Friday, and did not say
where it would come from.
"""
    assert len(blocks(text)) == 1


def test_a_menu_between_wrapped_paragraphs_stay_lines() -> None:
    paragraph = textwrap.fill("the divers said " + "that the cold lets them work briefly, " * 8, 70)
    text = f"{paragraph} ended.\n\nFerries\nPilots\nWeather\nTides\n\n{paragraph} ended.\n"
    assert len(blocks(text)) == 6


def test_rows_of_a_table_stay_lines() -> None:
    paragraph = textwrap.fill("the divers said " + "that the cold lets them work briefly, " * 8, 70)
    rows = [f"{name:24}    {count:>12}    {share:>18}" for name, count, share in (
        ("northern pier", "2,884 tonnes", "12.1 per cent"),
        ("southern pier", "1,200 tonnes", "5.4 per cent"),
    )]  # fmt: skip
    text = "\n".join([f"{paragraph} ended.", "", *rows, "", f"{paragraph} ended."])
    assert len(blocks(text)) == 4


def test_quoted_lines_of_a_mail_stay_lines() -> None:
    paragraph = "the divers said " + "that the cold lets them work briefly, " * 8 + "ended."
    quoted = textwrap.fill(paragraph, 68, initial_indent="> ", subsequent_indent="> ")
    text = f"{textwrap.fill(paragraph, 70)}\n\n{quoted}\n"
    assert len(blocks(text)) == 1 + quoted.count("\n") + 1


def test_the_flowing_text_has_blanks_for_the_line_feeds_inside_blocks_alone() -> None:
    text = "A headline\n\nIt was\nMr.\nReiss.\n\nNo more\n"
    blocks = (Block(Span(0, 10), Role.HEADLINE), Block(Span(12, 29), Role.BODY))
    assert flowing(text, blocks) == "A headline\n\nIt was Mr. Reiss.\n\nNo more\n"


def test_a_text_without_wrapped_paragraphs_flows_as_it_is() -> None:
    text = "A headline\n\nIt was Mr. Reiss who found the boat on Monday.\n"
    assert flowing(text, find_blocks(Article("any", text))) is text


@given(st.text(" \na.", max_size=30), st.data())
def test_a_flowing_text_keeps_its_length_and_its_blank_lines(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    block = Block(Span(start, data.draw(st.integers(start, len(text)))), Role.BODY)
    flow = flowing(text, (block,))
    assert [sign if sign.strip() else "" for sign in flow] == [
        sign if sign.strip() else "" for sign in text
    ]
    assert flow[:start] == text[:start]
    assert flow[block.span.end :] == text[block.span.end :]
