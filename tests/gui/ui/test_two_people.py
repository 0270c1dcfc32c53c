"""Two people in one project: each one's word stands by itself, and what is hidden is hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.annotation import Person, ReviewState
from reader.core.compare import compare
from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store.project import Project
from reader.ui.panels.words import others_words
from reader.ui.session import Session
from reader.ui.settings import Settings

ANN = Person("11111111-0000-4000-8000-000000000000", "Ann")
BERT = Person("22222222-0000-4000-8000-000000000000", "Bert")
A = "The ministry said on Tuesday that over 5,000 people were moved from the valley."
B = "Officials said on Tuesday that nearly 5,000 people were moved from the valley."
OpenAs = Callable[[Person], Session]


@pytest.fixture
def open_as(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenAs]:
    """The same project on the desk of either of two people."""
    path = tmp_path / "shared.reader"
    session = Session(Settings(tmp_path / "settings.json"), compare)
    project = Project.create(path, person=ANN)
    texts = enumerate((A, B))
    sources = [Source(Article(f"{n}.txt", t), t.encode(), "utf-8") for n, t in texts]
    project.articles.add(project.stories.add("Valley").id, sources)
    project.close()

    def put(person: Person) -> Session:
        session.stories.close()
        with qtbot.waitSignal(session.comparing.comparison_changed):
            session.stories.open(Project.open(path, person=person))
        return session

    yield put
    session.close()


def test_each_reviews_for_themselves_and_sees_what_the_other_said(open_as: OpenAs) -> None:
    session = open_as(ANN)
    passages = session.passages
    passages.review(0, ReviewState.CHECKED)
    assert passages.checked[0] == 1
    open_as(BERT)
    assert passages.checked[0] == 0
    seen = passages.reviewed(0)
    assert seen.state is not ReviewState.CHECKED
    assert others_words(seen.others) == "Ann: checked"
    assert not seen.disputed
    passages.review(0, ReviewState.NEEDS_A_CALL)
    assert passages.reviewed(0).disputed
    open_as(ANN)
    mine = passages.reviewed(0)
    assert (mine.state, mine.others) == (
        ReviewState.CHECKED,
        (("Bert", ReviewState.NEEDS_A_CALL),),
    )


def test_what_others_reviewed_is_hidden_with_their_notes(open_as: OpenAs) -> None:
    session = open_as(ANN)
    session.passages.review(0, ReviewState.CHECKED)
    session.notes.annotate([(session.board.columns[0], Span(4, 12))], note="Ann's")
    open_as(BERT)
    session.notes.set_blind(True)
    assert session.passages.reviewed(0).others == ()
    assert session.notes.annotations == ()
    session.notes.set_blind(False)
    assert session.passages.reviewed(0).others == (("Ann", ReviewState.CHECKED),)
    assert len(session.notes.annotations) == 1
