"""Where things are: what the program carries with it, and what belongs to the person who uses it.

The program's own folders are found in a checkout, in an installed wheel and in a frozen build. The
person's folders are the system's usual ones, or all below one folder named by the environment
variable SOURCE_READER_HOME (portable use, tests).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from reader.core.errors import ReaderError

HOME_VARIABLE = "SOURCE_READER_HOME"
_FOLDER_NAME = "source-reader"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one run; nothing here is created before it is needed."""

    resources: Path
    """Themes, icons, actions, help: read only."""
    corpus: Path
    """The bundled story: read only."""
    data: Path
    """The person's projects, unless they choose another folder."""
    settings: Path
    """The file of the person's settings: looks and habits, nothing that belongs to a project."""
    logs: Path

    @property
    def default_project(self) -> Path:
        """The project that opens when none is named."""
        return self.data / "my-stories.reader"

    @property
    def vectors(self) -> Path:
        """The folder of the word-vector table, which may be absent."""
        return self.resources / "vectors"


def find(environment: Mapping[str, str] | None = None) -> Places:
    """Find every place for this process.

    Raises ReaderError where the program's own folders are missing: a broken installation.
    """
    settings = os.environ if environment is None else environment
    home = settings.get(HOME_VARIABLE, "").strip()
    resources, corpus = _carried("resources"), _carried("corpus")
    if home:
        root = Path(home).expanduser().absolute()
        return Places(resources, corpus, root, root / "settings.json", root / "logs")
    system = platformdirs.PlatformDirs(_FOLDER_NAME, appauthor=False)
    return Places(
        resources,
        corpus,
        system.user_data_path,
        system.user_config_path / "settings.json",
        system.user_log_path,
    )


def _carried(name: str) -> Path:
    """The carried folder `name`: `reader/_name` in a wheel, else beside the package."""
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / f"_{name}", package.parent / name]
    if frozen is not None:
        candidates.insert(0, Path(str(frozen)) / name)
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise ReaderError(
        f"The folder '{name}' of Source Reader is missing.",
        "Install it again; in a copy of its repository, restore that folder.",
    )
