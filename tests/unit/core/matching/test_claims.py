"""Likely claims: what counts as one, which signals raise it, and what is left out."""

from __future__ import annotations

import numpy as np
import pytest

from reader.core.facts.analysis import analyse
from reader.core.matching.claims import SHOWN, find_claims
from reader.core.matching.ground import Ground, grounds_of
from reader.core.matching.signals import amount_of
from reader.core.matching.story import story_of
from reader.core.matching.vectors import WIDTH, Vectors
from reader.core.text.article import Article


def grounds(*texts: str) -> tuple[Ground, ...]:
    return grounds_of([analyse(Article(f"{n}", text)) for n, text in enumerate(texts)])


def likelihood(a: str, b: str, *others: str) -> float:
    found = find_claims(grounds(a, b, *others), faintest=0.0).claims
    return max(
        (claim.likelihood for claim in found if (claim.a[0], claim.b[0]) == (0, 1)), default=0.0
    )


STORM = "A storm sank four boats in the harbour of Kelmouth on Tuesday."
OTHERS = (
    "The finance minister praised a compromise that raises pensions.\n\nHe left before the vote.",
    "Doctors warn that the new drug may harm the kidneys of older patients.",
)


@pytest.mark.parametrize(
    ("nearer", "further"),
    [
        ("Four boats sank in a storm at Kelmouth harbour.", "The mayor of Kelmouth loves boats."),
        ("Storms sink boats in Kelmouth harbours.", "A strike shut every school in the region."),
        ("On Tuesday 4 boats were sunk by a storm.", "On Tuesday the council met by the river."),
    ],
)
def test_the_same_claim_is_likelier_than_another(nearer: str, further: str) -> None:
    assert likelihood(STORM, nearer, *OTHERS) > likelihood(STORM, further, *OTHERS)


def test_sharing_names_alone_is_not_enough() -> None:
    a = "Michelle Bachelet arrived in Guangzhou to meet students of the law faculty."
    b = "Michelle Bachelet was elected president of Chile in two thousand and six."
    assert likelihood(a, b, *OTHERS) < SHOWN


def test_a_sentence_that_any_story_has_joins_no_strangers() -> None:
    line = "Anyone with information about the case is asked to call the police station."
    fire = f"A blaze destroyed the bakery of Olga Petrova in Minsk. {line}"
    theft = f"Thieves robbed the jeweller Hugo Baum in Vienna. {line}"
    again = f"The bakery of Olga Petrova in Minsk burned down. {line}"
    strangers, neighbours = likelihood(fire, theft), likelihood(fire, again)
    assert strangers < SHOWN < neighbours


def test_seventeen_years_are_no_seventeen_year_old() -> None:
    sentences = grounds(
        "It took 17 years.", "The 17-year-old waited 17 years.", "It lasted 17 days."
    )
    amounts = [{amount_of(figure) for figure in one.analysis.figures} for one in sentences]
    assert amounts[0] < amounts[1]
    assert amount_of(sentences[2].analysis.figures[0]) == ("duration", 17)


@pytest.mark.parametrize(
    "line", ["Published: 24 May 2022 10:31", "http://example.org/storm/boats/kelmouth", "Read it"]
)
def test_dates_addresses_and_crumbs_make_no_claim(line: str) -> None:
    assert likelihood(line, line) == 0.0


def test_a_name_meets_its_acronym() -> None:
    ground = grounds("The World Health Organization warned of delays.", "The WHO warned of delays.")
    story, _ = story_of(ground)
    numbers = {term: number for number, term in enumerate(story.terms)}
    assert story.kin[numbers["who"], numbers["health"]] > 0


def test_languages_without_blanks_are_matched_by_pairs_of_signs() -> None:
    a = "警方周二关闭了凯尔茅斯港口，四艘船沉没。"
    b = "四艘船沉没后，凯尔茅斯港口周二关闭。"
    assert likelihood(a, b, "财政部长称赞了提高养老金的妥协方案。") > SHOWN


def test_too_large_a_story_says_what_was_left_out() -> None:
    text = "\n\n".join(f"Boat number {n} sank near the old harbour." for n in range(6))
    found = find_claims(grounds(text, text), most=8)
    assert "first 4 sentences" in found.left_out
    assert all(claim.a[1] < 4 and claim.b[1] < 4 for claim in found.claims)
    assert not find_claims(grounds(text, text)).left_out


def test_a_table_of_vectors_is_read_by_its_longest_pieces() -> None:
    rows = np.zeros((3, WIDTH), np.int8)
    rows[0, 0] = rows[1, 1] = rows[2, 2] = 100
    vectors = Vectors.from_bytes(b"har\n##bour\nharbour\n", rows.tobytes())
    found = vectors.of(["harbour", "harbours", "harbour-harbour"])
    assert found[0, 2] == pytest.approx(1.0)
    assert not found[1].any()
    with pytest.raises(ValueError, match="word pieces"):
        Vectors.from_bytes(b"har\n", rows.tobytes())


def test_vectors_make_like_words_meet() -> None:
    plain = np.zeros((4, WIDTH), np.int8)
    plain[0, 0] = plain[1, 0] = 90
    plain[1, 1] = 30
    plain[2, 2] = plain[3, 3] = 90
    vectors = Vectors.from_bytes(b"tour\nvisit\nboat\nthe\n", plain.tobytes())
    a, b = "The tour of the old town began.", "The visit of the old town began."
    with_table = find_claims(grounds(a, b, *OTHERS), vectors, faintest=0.0).claims
    why = [reason for claim in with_table for reason in claim.why if claim.b[0] == 1]
    assert any("tour / visit" in reason for reason in why)
