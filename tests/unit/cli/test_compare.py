"""`python -m reader compare`, as a person or a program calls it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.__main__ import main

ROOT = Path(__file__).parents[3]
FLAGS = (
    *("--json", "--text", "--html", "--candidates", "--minimum-run", "--shown", "--faintest"),
    *("--kinds", "--roles", "--published", "--encoding"),
)

ONE = """Leak shows extent of abuses

Over 5,000 photos were taken at camps in the region and later published by a researcher. 😀

Officials denied on Tuesday that anybody had been held against their will – “lies”, they said.
"""
TWO = """Photographs leaked from camps

Nearly 5,000 photos were taken at camps in the region and later published by a researcher.

It rained.
"""


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (tmp_path / name).write_bytes(text.encode())
    return [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]


def compare(capture: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of `compare` with these arguments."""
    try:
        status = main(["compare", *arguments])
    except SystemExit as stop:
        status = int(str(stop.code))
    said = capture.readouterr()
    return status, said.out.decode("utf-8"), said.err.decode("utf-8")


def answer(capture: pytest.CaptureFixture[bytes], *arguments: str) -> dict[str, Any]:
    status, out, err = compare(capture, "--json", *arguments)
    assert (status, err) == (0, "")
    return json.loads(out)


def test_json_names_the_articles_as_they_were_named(
    texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    given = [texts[1], texts[0], texts[1]]
    told = answer(capsysbinary, *given)
    assert [a["name"] for a in told["articles"]] == ["two.txt", "one.txt", "two.txt"]
    assert [a["length"] for a in told["articles"]] == [len(TWO), len(ONE), len(TWO)]


def test_what_is_shared_word_for_word_is_found_with_offsets_of_code_points(
    texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    told = answer(capsysbinary, *texts)
    shared = {ONE[same["a"][0] : same["a"][1]] for link in told["links"] for same in link["same"]}
    assert any("published by a researcher" in words for words in shared)
    assert all(link["shown"] for link in told["links"])


def test_candidates_are_more_than_what_is_shown(
    texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    shown = answer(capsysbinary, *texts)["links"]
    every = answer(capsysbinary, "--candidates", *texts)["links"]
    assert [link for link in every if link["shown"]] == shown


def test_a_longer_minimum_run_finds_less_word_for_word(
    texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    told = answer(capsysbinary, "--minimum-run", "50", *texts)
    assert not [link for link in told["links"] if link["relation"] == "verbatim"]


def test_kinds_and_roles_are_kept_to(
    texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    told = answer(capsysbinary, "--kinds", "date, name", "--roles", "body,caption", *texts)
    assert {d["kind"] for d in told["divergences"]} <= {"date", "name"}
    for article in told["articles"]:
        for block in article["blocks"]:
            assert block["compared"] == (block["role"] in ("body", "caption"))


def test_a_date_that_is_given_resolves_a_weekday(
    texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    told = answer(capsysbinary, "--published", "one.txt=2022-05-26", *texts)
    assert "2022-05-24" in [figure["resolved"] for figure in told["figures"]]
    told = answer(capsysbinary, *texts)
    assert "2022-05-24" not in [figure["resolved"] for figure in told["figures"]]


def test_the_report_is_text_unless_asked_otherwise(
    texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    status, plain, _ = compare(capsysbinary, *texts)
    assert status == 0
    assert plain.startswith("2 articles compared\n")
    assert compare(capsysbinary, "--text", *texts)[1] == plain
    assert compare(capsysbinary, "--html", *texts)[1].startswith("<!DOCTYPE html>")


def test_an_import_warning_goes_to_standard_error(
    tmp_path: Path, texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes("A caf\xe9 of the old town\n\nIt closed.".encode("cp1252"))
    status, out, err = compare(capsysbinary, "--json", str(old), texts[0])
    assert status == 0
    assert json.loads(out)["complete"] is True
    assert err.startswith("old.txt: The text is not UTF-8")
    status, _, err = compare(capsysbinary, "--encoding", "cp1252", str(old), str(old))
    assert (status, err) == (0, "")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (["gone.txt", "gone.txt"], "There is no file"),
        ([".", "."], "is a folder"),
        (["only-one.txt"], "at least two"),
        ([], "FILE"),
        (["--minimum-run", "2", "a", "b"], "3 to 50 words"),
        (["--minimum-run", "five", "a", "b"], "invalid"),
        (["--shown", "0.2", "--faintest", "0.4", "a", "b"], "a link is shown from"),
        (["--faintest", "0", "a", "b"], "from 0.08 to 1"),
        (["--shown", "nan", "a", "b"], "up to 1"),
        (["--shown", "1.5", "a", "b"], "up to 1"),
        (["--roles", ",", "a", "b"], "at least one"),
        (["--kinds", "colour", "a", "b"], "choose from figure, date"),
        (["--roles", "advert", "a", "b"], "choose from headline"),
        (["--published", "c.txt=2022-05-26", "a", "b"], "none of the files"),
        (["--published", "a=yesterday", "a", "b"], "no date"),
        (["--published", "2022-05-26", "a", "b"], "NAME="),
        (["--json", "--html", "a", "b"], "not allowed"),
        (["--colour", "a", "b"], "unrecognized"),
    ],
)
def test_what_the_person_can_mend_is_told_without_a_traceback(
    wrong: list[str], told: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    status, out, err = compare(capsysbinary, *wrong)
    assert (status, out) == (2, "")
    assert told in err
    assert "Traceback" not in err


def test_an_unknown_encoding_is_told(
    texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    status, _, err = compare(capsysbinary, "--encoding", "klingon", *texts)
    assert status == 2
    assert "klingon" in err


def test_help_lists_every_option(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    status, out, _ = compare(capsysbinary, "--help")
    assert status == 0
    for option in FLAGS:
        assert option in out


def test_links_are_shown_from_where_the_person_says(
    texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    def links(*arguments: str) -> list[dict[str, Any]]:
        _, out, _ = compare(capsysbinary, "--json", *arguments, *texts)
        return [link for link in json.loads(out)["links"] if link["relation"] != "verbatim"]

    few, many = links("--shown", "1"), links("--shown", "0.1", "--faintest", "0.1")
    assert len(few) < len(many)
    assert all(link["score"] >= 0.1 for link in many)


def test_output_is_utf_8_whatever_the_terminal_says(texts: list[str]) -> None:
    done = run("compare", *texts, environment={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert done.returncode == 0, done.stderr
    assert "😀" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell with pipes and `true`")
def test_a_reader_that_goes_away_is_no_error(texts: list[str]) -> None:
    command = f"'{sys.executable}' -m reader compare --json \"$@\" | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command, "bash", *texts], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def run(*arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
