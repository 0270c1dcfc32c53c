"""How long an article is, in words, for its head and for lists."""

from __future__ import annotations

from reader.core.text.article import LONG, Article


def told_length(article: Article) -> str:
    """'612 words'; 'about 98,300 words' of a long text."""
    about = "about " if len(article.text) >= LONG else ""
    return f"{about}{article.about_words:,} words"
