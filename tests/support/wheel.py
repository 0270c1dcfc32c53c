"""A wheel of this checkout, installed where nothing else of it can be seen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]

_WHAT_A_BUILD_READS = ("reader", "resources", "corpus", "pyproject.toml", "README.md", "LICENSE")


def build(folder: Path) -> Path:
    """Build the wheel from a copy, so that the checkout stays clean, and without a network."""
    copy = folder / "copy"
    copy.mkdir(parents=True)
    for name in _WHAT_A_BUILD_READS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    _run(
        *(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-index", "--no-build-isolation"),
        *("--quiet", "--disable-pip-version-check", "--wheel-dir", folder, copy),
    )
    (wheel,) = folder.glob("*.whl")
    return wheel


class Installation:
    """A fresh virtual environment with the wheel in it.

    The dependencies come from the environment that runs the tests, through a .pth file: the test
    asks whether *our* package is whole, and needs no network.
    """

    def __init__(self, folder: Path, wheel: Path) -> None:
        venv.create(folder, with_pip=False, symlinks=os.name != "nt")
        scripts = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = scripts / ("python.exe" if os.name == "nt" else "python")
        site = Path(self._ask("import sysconfig; print(sysconfig.get_path('purelib'))"))
        _run(
            *(sys.executable, "-m", "pip", "--python", self.python, "install"),
            *("--no-deps", "--no-index", "--quiet", "--disable-pip-version-check", wheel),
        )
        self.package = site / "reader"
        self.scripts = scripts
        here = {str(Path(p).resolve()) for p in sys.path if p.endswith("site-packages")}
        (site / "dependencies.pth").write_text("\n".join(sorted(here)), "utf-8")

    def _ask(self, code: str) -> str:
        return _run(self.python, "-I", "-c", code).strip()


def _run(*words: str | Path) -> str:
    done = subprocess.run([str(w) for w in words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout
