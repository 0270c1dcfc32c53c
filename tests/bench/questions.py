"""The dialogs that ask about notes, tags and links, each opened where a person would meet it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.annotating.annotation import DecisionKind, Evidence, Person, RelationKind
from reader.store.project import Project
from reader.ui.commands.projects import SUFFIX
from reader.ui.dialogs.candidates import CandidatesDialog, PlaceWords

if TYPE_CHECKING:
    from tests.bench.stage import Stage


class Questions:
    """Scenes on a stage; each stands alone and is cleared away by the stage."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        self._stage = stage
        self._folder = folder

    def scenes(self) -> dict[str, Callable[[], None]]:
        """Every scene by its name."""
        window = self._stage.window
        return {
            "split": lambda: self._about_a_passage("passage.split"),
            "join": lambda: self._about_a_passage("passage.join"),
            "decisions": self.decisions,
            "ratings": lambda: self._stage.over(window.actions_by_id["ratings.edit"].trigger),
            "picker": lambda: self._about_a_passage("note.tag"),
            "tagkey": lambda: self._stage.over(self._tag_key),
            "link": lambda: self._stage.over(
                lambda: window.note_records.ask_link("https://example.org/files/2022/annex-4.html")
            ),
            "relation": lambda: self._about_a_note(window.note_records.ask_relation),
            "evidence": lambda: self._about_a_note(
                lambda note: window.note_records.ask_evidence(note, 0)
            ),
            "history": lambda: self._about_a_note(window.note_records.show_history),
            "related": self.related,
            "candidates": self.candidates,
            "curation": self.curation,
        }

    def _about_a_passage(self, action_id: str) -> None:
        self._stage.conflict()
        self._stage.settle()
        self._stage.over(self._stage.window.actions_by_id[action_id].trigger)

    def _tag_key(self) -> None:
        dialog = self._stage.window.tagging.ask_key(self._stage.session.notes.tags[2].id)
        assert dialog is not None
        dialog.show_key("N")

    def decisions(self) -> None:
        """Two links judged, in one step and in another."""
        passages, links = self._stage.session.passages, self._stage.session.links
        comparison = self._stage.session.comparing.comparison
        assert comparison is not None
        for row, kind in ((0, DecisionKind.ACCEPTED), (2, DecisionKind.REJECTED)):
            passage = passages.passage(passages.listed[row])
            links.judge(kind, [comparison.links[n] for n in passage.links[:2]])
            self._stage.compared()
        self._stage.over(self._stage.window.actions_by_id["links.list"].trigger)

    # ---- notes

    def related(self) -> None:
        """A note with evidence and with relations to two others."""
        self._related()

    def _related(self) -> str:
        self._stage.annotations()
        session = self._stage.session
        first, second, third = (one.id for one in session.notes.annotations[:3])
        project = session.stories.project.annotations
        told = Evidence(
            "https://example.org/files/2022/annex-4.html",
            "Annex 4: how the pictures were counted",
            "The set holds 2,884 portraits, of which some show one person twice.",
            "2022-05-24",
        )
        project.set_evidence(first, [told])
        project.relate(first, second, RelationKind.CONTRADICTS)
        project.relate(third, first, RelationKind.SUPPORTS)
        session.notes.refresh()
        session.notes.activate(first)
        self._stage.raise_dock("note")
        return first

    def _about_a_note(self, ask: Callable[[str], object]) -> None:
        note = self._related()
        self._stage.over(lambda: ask(note))

    def candidates(self) -> None:
        """A sentence that stands twice in a newer version."""
        own = PlaceWords("It is a first. ", "More than 5,000 people were counted.", " It went on.")
        places = [
            PlaceWords("The ministry said: ", "More than 5,000 were counted.", " It gave no list."),
            PlaceWords("It was told again: ", "More than 5,000 people were listed.", " So it is."),
        ]
        dialog = CandidatesDialog(own, places, self._stage.window)
        self._stage.over(dialog.open)

    def curation(self) -> None:
        """Two people have noted other things on the same words."""
        stage = self._stage
        stage.annotations()
        copy = self._folder / f"second{SUFFIX}"
        stage.session.stories.project.save_copy(copy)
        other = Project.open(copy, person=Person("second", "Ines"))
        story = stage.session.stories.story
        assert story is not None
        for note in other.annotations.of(story.id)[:2]:
            other.annotations.add(
                story.id,
                [(t.article_id, t.span) for t in note.targets if t.span is not None],
                tag_ids=(stage.session.notes.tags[2].id,),
                note="The annex counts people, not pictures.",
            )
        other.close()
        stage.merge(copy)
        stage.over(stage.window.actions_by_id["note.curate"].trigger)
