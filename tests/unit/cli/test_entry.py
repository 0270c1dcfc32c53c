"""`python -m reader`: which arguments are a command, and what is said where Qt is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from reader.__main__ import ONE_THREAD, main

ROOT = Path(__file__).parents[3]

WITHOUT_QT = """
import sys
import tests.support.without_qt
from reader.__main__ import main
raise SystemExit(main(sys.argv[1:]))
"""
BROKEN_QT = """
import sys
from importlib.abc import MetaPathFinder

class Broken(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "PySide6.QtWidgets" or name == "PySide6":
            told = "libEGL.so.1: cannot open shared object file: No such file or directory"
            raise ImportError(told, name="PySide6.QtWidgets")

sys.meta_path.insert(0, Broken())
from reader.__main__ import main
raise SystemExit(main(sys.argv[1:]))
"""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_tells_of_the_window_and_of_the_command(
    flag: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main([flag]) == 0
    said = capsysbinary.readouterr().out.decode()
    assert "compare" in said
    assert "window" in said


def test_the_version_is_told(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["--version"]) == 0
    assert capsysbinary.readouterr().out.decode() == f"Source Reader {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["a.txt", "b.txt"], ["story.reader"]])
def test_where_qt_is_missing_the_window_says_so_and_what_works(arguments: list[str]) -> None:
    done = run(WITHOUT_QT, *arguments)
    assert done.returncode == 2
    assert "not installed" in done.stderr
    assert "pip install" in done.stderr
    assert "compare" in done.stderr
    assert "Traceback" not in done.stderr


def test_where_qt_is_missing_the_command_works() -> None:
    texts = [str(path) for path in sorted((ROOT / "corpus").glob("*.txt"))[:2]]
    assert run(WITHOUT_QT, "compare", *texts).returncode == 0


def test_a_missing_library_of_the_system_is_told_with_the_packages() -> None:
    done = run(BROKEN_QT)
    assert done.returncode == 2
    assert "libEGL.so.1" in done.stderr
    assert "apt-get install" in done.stderr
    assert "Traceback" not in done.stderr


def test_products_of_numbers_run_on_one_thread_unless_the_person_has_chosen(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    chosen, *others = ONE_THREAD
    for variable in others:
        monkeypatch.setenv(variable, "")
        monkeypatch.delenv(variable)
    monkeypatch.setenv(chosen, "4")
    main(["--version"])
    assert os.environ[chosen] == "4"
    assert {os.environ[variable] for variable in others} == {"1"}
