"""A board with three small articles on it: emoji, no-break spaces and Arabic among their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.comparison import ComparedArticle, Comparison, Passage
from reader.core.difference.divergence import Divergence, DivergenceKind, Stated, Verdict
from reader.core.matching.link import Link, Reading, Relation, Same
from reader.core.text.article import Article
from reader.core.text.blocks import find_blocks
from reader.core.text.source import Source
from reader.places import find
from reader.store.project import Project
from reader.ui.appearance import Appearance
from reader.ui.columns.board import BoardView
from reader.ui.columns.column import Column
from reader.ui.session import Session
from reader.ui.settings import Settings
from tests.gui.columns.texts import COAST, HARBOUR, WIRE, at


def source(name: str, text: str, title: str, outlet: str | None = None) -> Source:
    article = Article(name, text, title=title, outlet=outlet, published=date(2024, 3, 5))
    return Source(article, text.encode(), "utf-8")


def by_hand(
    articles: Sequence[Article],
    options: object = None,
    *,
    decisions: object = (),
    cancelled: object = None,
    progress: object = None,
) -> Comparison:
    """What a comparison of the three articles comes to, written by hand so that tests know it."""
    order = [article.name for article in articles]
    texts = {article.name: article.text for article in articles}

    def reading(name: str, words: str) -> Reading:
        return Reading(order.index(name), at(texts[name], words))

    def tie(a: Reading, b: Reading, relation: Relation, same: str = "") -> Link:
        first, second = sorted((a, b))
        pairs: tuple[Same, ...] = ()
        if same:
            one, other = (texts[order[r.article]] for r in (first, second))
            pairs = (Same(at(one, same), at(other, same)),)
        return Link(first, second, relation, 0.9, True, pairs, ("people moved out",))

    links: list[Link] = []
    divergences: list[Divergence] = []
    passages: list[Passage] = []
    present = set(order)
    if {"harbour", "coast"} <= present:
        over = reading("harbour", "Over 5,000 people were moved out")
        nearly = reading("coast", "Nearly 5,000 people were moved out")
        links.append(tie(over, nearly, Relation.NEAR, "5,000 people were moved out"))
        sides = sorted(
            (r.article, at(texts[order[r.article]], w))
            for r, w in ((over, "Over 5,000"), (nearly, "Nearly 5,000"))
        )
        divergences.append(
            Divergence(
                DivergenceKind.FIGURE,
                Verdict.CONFLICT,
                Stated(*sides[0], 5000),
                Stated(*sides[1], 5000),
                "over 5,000 and nearly 5,000 cannot both hold",
                link=0,
            )
        )
        passages.append(Passage(tuple(sorted((over, nearly))), 2, Verdict.CONFLICT, (0,), (0,)))
    if {"harbour", "wire"} <= present:
        one = reading("harbour", "The warehouse stored paint.")
        other = reading("wire", "The warehouse stored paint.")
        links.append(tie(one, other, Relation.VERBATIM))
        number = len(links) - 1
        passages.append(Passage(tuple(sorted((one, other))), 2, Verdict.AGREE, (number,)))
    only: list[Reading] = []
    if "coast" in present:
        only.append(reading("coast", "Schools stay closed"))
        passages.append(Passage((only[0],), 1, Verdict.ONLY))
    compared = tuple(
        ComparedArticle(
            a.name,
            a.sha256,
            len(a.text),
            blocks := find_blocks(a),
            tuple(True for _ in blocks),
        )
        for a in articles
    )
    return Comparison(compared, tuple(links), tuple(divergences), tuple(passages), tuple(only))


@pytest.fixture
def look(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "look.json")


@pytest.fixture
def appearance(qtbot: QtBot, look: Settings) -> Appearance:
    """Light, and without motion: what glides is tested where it matters."""
    made = Appearance(find().resources, look)
    look.set("appearance", "calm", True)
    made.choose("light")
    made.finish()
    return made


@pytest.fixture
def lively(appearance: Appearance, look: Settings) -> Iterator[None]:
    """A desktop that asks for motion, and a person who has not asked for less."""
    effect = Qt.UIEffect.UI_General
    before = QApplication.isEffectEnabled(effect)
    QApplication.setEffectEnabled(effect, True)
    look.forget("appearance", "calm")
    yield
    QApplication.setEffectEnabled(effect, before)


@pytest.fixture
def empty_session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    made = Session(Settings(tmp_path / "settings.json"), by_hand)
    made.stories.open(Project.create(tmp_path / "desk.reader", person_name="Mara"))
    yield made
    made.close()


@pytest.fixture
def session(qtbot: QtBot, empty_session: Session) -> Session:
    sources = [
        source("harbour", HARBOUR, "Harbour fire destroys warehouse", "Harbour Post"),
        source("coast", COAST, "Warehouse blaze at the harbour", "Coast Daily"),
        source("wire", WIRE, "Town evacuated after fire"),
    ]
    with qtbot.waitSignal(empty_session.comparing.comparison_changed):
        empty_session.stories.add("The harbour fire", sources)
    return empty_session


@pytest.fixture
def board(qtbot: QtBot, session: Session, appearance: Appearance) -> Iterator[BoardView]:
    view = BoardView(session, appearance)
    qtbot.addWidget(view)
    view.resize(1280, 620)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    qtbot.waitUntil(lambda: view.is_settled)
    yield view
    view.stop()


@pytest.fixture
def columns(board: BoardView) -> dict[str, Column]:
    """The columns by the name of their article."""
    return {frame.stored.article.name: frame.column for frame in board.frames.values()}


@pytest.fixture
def ids(session: Session) -> dict[str, str]:
    """Article ids by name."""
    return {stored.article.name: stored.id for stored in session.stories.articles}
