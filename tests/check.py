"""`python -m tests.check` runs every check there is and fails if one does.

Static checks run beside the unit tests; the tests of the window run alone, so that a busy machine
does not make them wait. Where the system allows, the whole way runs once more in a namespace that
has no network.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]

PACKAGES = (ROOT / "resources" / "debian-packages.txt").read_text("utf-8").split()
"""What Qt without a screen needs on a bare Debian."""

_NEEDED_BY_QT = ("EGL", "GL", "xkbcommon", "dbus-1", "fontconfig", "glib-2.0")
_LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"
_HYPOTHESIS = "--hypothesis-profile=gate"
_WITHOUT_QT = ("-p", "no:pytest-qt", "-p", "tests.support.without_qt")


@dataclass(frozen=True, slots=True)
class Check:
    """One command, what it proves, and what it wants in its environment."""

    name: str
    command: tuple[str, ...]
    environment: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a check ended; `said` is all of its output."""

    check: Check
    status: int
    seconds: float
    said: str

    @property
    def closing_line(self) -> str:
        lines = self.said.strip().splitlines()
        return lines[-1] if lines else ""


def module(*words: str) -> tuple[str, ...]:
    return (sys.executable, "-m", *words)


STATIC = (
    Check("ruff format", module("ruff", "format", "--check", "--quiet", ".")),
    Check("ruff check", module("ruff", "check", "--quiet", ".")),
    Check("import-linter", (sys.executable, "-c", _LINT_IMPORTS)),
    Check("basedpyright", module("basedpyright")),
)
UNIT = Check(
    "unit tests, without Qt",
    module("pytest", "tests/unit", _HYPOTHESIS, *_WITHOUT_QT),
)
GUI = Check(
    "window tests, without a screen",
    module("pytest", "tests/gui", _HYPOTHESIS),
    (("QT_QPA_PLATFORM", "offscreen"),),
)
NO_NETWORK = Check(
    "the whole way, without a network",
    ("unshare", "-rn", *module("pytest", "tests/gui", _HYPOTHESIS, "-m", "whole_way")),
    (("QT_QPA_PLATFORM", "offscreen"),),
)


def run(check: Check, say: Callable[[str], None] = lambda _line: None) -> Outcome:
    """Run one check to its end; `say` is told each line as it comes."""
    started = time.monotonic()
    process = subprocess.Popen(
        check.command,
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **dict(check.environment)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        say(line)
    status = process.wait()
    return Outcome(check, status, time.monotonic() - started, "".join(lines))


def run_all() -> Iterator[Outcome]:
    """Run every check; their outcomes in the order in which they end."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        static = [beside.submit(run, check) for check in STATIC]
        yield run(UNIT, echo)
        for waiting in static:
            outcome = waiting.result()
            if outcome.status:
                echo(f"\n{outcome.check.name}:\n{outcome.said}")
            yield outcome
    yield run(GUI, echo)
    if can_leave_the_network():
        yield run(NO_NETWORK, echo)
    else:
        echo("\nThis system lets no one leave its network: that check is left out.\n")


def echo(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def can_leave_the_network() -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False)
    return tried.returncode == 0


def advise_on_libraries() -> None:
    """Say which packages to install where a library that Qt needs is missing."""
    if not sys.platform.startswith("linux"):
        return
    missing = [name for name in _NEEDED_BY_QT if ctypes.util.find_library(name) is None]
    if missing:
        echo(
            f"Qt needs libraries that were not found: {', '.join(missing)}.\n"
            f"On Debian or Ubuntu: apt-get install {' '.join(PACKAGES)}\n\n"
        )


def summarise(outcomes: Sequence[Outcome]) -> None:
    """One line a check, then what pytest itself said last."""
    echo("\n")
    for outcome in outcomes:
        verdict = "ok" if outcome.status == 0 else "FAILED"
        echo(f"{verdict:<7}{outcome.seconds:7.1f} s  {outcome.check.name}\n")
    echo("\n")
    for outcome in outcomes:
        if "pytest" in outcome.check.command:
            echo(f"{outcome.check.name}\n{outcome.closing_line}\n")


def main() -> int:
    """Run everything; 0 where all of it passes."""
    advise_on_libraries()
    outcomes = list(run_all())
    summarise(outcomes)
    return int(any(outcome.status for outcome in outcomes))


if __name__ == "__main__":
    raise SystemExit(main())
