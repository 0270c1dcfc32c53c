"""Whether two times of day can both be true."""

from __future__ import annotations

from typing import Final

from reader.core.difference.amounts.amount import Judged, shown
from reader.core.difference.divergence import Verdict
from reader.core.facts.figure import Bound, Figure

_ROUNDED: Final = ((60, 15), (30, 9), (5, 4), (1, 1))
"""Minutes by which a full hour, half hour or five minutes may stand for a time near it."""
_ABOUT: Final = 45


def judge_times(a: Figure, b: Figure) -> Judged | None:
    """What two times come to; None where their time zones leave it open."""
    minutes_a, minutes_b = _minutes(a), _minutes(b)
    if minutes_a is None or minutes_b is None:
        return None
    first, second = sorted((shown(a), shown(b)))
    apart = abs(minutes_a - minutes_b)
    apart = min(apart, 1440 - apart)
    if apart == 0:
        return Judged(Verdict.AGREE, f"{first} and {second} are the same time.")
    if a.unit != b.unit:
        return None
    about = Bound.ABOUT in (a.bound, b.bound) or {a.bound, b.bound} != {Bound.EXACTLY}
    slack = max(_slack(minutes_a), _slack(minutes_b))
    if apart <= (_ABOUT if about else slack):
        return Judged(Verdict.COMPATIBLE, f"{first} and {second} are {apart} minutes apart.")
    return Judged(Verdict.CONFLICT, f"{first} and {second} cannot both be the time.")


def _slack(minutes: int) -> int:
    return next(slack for step, slack in _ROUNDED if minutes % step == 0)


def _minutes(figure: Figure) -> int | None:
    hours, colon, minutes = str(figure.value or "").partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal()):
        return None
    return 60 * int(hours) + int(minutes)
