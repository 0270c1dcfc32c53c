"""View settings survive, and never stand in the way."""

from __future__ import annotations

from reader.ui.settings import Settings


def test_what_is_set_is_there_at_the_next_start(tmp_path):
    path = tmp_path / "deep" / "settings.json"
    Settings(path).set("board", "zoom", 125)
    assert Settings(path).get("board", "zoom", 100) == 125


def test_a_broken_file_gives_the_defaults_and_can_be_written_again(tmp_path):
    path = tmp_path / "settings.json"
    path.write_bytes(b"\xff{not json")
    settings = Settings(path)
    assert settings.get("board", "zoom", 100) == 100
    settings.set("board", "zoom", 90)
    assert Settings(path).get("board", "zoom", 100) == 90


def test_a_value_of_another_type_is_not_believed(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text('{"board": {"zoom": "huge"}, "odd": 3}')
    assert Settings(path).get("board", "zoom", 100) == 100


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "file").write_text("")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.set("a", "b", 1)
    assert settings.get("a", "b", 0) == 1


def test_forgetting_brings_the_default_back(tmp_path):
    settings = Settings(tmp_path / "settings.json")
    settings.set("keys", "go.next", ["M"])
    settings.forget("keys", "go.next")
    assert settings.get("keys", "go.next") is None
