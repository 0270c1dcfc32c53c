"""What keeps two readings from being of one thing: other people, occasions, scopes, rivals."""

from __future__ import annotations

import pytest

from reader.core.compare import compare
from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.difference.same_thing.occasion import another_such, of_other_events
from reader.core.difference.same_thing.person import of_two_people
from reader.core.difference.same_thing.scope import Scope, scope_of
from reader.core.facts.analysis import Analysis, analyse
from reader.core.text.article import Article
from reader.core.text.span import Span


def read(text: str, words: str) -> tuple[Analysis, Span]:
    """A text and the place of some words in it."""
    at = text.index(words)
    return analyse(Article("a", text)), Span(at, at + len(words))


@pytest.mark.parametrize(
    ("words", "scopes"),
    [
        ("She has scored 12 goals since May.", {Scope.SINCE}),
        ("The agency has since received 12 letters.", set()),
        ("He ran 12 laps in his last two races and last three days.", {Scope.LAST}),
        ("The road was last repaired 12 years ago.", set()),
        ("He landed 12 blows during the round.", {Scope.DURING}),
        ("He landed 12 blows.", set()),
    ],
)
def test_scope(words: str, scopes: set[Scope]) -> None:
    assert scope_of(*read(words, "12" if "12" in words else words)) == scopes


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("The storm hit at 6.", "A second storm hit at 8.", True),
        ("A second storm hit at 6.", "The second storm hit at 8.", False),
        ("The storm hit for the second time at 6.", "The storm hit at 8.", False),
        ("A third of the crew left at 6.", "The crew left at 8.", False),
        ("The storm hit at 6.", "The first storm hit at 8.", True),
        ("The last storm hit at 6.", "The storm hit at 8.", True),
        ("The storm hit the wall, last repaired in 6.", "The wall was repaired in 8.", False),
        ("Towns such as Elm were hit at 6.", "Elm was hit at 8.", False),
    ],
)
def test_another_such(a: str, b: str, apart: bool) -> None:
    assert another_such(*read(a, "6"), *read(b, "8")) is apart


def test_dates_of_other_events() -> None:
    a = "It brought back memories of similar floods in 2002."
    b = "The valley is still recovering from such a disaster in 2004."
    c = "The valley was flooded in 2003."
    assert of_other_events(*read(a, "2002"), *read(b, "2004"))
    assert of_other_events(*read(a, "2002"), *read(c, "2003"))
    assert not of_other_events(*read(c, "2003"), *read(c, "2003"))


@pytest.mark.parametrize(
    ("a", "b", "two"),
    [
        ("Paula Moreno won. She scored 12.", "Ines Lindqvist scored 14.", True),
        ("Paula Moreno won. She scored 12.", "Moreno scored 14. Paula Moreno won.", False),
        ("Mayor Anna Keller said 12 had died.", "Chief Paul Ortiz said 14 had died.", False),
        ("Twelve people, 12 in all, died.", "Paul Ortiz counted 14 dead.", False),
        ("Jan Kolb, 41, fell 12 metres.", "A man, 41, fell 14 metres. Ida Brandt saw it.", False),
    ],
)
def test_two_people(a: str, b: str, two: bool) -> None:
    assert of_two_people(*read(a, "12"), *read(b, "14")) is two


def divergences_of(*texts: str) -> list[Divergence]:
    articles = [Article(str(at), text) for at, text in enumerate(texts)]
    return list(compare(articles).divergences)


def test_a_headline_is_held_against_its_own_body_though_the_body_repeats_itself() -> None:
    found = divergences_of(
        "Storm kills 12 in Varela\n\nBy Ana Duarte\n\n"
        "The storm in Varela killed 14 people on Monday, the governor's office said.\n\n"
        "Officials counted 14 people dead by noon, and the coast was closed to all traffic.\n",
        "A harbour was dredged.\n",
    )
    conflicts = [one for one in found if one.verdict is Verdict.CONFLICT]
    assert [one.reason for one in conflicts] == ["“12” and “14 people” cannot both hold."]


def test_a_headline_needs_no_source() -> None:
    found = divergences_of(
        "Ferry sinks off Larnow after fire in engine room\n\nBy Ana Duarte\n\n"
        "The harbour was closed for a day. Fishermen helped with the search on Monday.\n",
        "Larnow fire\n\nBy Paul Ortiz\n\n"
        "The ferry sank off Larnow after a fire in the engine room, police said.\n",
    )
    assert not [one for one in found if one.kind is DivergenceKind.ATTRIBUTION]
