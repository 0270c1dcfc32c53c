"""Python's collector while the window is open: on the GUI thread, and not in big values."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.compare import compare
from reader.importers.opening import from_pasted
from reader.store.project import Project
from reader.ui.collecting import Collector
from reader.ui.session import Session
from reader.ui.settings import Settings


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    made = Session(Settings(tmp_path / "settings.json"), compare)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def frozen_again() -> Iterator[None]:
    """What the tests themselves had put out of the collector's sight is put there again."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture
def collector(session: Session) -> Iterator[Collector]:
    made = Collector(session)
    made.watch(session.comparing)
    yield made
    made.stop()


def test_it_takes_over_and_gives_back(session: Session) -> None:
    gc.enable()
    try:
        collector = Collector(session)
        assert not gc.isenabled()
        collector.stop()
        assert gc.isenabled()
    finally:
        gc.disable()  # as the tests have it


def test_a_comparison_is_put_out_of_its_sight_until_another_story_comes(
    qtbot: QtBot, session: Session, collector: Collector, tmp_path: Path
) -> None:
    gc.unfreeze()
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.stories.open(Project.create(tmp_path / "p.reader"))
        session.stories.add("Valley", [from_pasted("Rain fell all night.", "a")])
    assert gc.get_freeze_count() > 0
    session.stories.close()
    assert gc.get_freeze_count() == 0
