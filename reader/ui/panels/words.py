"""The machine's facts and the person's choices in plain words, as all panels say them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from reader.core.annotating.annotation import (
    DecisionKind,
    ReviewState,
    Standing,
    Status,
    StoredArticle,
)
from reader.core.comparison import Independence, Passage
from reader.core.difference.divergence import DivergenceKind, Verdict
from reader.core.facts.figure import Bound, Figure
from reader.core.matching.link import Link, Relation
from reader.ui.listing import Outcome

DASH: Final = "\N{EN DASH}"
NONE: Final = "\N{EM DASH}"

VERDICT_SIGNS: Final = {
    Verdict.CONFLICT: "≠",
    Verdict.COMPATIBLE: "≈",
    Verdict.AGREE: "=",
    Verdict.ONLY: "|",
}
VERDICT_WORDS: Final = {
    Verdict.CONFLICT: "conflict",
    Verdict.COMPATIBLE: "compatible",
    Verdict.AGREE: "agree",
    Verdict.ONLY: "only here",
}
OUTCOME_SIGNS: Final = {
    Outcome.CONFLICT: "≠",
    Outcome.COMPATIBLE: "≈",
    Outcome.AGREE: "=",
    Outcome.NO_DIFFERENCE: "",
    Outcome.ONLY: "|",
}
OUTCOME_WORDS: Final = {
    Outcome.CONFLICT: "conflict",
    Outcome.COMPATIBLE: "compatible",
    Outcome.AGREE: "agree",
    Outcome.NO_DIFFERENCE: "no difference",
    Outcome.ONLY: "only here",
}
OUTCOME_TOLD: Final = OUTCOME_WORDS | {Outcome.NO_DIFFERENCE: "no difference found"}
"""The same where there is room: what was not found may still be there."""
RELATION_WORDS: Final = {
    Relation.VERBATIM: "word for word",
    Relation.NEAR: "near: some words changed",
    Relation.PARAPHRASE: "said differently",
}
KIND_WORDS: Final = {
    DivergenceKind.FIGURE: "figure",
    DivergenceKind.DATE: "date",
    DivergenceKind.NAME: "name",
    DivergenceKind.QUOTE: "quotation",
    DivergenceKind.ATTRIBUTION: "attribution",
    DivergenceKind.HEDGE: "hedge",
    DivergenceKind.NEGATION: "negation",
    DivergenceKind.TENSE: "tense",
}
INDEPENDENCE_WORDS: Final = {
    Independence.INDEPENDENT: "",
    Independence.SINGLE: "",
    Independence.COPIED: "copied wording",
    Independence.ONE_SPEAKER: "one speaker",
}
DECISION_WORDS: Final = {
    DecisionKind.ACCEPTED: "link accepted",
    DecisionKind.REJECTED: "link rejected",
    DecisionKind.MADE: "linked by hand",
}
STATE_WORDS: Final = {
    ReviewState.UNSEEN: "unseen",
    ReviewState.SEEN: "seen",
    ReviewState.CHECKED: "checked",
    ReviewState.NEEDS_A_CALL: "needs a call",
}
STATE_SIGNS: Final = {
    ReviewState.UNSEEN: "",
    ReviewState.SEEN: "·",
    ReviewState.CHECKED: "✓",
    ReviewState.NEEDS_A_CALL: "?",
}
STANDING_WORDS: Final = {
    Standing.FOUND: "",
    Standing.MOVED: "moved",
    Standing.REVIEW: "place to be decided",
    Standing.LOST: "lost",
}
STATUS_WORDS: Final = {Status.OPEN: "open", Status.CHECKED: "checked"}
BOUND_WORDS: Final = {
    Bound.EXACTLY: "exactly",
    Bound.ABOUT: "about",
    Bound.NEARLY: "nearly",
    Bound.UP_TO: "up to",
    Bound.OVER: "over",
    Bound.AT_LEAST: "at least",
    Bound.BETWEEN: "between",
    Bound.SINCE: "since",
    Bound.UNTIL: "until",
    Bound.VAGUE: "vague",
}

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def source_of(article: StoredArticle) -> str:
    """What an article is called in a narrow place: its outlet, else its title, else its file."""
    known = article.article
    return known.outlet or known.title or known.name


def title_of(article: StoredArticle) -> str:
    return article.article.title or article.article.name


def day(published: date | None) -> str:
    """'26 May 2022'; empty where it is unknown."""
    if published is None:
        return ""
    return f"{published.day} {_MONTHS[published.month - 1]} {published.year}"


def shared_words(passage: Passage, articles: int) -> str:
    """'4 of 5'."""
    return f"{passage.shared_by} of {articles}"


def verdict_words(verdict: Verdict) -> str:
    """'≠ conflict': the sign never stands alone."""
    return f"{VERDICT_SIGNS[verdict]} {VERDICT_WORDS[verdict]}"


def outcome_words(found: Outcome) -> str:
    """'≠ conflict' or 'no difference', for a narrow place."""
    return f"{OUTCOME_SIGNS[found]} {OUTCOME_WORDS[found]}".strip()


def outcome_told(found: Outcome) -> str:
    """'≠ conflict' or 'no difference found'."""
    return f"{OUTCOME_SIGNS[found]} {OUTCOME_TOLD[found]}".strip()


def score_words(link: Link) -> str:
    """How sure the machine is that two readings make one claim: 'score .71'."""
    if link.score >= 0.995:
        return "score 1"
    return f"score {link.score:.2f}".replace("0.", ".")


def value_words(figure: Figure) -> str:
    """A figure's value as a person would write it: '5,000', '3 to 5', '26 May 2022', 'unknown'."""
    first = _value(figure.value)
    told = f"{first} to {_value(figure.upper)}" if figure.upper is not None else first
    if figure.resolved is not None and figure.resolved != figure.value:
        return f"{told} (comes to {_value(figure.resolved)})"
    return told


def _value(value: int | float | str | None) -> str:
    if value is None:
        return "no number"
    if isinstance(value, str):
        return date_words(value)
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.6g}"


def date_words(told: str) -> str:
    """An ISO 8601 or EDTF date in words; what is not a plain date stays as it is.

    '2022-05-24' is '24 May 2022', 'XXXX-05-23' is '23 May', '2018-01/2018-06' both with 'to'.
    """
    if "/" in told:
        return " to ".join(date_words(part) for part in told.split("/") if part)
    parts = told.split("-")
    try:
        numbers = [0 if set(part) == {"X"} else int(part) for part in parts]
    except ValueError:
        return told
    if len(numbers) == 3 and 1 <= numbers[1] <= 12 and numbers[2]:
        year = f" {numbers[0]}" if numbers[0] else ""
        return f"{numbers[2]} {_MONTHS[numbers[1] - 1]}{year}"
    if len(numbers) == 2 and 1 <= numbers[1] <= 12:
        return f"{_MONTHS[numbers[1] - 1]} {numbers[0] or ''}".strip()
    return told


def unit_words(figure: Figure) -> str:
    """The unit as a person says it; empty where a figure has none."""
    return "" if figure.unit is None else {"percent": "per cent"}.get(figure.unit, figure.unit)


def others_words(others: Iterable[tuple[str, ReviewState]]) -> str:
    """What other people say of a passage: 'Bert: needs a call, Cleo: checked'."""
    return ", ".join(f"{name or 'Somebody'}: {STATE_WORDS[state]}" for name, state in others)


def count_words(count: int, one: str, many: str | None = None) -> str:
    """'1 note', '12 notes'."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
