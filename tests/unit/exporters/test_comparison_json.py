"""The JSON that is promised: its fields, its numbers, and its schema."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import jsonschema
import pytest

from reader.core.compare import compare
from reader.core.difference.divergence import DivergenceKind, Verdict
from reader.core.facts.figure import Bound, FigureKind
from reader.core.matching.link import Relation, Wording
from reader.core.options import FAINTEST, Options
from reader.core.text.article import COMPARED_ROLES, Article, Role
from reader.exporters.comparison_json import comparison_document, comparison_json
from reader.places import find
from tests.support.examples import COMPARISON, A

SCHEMA: dict[str, Any] = json.loads(
    (find({}).resources / "comparison.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("candidates", [True, False])
def test_what_is_printed_is_what_the_schema_says(candidates: bool) -> None:
    VALIDATOR.validate(json.loads(comparison_json(COMPARISON, candidates=candidates)))


HOSTILE = (
    "\u2028\ufeff “Never,” said Ann Lee (54). 12.5\u00a0km 😀\x0b $200m, over 20% of 5,000 boats.",
    "警方周二关闭了港口。 “Never, ever,” said Ann Lee. 20% of 5,000 boats sank\r on Tuesday",
    "\n\n".join(["Over 20% of 5,000 boats sank on Tuesday, said Ann Lee.", "", '"""', "."] * 3),
)
BUNDLED = tuple(path.read_text("utf-8") for path in sorted((find({}).corpus).glob("*.txt")))


@pytest.mark.parametrize("texts", [BUNDLED, HOSTILE], ids=["bundled", "hostile"])
def test_every_rule_of_the_promise_holds_for_a_real_answer(texts: tuple[str, ...]) -> None:
    articles = [Article(f"{number}", text) for number, text in enumerate(texts)]
    printed = comparison_document(compare(articles, Options(faintest=FAINTEST)), candidates=True)
    VALIDATOR.validate(json.loads(json.dumps(printed)))
    for text, article in zip(texts, printed["articles"], strict=True):
        blocks = [(block["start"], block["end"]) for block in article["blocks"]]
        assert blocks == sorted(blocks)
        assert all(one[1] <= other[0] for one, other in pairwise(blocks))
        covered = {at for start, end in blocks for at in range(start, end)}
        assert all(at in covered or sign.isspace() for at, sign in enumerate(text))
        for block in article["blocks"]:
            assert block["compared"] == (Role(block["role"]) in COMPARED_ROLES)
    for link in printed["links"]:
        a, b = ((link[side]["article"], link[side]["start"]) for side in "ab")
        assert a < b
        assert (link["wording"] is None) == (link["relation"] != "verbatim")
        assert not (link["shown"] and link["wording"] == "name")
    for divergence in printed["divergences"]:
        assert (divergence["b"] is None) == (divergence["verdict"] == "only")
        assert divergence["link"] is None or printed["links"][divergence["link"]]["shown"]
    alone = [p["readings"][0] for p in printed["passages"] if len(p["readings"]) == 1]
    assert alone == printed["only"]
    for passage in printed["passages"]:
        assert passage["shared_by"] == len({one["article"] for one in passage["readings"]})


def test_the_promise_to_the_letter() -> None:
    printed = comparison_document(COMPARISON, candidates=True)
    assert list(printed) == [
        "format",
        "version",
        "complete",
        "articles",
        "links",
        "divergences",
        "passages",
        "figures",
        "quotes",
        "only",
    ]
    assert (printed["format"], printed["version"]) == ("source-reader.comparison", 1)
    assert printed["articles"][0] == {
        "name": "a.txt",
        "sha256": A.sha256,
        "length": len(A.text),
        "blocks": [
            {"start": 0, "end": 18, "role": "headline", "compared": True},
            {"start": 20, "end": 61, "role": "body", "compared": True},
            {"start": 63, "end": 73, "role": "furniture", "compared": False},
        ],
    }
    assert printed["links"][1] == {
        "a": {"article": 0, "start": 20, "end": 61},
        "b": {"article": 1, "start": 0, "end": 31},
        "relation": "near",
        "score": 0.875,
        "shown": True,
        "wording": None,
        "same": [{"a": [31, 48], "b": [13, 30]}],
        "why": ["4 of 6 words are the same"],
    }
    assert printed["divergences"][0] == {
        "kind": "figure",
        "verdict": "conflict",
        "link": 1,
        "a": {"article": 0, "start": 20, "end": 30, "value": 5000},
        "b": {"article": 1, "start": 0, "end": 12, "value": 5000},
        "reason": "over 5,000 and nearly 5,000 cannot both hold",
    }
    assert printed["passages"][1] == {
        "readings": [
            {"article": 0, "start": 20, "end": 61},
            {"article": 1, "start": 0, "end": 31},
        ],
        "shared_by": 2,
        "verdict": "conflict",
    }
    assert printed["figures"] == [
        {
            "article": 0,
            "start": 20,
            "end": 30,
            "text": "Over 5,000",
            "kind": "count",
            "value": 5000,
            "resolved": None,
            "unit": None,
            "bound": ">",
            "of": "photos",
        }
    ]
    assert printed["quotes"] == [
        {"article": 1, "start": 45, "end": 54, "speaker": "Zenz", "verb": "said"}
    ]
    assert len(printed["only"]) == 1


def test_without_candidates_only_what_is_shown_is_printed_and_indices_follow() -> None:
    printed = comparison_document(COMPARISON)
    assert [link["relation"] for link in printed["links"]] == ["near"]
    reasons = {d["reason"]: d["link"] for d in printed["divergences"]}
    assert reasons == {
        "over 5,000 and nearly 5,000 cannot both hold": 0,
        "inside <one> article": None,
    }


def test_every_word_of_the_engine_is_in_the_schema() -> None:
    defined = SCHEMA["$defs"]
    properties = {name: defined[name].get("properties", {}) for name in defined}
    for words, listed in (
        (Role, properties["block"]["role"]["enum"]),
        (Relation, properties["link"]["relation"]["enum"]),
        (Wording, [w for w in properties["link"]["wording"]["enum"] if w]),
        (DivergenceKind, properties["divergence"]["kind"]["enum"]),
        (Verdict, defined["verdict"]["enum"]),
        (FigureKind, properties["figure"]["kind"]["enum"]),
        (Bound, properties["figure"]["bound"]["enum"]),
    ):
        assert sorted(listed) == sorted(word.value for word in words)


def test_the_schema_refuses_what_is_not_promised() -> None:
    for spoil in (
        lambda d: d.update(extra=1),
        lambda d: d["links"][0].update(score=1.5),
        lambda d: d["links"][0].pop("same"),
        lambda d: d["divergences"][0].update(b=None),
        lambda d: d["articles"][0].update(sha256="ab"),
        lambda d: d["passages"][0].update(readings=[]),
    ):
        printed = comparison_document(COMPARISON, candidates=True)
        spoil(printed)
        assert not VALIDATOR.is_valid(printed)


def test_an_answer_cut_short_says_so() -> None:
    cut = replace(COMPARISON, complete=False, left_out="the last two articles")
    assert comparison_document(cut)["complete"] is False
