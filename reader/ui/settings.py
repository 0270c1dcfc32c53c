"""What is only view: kept in the person's own settings, never in the project."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Settings:
    """A small JSON file of view settings, keyed by section; written whole, swapped in at once.

    A file that cannot be read is set aside and the defaults are used: no view setting is worth an
    error. Values are what JSON holds.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sections: dict[str, dict[str, Any]] = {}
        try:
            found = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            found = {}
        if isinstance(found, dict):
            for section, values in found.items():
                if isinstance(section, str) and isinstance(values, dict):
                    self._sections[section] = values

    def get(self, section: str, key: str, default: Any = None) -> Any:
        """The value, or the default where there is none or it is of another type."""
        value = self._sections.get(section, {}).get(key, default)
        if default is not None and not isinstance(value, type(default)):
            return default
        return value

    def set(self, section: str, key: str, value: Any) -> None:
        self.update(section, {key: value})

    def update(self, section: str, values: Mapping[str, Any]) -> None:
        """Set several values of a section at once; writes only where one is new."""
        kept = self._sections.setdefault(section, {})
        if any(key not in kept or kept[key] != value for key, value in values.items()):
            kept.update(values)
            self._write()

    def forget(self, section: str, key: str | None = None) -> None:
        if key is None:
            self._sections.pop(section, None)
        else:
            self._sections.get(section, {}).pop(key, None)
        self._write()

    def _write(self) -> None:
        """Quietly does nothing where the folder cannot be written: reading must go on."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, suffix=".part")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(self._sections, file, indent=1, ensure_ascii=False)
            os.replace(name, self._path)
        except OSError:
            return
