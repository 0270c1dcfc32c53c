"""Many anchors carried to a newer text at once: the same answers, watched, and given up."""

from __future__ import annotations

import pytest

from reader.core.anchoring.anchors import carry, describe
from reader.core.anchoring.carrying import carry_all
from reader.core.pace import Cancelled
from reader.core.text.span import Span

TEXT = "The bridge stands. Nobody was hurt in the village. Rain fell all night."
NEWER = "A correction. " + TEXT.replace("all night", "for hours")


def test_each_anchor_is_carried_as_if_it_were_alone() -> None:
    anchored = {describe(TEXT, "old", Span(at, at + 12)): TEXT for at in range(0, 50, 7)}
    done: list[float] = []
    found = carry_all(anchored, NEWER, "new", progress=done.append)
    assert found == {anchor: carry(anchor, TEXT, NEWER, "new") for anchor in anchored}
    assert done == sorted(done)
    assert done[-1] == 1.0


def test_it_is_given_up_when_asked() -> None:
    anchored = {describe(TEXT, "old", Span(0, 3)): TEXT}
    with pytest.raises(Cancelled):
        carry_all(anchored, NEWER, "new", cancelled=lambda: True)
