"""A session on three small articles that differ in known ways, and one on an empty project."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.compare import compare
from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.places import find
from reader.store.project import Project
from reader.ui.appearance import Appearance
from reader.ui.session import Session
from reader.ui.settings import Settings

HARBOUR = """Harbour fire destroys warehouse

Over 5,000 people were moved out of the old town on Tuesday night, the mayor said.

"We have never seen a fire of this size in the harbour," said fire chief Anna Berg.

The warehouse stored paint and solvents for a ship repair yard.
"""
COAST = """Warehouse blaze at the harbour

Nearly 5,000 people were moved out of the old town on Tuesday night, the mayor said.

"We have never seen a fire of that size in the harbour," fire chief Anna Berg said.

Schools in the district stay closed until Friday 😀 because of the smoke.
"""
WIRE = """Town evacuated after fire

Residents of the old town were moved out after a warehouse at the harbour caught fire.

The warehouse stored paint and solvents for a ship repair yard.
"""


def sources() -> list[Source]:
    told = (
        ("harbour.txt", HARBOUR, "Harbour Post", "Harbour fire destroys warehouse"),
        ("coast.txt", COAST, "Coast Daily", "Warehouse blaze at the harbour"),
        ("wire.txt", WIRE, None, "Town evacuated after fire"),
    )
    return [
        Source(
            Article(name, text, title=title, outlet=outlet, published=date(2024, 3, 5)),
            text.encode(),
            "utf-8",
            origin=name,
        )
        for name, text, outlet, title in told
    ]


@pytest.fixture
def appearance(qtbot: QtBot, tmp_path: Path) -> Appearance:
    made = Appearance(find().resources, Settings(tmp_path / "look.json"))
    made.choose("light")
    made.finish()
    return made


@pytest.fixture
def empty_session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made = Session(Settings(tmp_path / "settings.json"), compare)
    made.stories.open(Project.create(tmp_path / "desk.reader", person_name="Mara"))
    yield made
    made.close()


@pytest.fixture
def session(qtbot: QtBot, empty_session: Session) -> Session:
    failures: list[object] = []
    comparing = empty_session.comparing
    comparing.failed.connect(failures.append)
    empty_session.stories.add("The harbour fire", sources())
    qtbot.waitUntil(lambda: bool(failures) or comparing.comparison is not None)
    assert failures == []
    return empty_session
