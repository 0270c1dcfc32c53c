"""The bar above the list of annotations: what is searched for, filtered, and grouped by."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QToolButton, QWidget

from reader.core.annotating.annotation import Standing, Status
from reader.ui.appearance import SPACES
from reader.ui.panels.annotations.rows import AnnotationFilter, Grouping
from reader.ui.panels.words import STANDING_WORDS, STATUS_WORDS, source_of
from reader.ui.session import Session
from reader.ui.widgets.choices import Choice, choice
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.saying import Saying
from reader.ui.widgets.search_field import TYPING_PAUSE, SearchField

_GROUPS = {
    Grouping.ARTICLE: "By article",
    Grouping.TAG: "By tag",
    Grouping.RATING: "By rating",
    Grouping.PASSAGE: "By passage",
}
_UNSETTLED = (Standing.MOVED, Standing.REVIEW, Standing.LOST)
"""What a newer version of an article leaves for the person to look at."""


class AnnotationsBar(QWidget):
    """Filters combine; the choice of a person is only there where several have noted something."""

    changed = Signal()
    """Other annotations should be listed."""
    grouping_changed = Signal()
    left_downwards = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.search = SearchField("Search notes, quotes, articles")
        self.grouping = Choice("Group by", 10)
        for grouping, words in _GROUPS.items():
            self.grouping.addItem(words, grouping)
        self.article = choice("Article", "Any article", ())
        self.tag = choice("Tag", "Any tag", ())
        self.rating = choice("Rating", "Any rating", ())
        self.status = choice("Status", "Any status", [(STATUS_WORDS[s], s) for s in Status])
        self.standing = choice("Place", "Any place", [(STANDING_WORDS[s], s) for s in _UNSETTLED])
        self.person = choice("Person", "Any person", ())
        for combo in (self.article, self.tag, self.rating, self.person):
            combo.setMinimumContentsLength(10)
        self.deleted = QToolButton()
        self.deleted.setText("Deleted")
        self.deleted.setCheckable(True)
        self.deleted.setProperty("role", "toggle")
        self.deleted.setAccessibleName("List deleted notes")
        self.clear = QToolButton()
        self.clear.setText("Clear")
        self.clear.setProperty("role", "slim")  # the line stays as high as it is without it
        self.clear.setAccessibleName("Clear all filters")
        self.count = Saying("How many notes are listed")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self._lay_out()
        self._connect()
        self._offer_articles()
        self._offer_tags()
        self._offer_ratings()
        self._offer_people()

    @property
    def combos(self) -> tuple[QComboBox, ...]:
        """The filters, each with an entry that filters nothing."""
        return (self.article, self.tag, self.rating, self.status, self.standing, self.person)

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    @property
    def chosen(self) -> AnnotationFilter:
        status, standing = self.status.currentData(), self.standing.currentData()
        return AnnotationFilter(
            tag_id=self.tag.currentData(),
            rating_id=self.rating.currentData(),
            status=None if status is None else Status(status),
            article_id=self.article.currentData(),
            standing=None if standing is None else Standing(standing),
            person_id=self.person.currentData(),
        )

    @property
    def is_filtering(self) -> bool:
        return bool(self.text) or any(combo.currentIndex() for combo in self.combos)

    def _lay_out(self) -> None:
        flow = FlowLayout(self)
        flow.setContentsMargins(SPACES[1], SPACES[0], SPACES[1], SPACES[0])
        # As above the passages: what comes and goes takes its room from the search alone.
        choices = (self.grouping, *self.combos, self.deleted)
        for widget in (*choices, self.search, self.clear, self.count):
            flow.addWidget(widget)
        self.clear.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(self._tell)
        self.search.left_downwards.connect(self.left_downwards)
        self._typing.timeout.connect(self._tell)
        for combo in self.combos:
            combo.currentIndexChanged.connect(self._tell)
        self.deleted.toggled.connect(self._tell)
        self.clear.clicked.connect(self._clear)
        self.grouping.currentIndexChanged.connect(self.grouping_changed)
        notes, stories = self._session.notes, self._session.stories
        notes.tags_changed.connect(self._offer_tags)
        notes.ratings_changed.connect(self._offer_ratings)
        notes.annotations_changed.connect(self._offer_people)
        for changed in (stories.articles_changed, stories.story_changed):
            changed.connect(self._offer_articles)

    def _tell(self) -> None:
        self._typing.stop()
        self.clear.setVisible(self.is_filtering)
        self.changed.emit()

    def _clear(self) -> None:
        blockers = [QSignalBlocker(widget) for widget in (self.search, *self.combos)]
        self.search.clear()
        for combo in self.combos:
            combo.setCurrentIndex(0)
        for blocker in blockers:
            blocker.unblock()
        self._tell()

    # ---- what there is to choose from

    def _offer_articles(self) -> None:
        articles = self._session.stories.articles
        self._offer(self.article, [(source_of(one), one.id) for one in articles])

    def _offer_tags(self) -> None:
        self._offer(self.tag, [(tag.name, tag.id) for tag in self._session.notes.tags])

    def _offer_ratings(self) -> None:
        self._offer(self.rating, [(one.name, one.id) for one in self._session.notes.all_ratings])

    def _offer_people(self) -> None:
        """Those whose notes are shown: a hidden person's name stays hidden too."""
        noted = {one.person_id for one in self._session.notes.annotations}
        people = self._session.stories.project.people.all() if noted else ()
        several = [(one.name or "without a name", one.id) for one in people if one.id in noted]
        self._offer(self.person, several if len(several) > 1 else ())
        self.person.setVisible(len(several) > 1)

    def _offer(self, combo: QComboBox, entries: Iterable[tuple[str, str]]) -> None:
        """Other entries below the first; what is chosen stays so where it is still there."""
        before = combo.currentData()
        with QSignalBlocker(combo):
            while combo.count() > 1:
                combo.removeItem(1)
            for words, value in entries:
                combo.addItem(words, value)
            combo.setCurrentIndex(max(0, combo.findData(before)))
        if combo.currentData() != before:
            self._tell()
