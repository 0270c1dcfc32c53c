"""Where the program and the person keep things."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import places
from reader.core.errors import ReaderError


def test_what_the_program_carries_is_found_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = places.find({})
    assert (found.resources / "comparison.schema.json").is_file()
    assert (found.corpus / "story.toml").is_file()


def test_one_variable_moves_everything_of_the_person(tmp_path: Path) -> None:
    found = places.find({places.HOME_VARIABLE: str(tmp_path / "stick")})
    for place in (found.data, found.settings, found.logs, found.default_project):
        assert place.is_relative_to(tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_a_relative_or_blank_home_makes_sense(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert places.find({places.HOME_VARIABLE: "stick"}).data == tmp_path / "stick"
    assert places.find({places.HOME_VARIABLE: " "}) == places.find({})


def test_a_frozen_build_carries_its_own_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "corpus").mkdir()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    found = places.find({})
    assert (found.resources, found.corpus) == (tmp_path / "resources", tmp_path / "corpus")


def test_a_broken_installation_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "__file__", str(tmp_path / "reader" / "places.py"))
    with pytest.raises(ReaderError, match="resources"):
        places.find({})
