"""From which likelihood a link is told at all, and from which it is shown unasked."""

from __future__ import annotations

from typing import Final

SHOWN: Final = 0.5
"""Likelihood from which a link is shown unasked."""
TOLD: Final = 0.25
"""Likelihood from which reasons are worked out; below, too little is in common to be told."""
