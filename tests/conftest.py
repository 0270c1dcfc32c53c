"""What every test stands on: the person's folders out of reach, laws checked without a clock."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from reader.places import HOME_VARIABLE

# A slow machine must not fail a law; `tests.check` asks for the same examples at every run.
settings.register_profile("reader", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("gate", settings.get_profile("reader"), derandomize=True)
settings.load_profile("reader")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's folder for one test: never the one of whoever runs the tests."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder
