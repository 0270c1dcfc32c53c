"""An installed wheel is whole: it carries its folders and works from any other one."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.wheel import ROOT, Installation, build

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    folder = tmp_path_factory.mktemp("wheel")
    return Installation(folder / "environment", build(folder / "build"))


def files(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc" and not path.name.startswith("."):
            yield path.relative_to(folder).as_posix()


def test_every_package_is_listed() -> None:
    found = {
        ".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "reader").rglob("*.py")
    }
    listed = set(PROJECT["tool"]["setuptools"]["packages"])
    assert listed - {"reader._resources", "reader._corpus"} == found


@pytest.mark.parametrize(
    ("carried", "source"), [("_resources", "resources"), ("_corpus", "corpus")]
)
def test_the_wheel_carries_every_file(installed: Installation, carried: str, source: str) -> None:
    assert list(files(installed.package / carried)) == list(files(ROOT / source))
    for name in files(ROOT / source):
        assert (installed.package / carried / name).read_bytes() == (
            ROOT / source / name
        ).read_bytes()


def test_the_wheel_carries_every_module(installed: Installation) -> None:
    modules = [name for name in files(installed.package) if name.endswith(".py")]
    assert modules == [name for name in files(ROOT / "reader") if name.endswith(".py")]


def test_the_command_works_from_another_folder(installed: Installation, tmp_path: Path) -> None:
    texts = sorted((installed.package / "_corpus").glob("*.txt"))[:2]
    done = run(installed.python, "-m", "reader", "compare", "--json", *texts, folder=tmp_path)
    answer = json.loads(done)
    assert [article["name"] for article in answer["articles"]] == [text.name for text in texts]
    assert answer["passages"]


def test_what_is_carried_is_found_from_another_folder(
    installed: Installation, tmp_path: Path
) -> None:
    code = "from reader.places import find; p = find(); print(p.resources, p.corpus, sep='\\n')"
    resources, corpus = run(installed.python, "-c", code, folder=tmp_path).splitlines()
    assert Path(resources).samefile(installed.package / "_resources")
    assert Path(corpus).samefile(installed.package / "_corpus")


def test_the_commands_are_installed(installed: Installation, tmp_path: Path) -> None:
    names = {path.stem for path in installed.scripts.iterdir()}
    assert {"source-reader", "source-reader-compare"} <= names
    assert "usage" in run(installed.scripts / "source-reader-compare", "--help", folder=tmp_path)


def run(*words: str | Path, folder: Path) -> str:
    """Run in `folder` with nothing of the checkout on the path; what was printed."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [str(word) for word in words],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
