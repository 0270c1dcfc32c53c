"""The hand-made tables of divergences: what must be said, and what must not.

Each case is a pair of readings with one kind and a verdict: that verdict must be given for that
kind, and no conflict besides; 'none' means that no conflict of that kind may be given, 'silent'
that nothing of it may be told at all. Where `article_a` or `article_b` is given, the reading is a
part of that longer text; where both are the same, of one article. A case that fails is marked
`known = true` and stays; when it passes, the mark must go.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.difference.find import divergences
from reader.core.difference.pair import Pair
from reader.core.facts.analysis import analyse
from reader.core.text.article import Article
from reader.core.text.span import Span

TABLES = Path(__file__).parents[3] / "golden" / "divergences"


@dataclass(frozen=True)
class Case:
    table: str
    name: str
    a: str
    b: str
    kind: DivergenceKind
    verdict: Verdict | None
    known: bool = False
    published_a: date | None = None
    published_b: date | None = None
    article_a: str | None = None
    article_b: str | None = None
    silent: bool = False

    @property
    def pair(self) -> Pair:
        """Both readings, each in the article it stands in."""
        text_a, text_b = self.article_a or self.a, self.article_b or self.b
        a = analyse(Article("a", text_a, published=self.published_a))
        b = analyse(Article("b", text_b, published=self.published_b)) if text_a != text_b else a
        at_a, at_b = text_a.index(self.a), text_b.index(self.b)
        span_a, span_b = Span(at_a, at_a + len(self.a)), Span(at_b, at_b + len(self.b))
        return Pair(a, b, 0, int(a is not b), span_a, span_b)

    @property
    def traps(self) -> bool:
        """Whether a conflict here is a false alarm."""
        return self.verdict is not Verdict.CONFLICT


@cache
def cases() -> tuple[Case, ...]:
    found: list[Case] = []
    for table in sorted(TABLES.glob("*.toml")):
        for entry in tomllib.loads(table.read_text(encoding="utf-8"))["case"]:
            verdict = entry.pop("verdict")
            kind = DivergenceKind(entry.pop("kind"))
            silent = verdict == "silent"
            told = None if verdict in ("none", "silent") else Verdict(verdict)
            found.append(Case(table.stem, kind=kind, verdict=told, silent=silent, **entry))
    return tuple(found)


@cache
def found_in(case: Case) -> tuple[Divergence, ...]:
    return tuple(divergences(case.pair, {case.kind}))


def passes(case: Case) -> bool:
    verdicts = {divergence.verdict for divergence in found_in(case)}
    if (case.traps and Verdict.CONFLICT in verdicts) or (case.silent and verdicts):
        return False
    return case.verdict is None or case.verdict in verdicts


def params() -> list[object]:
    return [
        pytest.param(
            case,
            id=f"{case.table}: {case.name}",
            marks=pytest.mark.xfail(reason="known", strict=True) if case.known else (),
        )
        for case in cases()
    ]


@pytest.mark.parametrize("case", params())
def test_case(case: Case) -> None:
    assert passes(case), [
        (one.kind, one.verdict, one.a.value, one.b and one.b.value, one.reason)
        for one in found_in(case)
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.table}: {case.name}")
def test_sides_may_be_exchanged(case: Case) -> None:
    there = divergences(case.pair.swapped(), {case.kind})
    assert sorted(one.verdict for one in there) == sorted(one.verdict for one in found_in(case))


def test_every_kind_has_a_table() -> None:
    assert {case.kind for case in cases()} == set(DivergenceKind)


def test_half_of_the_cases_are_traps() -> None:
    traps = sum(case.traps for case in cases())
    assert len(cases()) >= 150
    assert 0.4 <= traps / len(cases()) <= 0.7


def test_enough_conflicts_are_found_and_few_alarms_are_false() -> None:
    conflicts = [case for case in cases() if not case.traps]
    traps = [case for case in cases() if case.traps]
    raised = {
        case for case in cases() if any(d.verdict is Verdict.CONFLICT for d in found_in(case))
    }
    missed = [case.name for case in conflicts if case not in raised]
    false = [case.name for case in traps if case in raised]
    assert len(missed) <= 0.1 * len(conflicts), missed
    assert len(false) <= 0.05 * len(traps), false
