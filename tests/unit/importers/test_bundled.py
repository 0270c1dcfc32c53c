"""The bundled story as the first start imports it."""

from __future__ import annotations

from datetime import date

from reader.importers.bundled import read_bundled
from reader.places import find


def test_the_bundled_story_comes_with_what_its_texts_show() -> None:
    corpus = find({}).corpus
    story = read_bundled(corpus)
    assert len(story.articles) == 5
    for bundled in story.articles:
        article = bundled.source.article
        assert bundled.source.raw == (corpus / article.name).read_bytes()
        assert article.text == bundled.source.raw.decode("utf-8")
        assert article.language == "en"
        assert bundled.why
        assert bundled.source.origin == "bundled"
        assert bundled.source.warnings == ()
    outlets = {bundled.source.article.outlet for bundled in story.articles}
    assert outlets == {"Public Radio East", "Al Jazeera", None}
    published = {bundled.source.article.published for bundled in story.articles}
    assert published == {date(2022, 5, 26), None}
