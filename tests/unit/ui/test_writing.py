"""Files are written whole or not at all, whatever goes wrong on the way."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from reader.ui.writing import PIECE, CannotWrite, write_file

OLD, NEW = b"what stood there before", b"x" * (2 * PIECE + 7)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "out.html"
    made.write_bytes(OLD)
    return made


def test_a_file_is_replaced_in_one_step_and_its_progress_told(path: Path) -> None:
    told: list[float] = []
    assert write_file(path, NEW, progress=told.append)
    assert path.read_bytes() == NEW
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert list(path.parent.iterdir()) == [path]


def test_an_empty_file_is_a_file(path: Path) -> None:
    assert write_file(path, b"")
    assert path.read_bytes() == b""


@pytest.mark.parametrize("after", [0, 1, 3])
def test_what_is_given_up_leaves_the_old_file_and_nothing_else(path: Path, after: int) -> None:
    looked: list[int] = []

    def cancelled() -> bool:
        looked.append(1)
        return len(looked) > after

    assert not write_file(path, NEW, cancelled)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file_and_names_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite) as told:
        write_file(path, NEW)
    assert str(path) in told.value.title
    assert "No space left" in told.value.title
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_file(tmp_path / "gone" / "out.html", NEW)


def test_others_may_read_what_was_written_as_the_system_says(tmp_path: Path) -> None:
    write_file(tmp_path / "ours.csv", OLD)
    (tmp_path / "any.csv").write_bytes(OLD)
    assert (tmp_path / "ours.csv").stat().st_mode == (tmp_path / "any.csv").stat().st_mode
