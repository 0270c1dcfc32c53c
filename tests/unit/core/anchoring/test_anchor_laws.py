"""Laws of anchors under random edits: found exactly, or said to be moved, undecided or lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.anchoring.anchors import Finding, Found, Lost, Moved, Unsure, carry, describe, find
from reader.core.text.span import Span

OLD, NEW = "hash of the old text", "hash of the new text"
SENTENCES = (
    "Rain fell all night on the roads around the old town. ",
    "Nobody was hurt, said the mayor 😀 on Tuesday morning.\n",
    "救援人员周五上午到达新疆的村庄。",
    "قال المسؤول إن الزيارة بدأت يوم الاثنين. ",
    "The café in Zu\u0308rich stayed open, e\u0301t\u00e9 comme hiver.\n\n",
    "👩‍👩‍👧 A family of three was moved to the school. ",
    "Over 5,000 people were moved from the valley. ",
    "Nearly 5,000 people were moved from the valley. ",
    "क्षेत्र में बारिश हुई। ",
    "\u202bשלום\u202c said the guest\u00a0at 10:30.\n",
)
ORDERS = st.lists(st.sampled_from(range(len(SENTENCES))), min_size=2, max_size=9, unique=True)


def findings(old: str, span: Span, new: str) -> list[Finding]:
    anchor = describe(old, OLD, span)
    return [find(anchor, new, NEW), carry(anchor, old, new, NEW)]


def told_place(finding: Finding) -> Span | None:
    """Where a finding puts the anchor by itself; None where it leaves that to the person."""
    match finding:
        case Found(span) | Moved(span, _):
            return span
        case Unsure() | Lost():
            return None


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, Span, str, Span]:
    """A text of sentences, one of them, and the text with the others dropped, moved and renewed."""
    order = draw(ORDERS)
    kept = draw(st.sampled_from(order))
    old = "".join(SENTENCES[n] for n in order)
    at = old.index(SENTENCES[kept])
    others = [n for n in draw(ORDERS) if n != kept]
    place = draw(st.integers(0, len(others)))
    before = "".join(SENTENCES[n] for n in others[:place])
    after = "".join(SENTENCES[n] for n in others[place:])
    length = len(SENTENCES[kept])
    span = Span(at, at + length)
    return old, span, before + SENTENCES[kept] + after, Span(len(before), len(before) + length)


@settings(max_examples=100)
@given(edited())
def test_what_still_stands_once_is_never_lost_and_never_put_elsewhere(
    case: tuple[str, Span, str, Span],
) -> None:
    old, span, new, there = case
    for finding in findings(old, span, new):
        place = told_place(finding)
        if place is not None:
            assert place == there
        else:
            assert isinstance(finding, Unsure)
            assert there in [candidate.span for candidate in finding.candidates]


CHARACTERS = st.text(
    st.sampled_from("aé\u0301\u0308😀\u200d👩漢ا\u0640\u00a0\n .5,"), min_size=0, max_size=6
)


@st.composite
def scratched(draw: st.DrawFn) -> tuple[str, Span, str]:
    """A text, any span of it, and the text after some cuts and insertions at any code points."""
    old = "".join(SENTENCES[n] for n in draw(ORDERS))
    start = draw(st.integers(0, len(old)))
    span = Span(start, draw(st.integers(start, min(len(old), start + 80))))
    new = old
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(new)))
        cut = draw(st.integers(0, 12))
        new = new[:at] + draw(CHARACTERS) + new[at + cut :]
    return old, span, new


@settings(max_examples=100)
@given(scratched())
def test_found_means_the_very_words_and_any_other_place_is_said_to_be_moved(
    case: tuple[str, Span, str],
) -> None:
    old, span, new = case
    quote = span.of(old)
    for finding in findings(old, span, new):
        match finding:
            case Found(place):
                assert place.of(new) == quote
            case Moved(place, score):
                assert place.end <= len(new)
                assert 0 <= score <= 1
            case Unsure(candidates):
                assert len(candidates) > 0
                assert all(candidate.span.end <= len(new) for candidate in candidates)
            case Lost():
                pass


NAMES = ("Alpha", "Beta", "Ωmega", "Жар", "Élan", "Team 7", "Team 17", "阿尔法", "MᶜKay")


def lookalike(name: str) -> str:
    return f"{name} won the shield after extra time, and its fans danced until morning. "


@st.composite
def teams(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    """One of the teams that a text tells of, all of them, and those of a newer text."""
    names = st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True)
    old = draw(names)
    return draw(st.sampled_from(old)), old, draw(names)


@settings(max_examples=100)
@given(teams(), st.booleans())
def test_lookalike_sentences_never_trade_places(
    case: tuple[str, list[str], list[str]], whole: bool
) -> None:
    name, old_names, new_names = case
    old = "".join(map(lookalike, old_names))
    new = "".join(map(lookalike, new_names))
    at = old.index(lookalike(name))
    end = at + len(lookalike(name).rstrip()) if whole else at + len(name) + len(" won the shield")
    for finding in findings(old, Span(at, end), new):
        place = told_place(finding)
        if place is not None:
            assert name in new_names
            assert place.start == new.index(lookalike(name))
