"""The words of the three articles that the board's tests read."""

from __future__ import annotations

from reader.core.text.span import Span

FILLING = "\n\n".join(
    f"Paragraph {n} tells at some length of the weather, the tide and the ships that lay at anchor "
    "in the bay while the town went about its day and nobody thought of fire."
    for n in range(24)
)
HARBOUR = f"""Harbour fire destroys warehouse

Over 5,000 people were moved out 🔥 of the old\u00a0town on Tuesday night.

{FILLING}

The warehouse stored paint. قال العمدة إن 500 شخص غادروا the old town.

{FILLING}
"""
COAST = f"""Warehouse blaze at the harbour

{FILLING}

Nearly 5,000 people were moved out of the old town on Tuesday night.

Schools stay closed until Friday 😀 because of the smoke.

{FILLING}
"""
WIRE = f"""Town evacuated after fire

The warehouse stored paint. It belonged to a ship repair yard.

{FILLING}

Share this article

© 2024 Town Wire. All rights reserved.
"""


def at(text: str, words: str) -> Span:
    """Where words first stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))
