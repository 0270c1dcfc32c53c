"""The order of the codebook and the way down to a tag."""

from __future__ import annotations

from reader.core.annotating.annotation import Tag
from reader.core.annotating.tag_tree import in_tree_order, path_of


def test_a_tag_follows_the_one_it_stands_below_and_none_is_lost() -> None:
    tags = [
        Tag("c", "child", "blue", parent_id="p"),
        Tag("p", "parent", "blue"),
        Tag("o", "orphan", "blue", parent_id="gone"),
        Tag("x", "ring", "blue", parent_id="y"),
        Tag("y", "ring too", "blue", parent_id="x"),
    ]
    told = [(tag.id, depth) for tag, depth in in_tree_order(tags)]
    assert told[:3] == [("p", 0), ("c", 1), ("o", 0)]
    assert {name for name, _ in told} == {"c", "p", "o", "x", "y"}


def test_a_path_begins_at_the_top_and_ends_in_a_ring_too() -> None:
    tags = {
        tag.id: tag
        for tag in (
            Tag("p", "parent", "blue"),
            Tag("c", "child", "blue", parent_id="p"),
            Tag("x", "ring", "blue", parent_id="y"),
            Tag("y", "ring too", "blue", parent_id="x"),
        )
    }
    assert path_of(tags["c"], tags) == ("parent", "child")
    assert path_of(tags["x"], tags) == ("ring too", "ring")


def test_a_deep_tree_is_no_recursion() -> None:
    tags = [Tag(f"{n}", f"{n}", "blue", parent_id=f"{n - 1}") for n in range(3000)]
    assert [depth for _, depth in in_tree_order(tags)] == list(range(3000))
