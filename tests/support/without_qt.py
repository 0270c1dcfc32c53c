"""A pytest plugin under which Qt is not installed: `-p no:pytest-qt -p tests.support.without_qt`.

Unit tests run like this, so that core, importers, exporters, store and cli are proved not to need
Qt. Blocking happens when the plugin is loaded, before any test module is.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

_QT = frozenset({"PySide6", "shiboken6"})
_SETTINGS_OF_PYTEST_QT = ("qt_api", "qt_log_level_fail", "qt_log_ignore")


class NoQt(MetaPathFinder):
    """Says of every Qt module what Python says where it is not installed."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        name = fullname.partition(".")[0]
        if name in _QT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the settings of the plugin that is switched off: unknown ones are errors."""
    for name in _SETTINGS_OF_PYTEST_QT:
        parser.addini(name, "for pytest-qt, which is not loaded")


sys.meta_path.insert(0, NoQt())
