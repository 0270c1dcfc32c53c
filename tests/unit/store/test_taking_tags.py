"""Another codebook's tags come in once, at their place in the tree, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

from reader.core.annotating.annotation import Tag
from reader.store.project import Project

TOP = Tag("3b9d7c4e-0000-4000-8000-000000000001", "sources", "teal", "9")
BELOW = Tag("3b9d7c4e-0000-4000-8000-000000000002", "police", "red", "1", "Told by.", TOP.id)


def test_tags_come_in_below_their_parents_whatever_their_order(project: Project) -> None:
    before = project.tags.all()
    added = project.tags.take([BELOW, TOP])
    assert project.tags.all() == (*before, *added)
    assert [(tag.id, tag.parent_id, tag.hotkey) for tag in added] == [
        (TOP.id, None, "9"),
        (BELOW.id, TOP.id, None),
    ]
    assert project.log.undo_name == "Import codebook"
    project.log.undo()
    assert project.tags.all() == before


def test_taking_twice_doubles_nothing(project: Project) -> None:
    project.tags.take([TOP, BELOW])
    there = project.tags.all()
    assert project.tags.take([replace(TOP, name="renamed"), replace(BELOW, id="row 1")]) == ()
    assert project.tags.all() == there


def test_a_tag_of_the_same_name_takes_the_children(project: Project) -> None:
    (claim, *_) = project.tags.all()
    (added,) = project.tags.take(
        [Tag("row 1", " Claim", "red"), Tag("row 2", "denied", "red", parent_id="row 1")]
    )
    assert added.parent_id == claim.id
    assert added.id != "row 2"


def test_into_an_empty_codebook_all_comes_as_it_was(project: Project) -> None:
    tags = project.tags.all()
    with project.log.change("Empty") as change:
        for tag in tags:
            change.remove("tag", tag.id)
    assert project.tags.take(tags) == tags
    assert project.tags.all() == tags


def test_tags_in_a_ring_still_come(project: Project) -> None:
    x, y = replace(TOP, parent_id=BELOW.id), BELOW
    assert {tag.name for tag in project.tags.take([x, y])} == {"sources", "police"}
