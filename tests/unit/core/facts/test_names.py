"""Names by their capitals: what is one, what only begins a sentence, what makes no claim."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.facts.names import Name, find_names, only_names
from reader.core.facts.same_name import Likeness, liken, spelled_alike
from reader.core.text.span import Span


def named(text: str) -> list[str]:
    """The names of a text whose lines are its sentences."""
    return [name.span.of(text) for name in names_of(text)]


def names_of(text: str) -> tuple[Name, ...]:
    sentences: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            sentences.append(Span(start, start + len(line)))
        start += len(line) + 1
    return find_names(text, sentences)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials closed the road on Monday.", []),
        ("The report came from Anna Keller.", ["Anna Keller"]),
        ("Keller said no.", ["Keller"]),
        ("Police said no.", []),
        ("It was Dr. Anna Keller who left.", ["Dr. Anna Keller"]),
        ("He flew to St. Petersburg in May.", ["St. Petersburg"]),
        ("They met in Washington in May 2020.", ["Washington"]),
        ("A speech by Theresa May was cut.", ["Theresa May"]),
        ("the U.N. and the World Health Organization", ["U.N.", "World Health Organization"]),
        (
            "a member of the Doctors of the River Memorial Foundation left",
            ["Doctors of the River Memorial Foundation"],
        ),
        ("a study by the Centre for Coastal Research", ["Centre for Coastal Research"]),
        ("the Lima-based firm", ["Lima"]),
        ("a song by Ludwig van Beethoven", ["Ludwig van Beethoven"]),
        ("the house of Jean-Paul O'Neill's sister", ["Jean-Paul O'Neill"]),
        ("Ferry Captain Freed After Night Spent in Custody", []),
        ("MAYOR RESIGNS OVER BRIDGE", []),
        ("Der Minister lobte die Feuerwehr und das Dorf.", []),
        ("Der Minister Paul Ortiz lobte die Feuerwehr.", ["Minister Paul Ortiz"]),
        ("市长李明周五出席了仪式。", []),
        ("Вчера к нам в Москву приехала Анна Келлер.", ["Москву", "Анна Келлер"]),
        ("χθες η Άννα Κέλερ έφυγε από την Αθήνα.", ["Άννα Κέλερ", "Αθήνα"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_a_headline_in_title_case_shows_the_names_that_the_body_knows() -> None:
    text = "Ferry Captain Keller Freed After Night\nThe court freed Anna Keller on Friday."
    assert named(text) == ["Keller", "Anna Keller"]


def test_a_word_that_the_text_also_writes_small_is_no_name_at_a_beginning() -> None:
    text = "Witness said the witness saw it."
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the UN High Commissioner for Human Rights", True),
        ("President Anna Keller of Norway", True),
        ("spokesman for the Norwegian Foreign Ministry", True),
        ("Anna Keller was in Norway", False),
        ("Anna Keller crossed the river", False),
        ("of the and for", False),
    ],
)
def test_only_names(text: str, expected: bool) -> None:
    whole = f"He met {text}."
    span = Span(7, 7 + len(text))
    assert only_names(whole, span, names_of(whole)) is expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("uyghur", "uighur"),
        ("zelensky", "zelenskyy"),
        ("gaddafi", "qaddafi"),
        ("mohammed", "muhammad"),
        ("erdoğan", "erdogan"),
        ("kovač", "kovac"),
        ("sergei", "sergey"),
        ("łódź", "lodz"),
        ("tchaikovsky", "chaikovsky"),
    ],
)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert spelled_alike(a, b)
    assert spelled_alike(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("keller", "koller"),
        ("beijing", "peking"),
        ("marsh", "walsh"),
        ("ortega", "ortiz"),
        ("anna", "anja"),
        ("iran", "iraq"),
        ("maria", "martha"),
        ("lund", "lind"),
    ],
)
def test_other_names(a: str, b: str) -> None:
    assert not spelled_alike(a, b)


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("anna keller", "keller anna", Likeness.SAME),
        ("president anna keller", "anna keller", Likeness.SAME),
        ("anna keller", "keller", Likeness.SHORTER),
        ("anna keller-braun", "anna keller", Likeness.SHORTER),
        ("j. r. keller", "john keller", Likeness.SHORTER),
        ("bill keller", "william keller", Likeness.SHORTER),
        ("who", "world health organization", Likeness.SHORTER),
        ("university of leeds", "leeds university", Likeness.SAME),
        ("thomas keller", "thomas koller", Likeness.PARTED),
        ("river fund", "river foundation", Likeness.PARTED),
        ("anna keller", "paul ortiz", Likeness.OTHER),
    ],
)
def test_liken(a: str, b: str, likeness: Likeness) -> None:
    assert liken(tuple(a.split()), tuple(b.split())).likeness is likeness
    assert liken(tuple(b.split()), tuple(a.split())).likeness is likeness


WORDS = st.lists(
    st.text(alphabet="aekosyzghj'.-łß", min_size=1, max_size=9), min_size=1, max_size=4
)


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_likening_is_symmetric(a: list[str], b: list[str]) -> None:
    here, there = liken(tuple(a), tuple(b)), liken(tuple(b), tuple(a))
    assert here.likeness is there.likeness
    assert (here.left_a, here.left_b, here.shared) == (there.left_b, there.left_a, there.shared)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=150))
def test_any_text_has_names_in_order(text: str) -> None:
    spans = [name.span for name in names_of(text)]
    assert spans == sorted(spans)
    assert all(span.of(text)[0].isupper() or span.of(text)[0].istitle() for span in spans)
