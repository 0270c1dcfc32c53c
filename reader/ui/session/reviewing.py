"""How far the passages are reviewed: what the project keeps, and what was merely seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.core.annotating.annotation import Review, ReviewState
from reader.core.text.span import Span
from reader.ui.session.known import KnownPassages, Places
from reader.ui.settings import Settings

_DECIDED = frozenset({ReviewState.CHECKED, ReviewState.NEEDS_A_CALL})


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A passage's review state; `changed` where its readings are not those that were reviewed.

    `others` is what other people say of it, by name.
    """

    state: ReviewState
    changed: bool = False
    others: tuple[tuple[str, ReviewState], ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether people who have decided on it decided differently."""
        return len({self.state, *(state for _, state in self.others)} & _DECIDED) > 1


def recognise(reviews: Sequence[Review], known: KnownPassages) -> dict[int, Reviewed]:
    """Reviews by the passage they are of, known again by places.

    A passage whose readings are no longer just those that were reviewed is unseen again, and says
    so; a review whose places are all gone belongs to none.
    """
    found: dict[int, Reviewed] = {}
    for review in reviews:
        wanted = frozenset((t.article_id, t.span) for t in review.places if t.span is not None)
        number = known.number_of(wanted)
        if number is not None:
            found[number] = Reviewed(review.state)
            continue
        shared, number = max(
            ((_overlapping(wanted, here), -n) for n, here in enumerate(known.places)),
            default=(0, 0),
        )
        if shared and review.state is not ReviewState.UNSEEN:
            found.setdefault(-number, Reviewed(ReviewState.UNSEEN, changed=True))
    return found


def others_of(
    reviews: Sequence[Review], names: Mapping[str, str], known: KnownPassages
) -> dict[int, tuple[tuple[str, ReviewState], ...]]:
    """What others say of each passage, by `names` of people; what they left unseen says nothing."""
    told: defaultdict[int, list[tuple[str, ReviewState]]] = defaultdict(list)
    for person_id, name in names.items():
        own = [review for review in reviews if review.person_id == person_id]
        for number, found in recognise(own, known).items():
            if found.state is not ReviewState.UNSEEN:
                told[number].append((name, found.state))
    return {number: tuple(sorted(said)) for number, said in told.items()}


def _overlapping(wanted: frozenset[tuple[str, Span]], here: Places) -> int:
    """How many of the wanted places have most of their text in these."""
    return sum(1 for a, s in here for b, t in wanted if a == b and 2 * s.shared(t) > len(t))


class Seen:
    """Which passages were looked at, and which last: view only, so kept in the settings."""

    def __init__(self, settings: Settings, section: str, keys: Sequence[str]) -> None:
        self._settings = settings
        self._section = section
        self._keys = tuple(keys)
        self._seen = set(settings.get(section, "seen passages", []))

    def __contains__(self, index: int) -> bool:
        return self._keys[index] in self._seen

    def add(self, index: int) -> bool:
        """Note that a passage is looked at; whether it had not been before."""
        key = self._keys[index]
        new = key not in self._seen
        self._seen.add(key)
        self._settings.update(
            self._section, {"last passage": key, "seen passages": sorted(self._seen)}
        )
        return new

    def last(self) -> int | None:
        """The passage that was active when this story was last on the desk."""
        key = self._settings.get(self._section, "last passage", "")
        return self._keys.index(key) if key in self._keys else None
