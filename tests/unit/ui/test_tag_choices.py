"""Which tags are offered while somebody types."""

from __future__ import annotations

from reader.core.annotating.annotation import Tag
from reader.ui.tag_choices import at_hand, choices, is_new, narrowed

TAGS = (
    Tag("1", "claim", "blue"),
    Tag("2", "about figures", "blue", parent_id="1"),
    Tag("3", "figure", "green", "2"),
    Tag("4", "Figure of speech", "red"),
    Tag("5", "old", "red", archived=True),
    Tag("6", "loaded wording", "pink"),
)


def told(typed: str, *recent: str) -> list[str]:
    return [choice.words for choice in narrowed(choices(TAGS, recent), typed)]


def test_at_first_those_used_lately_then_the_tree_without_what_is_archived() -> None:
    assert told("", "6", "5", "gone", "3") == [
        "loaded wording",
        "figure",
        "claim",
        "claim › about figures",
        "Figure of speech",
    ]


def test_a_name_that_is_typed_whole_comes_first_then_beginnings_then_words_then_paths() -> None:
    assert told("figure", "4") == ["figure", "Figure of speech", "claim › about figures"]
    assert told("claim fig") == ["claim › about figures"]
    assert told("word load") == ["loaded wording"]
    assert told("old") == []
    assert told("xyz") == []


def test_what_is_used_lately_decides_between_equals() -> None:
    assert told("o", "6")[0] == "loaded wording" or told("o")[0] != "loaded wording"
    assert [c.worn for c in choices(TAGS, (), ("3",)) if c.tag.id == "3"] == [True]


def test_a_name_is_new_where_none_at_the_top_of_the_tree_has_it() -> None:
    offered = choices(TAGS, ())
    assert is_new(offered, "about figures")
    assert is_new(offered, "figures")
    assert not is_new(offered, " FIGURE ")
    assert not is_new(offered, "  ")


def test_beside_a_note_stand_its_own_tags_then_those_used_lately_in_the_codebooks_order() -> None:
    def told(most: int, recent: tuple[str, ...], worn: tuple[str, ...]) -> list[str]:
        return [tag.id for tag in at_hand(TAGS, recent, worn, most)]

    assert told(9, (), ()) == ["1", "2", "3", "4", "6"]
    assert told(2, ("6",), ("5",)) == ["5", "6"]
    assert told(3, ("6", "4"), ()) == ["1", "4", "6"]
    assert told(1, ("6",), ("3", "2", "1")) == ["1", "2", "3"]
