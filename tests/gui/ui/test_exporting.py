"""Exports are written off the GUI thread: watched, given up, told when they cannot be."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.core.compare import compare
from reader.core.errors import ReaderError
from reader.core.pace import Cancelled, Pace
from reader.core.text.span import Span
from reader.importers.opening import from_pasted
from reader.store.project import Project
from reader.ui.commands.exporting import Export, ExportCommands
from reader.ui.session import Session
from reader.ui.settings import Settings

TEXTS = (
    "Over 5,000 people were moved from the valley on Tuesday, the ministry said.",
    "Nearly 5,000 people were moved from the valley on Tuesday, the ministry said.",
)


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made = Session(Settings(tmp_path / "settings.json"), compare)
    made.stories.open(Project.create(tmp_path / "desk.reader", person_name="Mara"))
    sources = [from_pasted(text, f"text {n}") for n, text in enumerate(TEXTS)]
    with qtbot.waitSignal(
        made.comparing.comparison_changed,
        check_params_cb=lambda: made.comparing.comparison is not None,
    ):
        made.stories.add("Valley: 1/2", sources)
    yield made
    made.close()


@pytest.fixture
def exporting(qtbot: QtBot, session: Session, tmp_path: Path) -> Iterator[ExportCommands]:
    window = QWidget()
    qtbot.addWidget(window)
    made = ExportCommands(session, tmp_path, window)
    yield made
    made.writing.finish()


@pytest.mark.parametrize("kind", ["html", "text", "json", "annotations", "notes"])
def test_everything_can_be_written_to_the_file_that_is_chosen(
    exporting: ExportCommands,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
) -> None:
    proposed: list[str] = []

    def choose(_window: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        proposed.append(path)
        return str(tmp_path / "chosen"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    export = exporting.exports()[kind]
    with qtbot.waitSignal(exporting.writing.answered):
        exporting.handlers()[f"export.{kind}"]()
    suffix = Path(export.name).suffix
    assert proposed == [str(tmp_path / export.name)]
    assert "/" not in export.name
    assert (tmp_path / f"chosen{suffix}").read_bytes() == export.make(Pace())


@pytest.mark.parametrize("kind", ["html", "text", "annotations", "notes"])
def test_an_export_tells_its_share_and_stops_half_way(
    exporting: ExportCommands, session: Session, kind: str
) -> None:
    first = session.stories.articles[0].id
    for start in range(3):
        session.notes.annotate([(first, Span(start, 9))], note="see")
    shares: list[float] = []
    export = exporting.exports()[kind]
    export.make(Pace(progress=shares.append))
    assert shares == sorted(shares)
    with pytest.raises(Cancelled):
        export.make(Pace(cancelled=lambda: True))


def test_what_is_cancelled_leaves_the_old_file(
    exporting: ExportCommands, qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    said = list[str]()
    session.said.connect(said.append)
    path, begun, go_on = tmp_path / "old.json", threading.Event(), threading.Event()
    path.write_text("old")

    def make(_pace: Pace) -> bytes:
        begun.set()
        go_on.wait(20)
        return b"new"

    exporting.write(Export("", "old.json", "", make), path)
    qtbot.waitUntil(begun.is_set)
    exporting.writing.stop()
    with qtbot.waitSignal(exporting.writing.answered):
        go_on.set()
    assert said[-1] == "Cancelled. Nothing was written."
    assert path.read_text() == "old"
    assert not list(tmp_path.glob("*.part"))
    assert not list(tmp_path.glob(".*.part"))


def test_one_file_is_written_at_a_time(
    exporting: ExportCommands, qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    go_on, said = threading.Event(), list[str]()
    session.said.connect(said.append)

    def make(_pace: Pace) -> bytes:
        go_on.wait(20)
        return b"new"

    exporting.write(Export("", "a", "", make), tmp_path / "a")
    exporting.write(Export("", "b", "", make), tmp_path / "b")
    assert "still being written" in said[-1]
    with qtbot.waitSignal(exporting.writing.answered):
        go_on.set()
    assert (tmp_path / "a").exists()
    assert not (tmp_path / "b").exists()


def test_a_file_that_cannot_be_written_is_named(
    exporting: ExportCommands, qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    told: list[ReaderError] = []
    session.problem.connect(told.append)
    path = tmp_path / "gone" / "page.html"
    with qtbot.waitSignal(exporting.writing.answered):
        exporting.write(Export("", "page.html", "", lambda _pace: b"x"), path)
    assert str(path) in told[0].title
