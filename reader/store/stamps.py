"""Where identifiers and times come from: the only clock and the only chance in the store."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime


def new_id() -> str:
    """A random UUID as text."""
    return str(uuid.uuid4())


def now() -> str:
    """The present moment as ISO 8601 in UTC, to the microsecond, so that texts sort as times."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
