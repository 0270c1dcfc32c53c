"""A note's Markdown becomes HTML that loads nothing, runs nothing and changes nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exporters.note_html import may_be_opened, note_html

HARMFUL = st.sampled_from(
    [
        *("<script>", "<img src=x onerror=alert(1)>", "](javascript:alert(1))", "![", "[a](", ")"),
        *(
            "<a href='file:///etc/passwd'>",
            "`",
            "```",
            "\n",
            "> ",
            "- ",
            "&lt;",
            "|",
            "data:text/html,",
        ),
        *("https://example.org/", "<https://example.org>", '"', "'", "*", "[x]: javascript:1"),
    ]
)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags_of(html: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Tags()
    parser.feed(html)
    return parser.found


def test_markdown_is_laid_out() -> None:
    html = note_html("# Over or nearly?\n\n**Ask** the *ministry*:\n- by phone\n- by letter\n")
    assert "<h1>Over or nearly?</h1>" in html
    assert "<strong>Ask</strong> the <em>ministry</em>:" in html
    assert html.count("<li>") == 2


def test_lines_end_where_they_were_ended() -> None:
    assert note_html("one\ntwo") == "<p>one<br />\ntwo</p>\n"


def test_a_picture_is_told_in_words_and_not_loaded() -> None:
    html = note_html("![a **map**](https://example.org/map.png)")
    assert "[picture: a map, https://example.org/map.png]" in html
    assert "<img" not in html


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        ("https://example.org", True),
        ("HTTP://example.org", True),
        ("mailto:desk@example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("notes.pdf", False),
    ],
)
def test_only_what_a_browser_or_a_mail_program_opens_is_a_link(address: str, opened: bool) -> None:
    assert may_be_opened(address) is opened
    assert ("<a " in note_html(f"[words]({address})")) is opened


@settings(max_examples=150, deadline=None)
@given(st.lists(HARMFUL | st.text(max_size=6), max_size=12).map("".join))
def test_whatever_is_typed_harms_nobody(note: str) -> None:
    for tag, attributes in tags_of(note_html(note)):
        assert tag not in {"script", "img", "iframe", "object", "style", "link", "meta", "base"}
        assert not any(name.startswith("on") or name == "src" for name in attributes)
        if tag == "a":
            assert may_be_opened(attributes["href"] or "")


def test_html_in_a_note_is_words() -> None:
    html = note_html("<b onclick=x>bold</b> & <script>alert(1)</script>")
    assert re.sub(r"</?p>", "", html).strip() == (
        "&lt;b onclick=x&gt;bold&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;"
    )
