"""Carrying many anchors over to a newer text at once, as work that can be watched and given up."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reader.core.anchoring.anchors import Finding, carry
from reader.core.annotating.annotation import Anchor
from reader.core.pace import Cancelled, ignore, never


def carry_all(
    anchored: Mapping[Anchor, str],
    text: str,
    sha256: str,
    *,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], None] = ignore,
) -> dict[Anchor, Finding]:
    """Where each anchor is in the newer text whose hash is `sha256`.

    `anchored` gives the text that each was made on. Raises Cancelled where `cancelled` says so;
    `progress` is told the share that is done, 0..1.
    """
    found: dict[Anchor, Finding] = {}
    for anchor, made_on in anchored.items():
        if cancelled():
            raise Cancelled
        found[anchor] = carry(anchor, made_on, text, sha256)
        progress(len(found) / len(anchored))
    return found
