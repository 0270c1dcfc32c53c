"""The README's commands and tables are the ones that the program and its gate go by."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=;\s]", requirement)[0] for requirement in requirements}


def test_the_packages_of_debian_are_the_ones_that_the_gate_installs() -> None:
    packages = (ROOT / "resources" / "debian-packages.txt").read_text("utf-8").split()
    assert " ".join(packages) in README


def test_the_gate_finds_one_test_command() -> None:
    pattern = re.compile(r"^ *python3 -m venv .*-m tests\.check$", re.MULTILINE)
    assert len(pattern.findall(README)) == 1
    assert r"-m venv .*-m tests\.check$" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_every_dependency_is_in_the_table() -> None:
    wanted = names(PROJECT["dependencies"]) | names(PROJECT["optional-dependencies"]["test"])
    table = README[README.index("## Dependencies") :]
    assert {name for name in wanted if name not in table} == set()


def test_every_path_of_the_layout_exists() -> None:
    layout = README[README.index("## Layout") : README.index("## Dependencies")]
    paths = re.findall(r"`((?:reader|resources|corpus|tests|main)[\w./]*)`", layout)
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []
