"""All that one text says by itself: blocks, sentences, figures, quotations, names, attributions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any, Final, TypeVar, TypeVarTuple

from reader.core.facts.attribution import Attribution, find_attributions
from reader.core.facts.clauses import Clause, clauses_of
from reader.core.facts.figure import Figure
from reader.core.facts.figures import find_figures
from reader.core.facts.figures.published import find_published
from reader.core.facts.names import Name, find_names
from reader.core.facts.quotation import Quotation
from reader.core.facts.quotations import find_quotations
from reader.core.facts.speakers import Speakers
from reader.core.letting_go import let_go
from reader.core.pace import ignore
from reader.core.text.article import COMPARED_ROLES, Article, Block, Role
from reader.core.text.blocks import find_blocks, flowing
from reader.core.text.laid import Laid
from reader.core.text.sentences import sentences
from reader.core.text.span import Span
from reader.core.text.tokens import Token, Word, tokenize, words

_LONGEST_READING: Final = 20_000
"""Code points of one reading whose clauses are looked at: work on a pair stays bounded."""


_S = TypeVar("_S", Span, Block)
_V = TypeVar("_V")
_Ts = TypeVarTuple("_Ts")


@dataclass(frozen=True, eq=False)
class Analysis:
    """One article read by itself; every part is worked out once, when first asked for.

    All spans count code points of the article's whole text. Sentences, figures, quotations, names
    and attributions are those of the compared blocks and of no others.
    """

    article: Article
    roles: frozenset[Role] = COMPARED_ROLES
    did: Callable[[int], None] = ignore
    """Is told how many more code points a part was read in, as it is read."""

    @property
    def text(self) -> str:
        return self.article.text

    @cached_property
    def _found(self) -> dict[tuple[object, ...], Any]:
        return {}

    def once(self, work: Callable[[Analysis, *_Ts], _V], *about: *_Ts) -> _V:
        """What `work` finds about something of this text: worked out once, kept as long as this.

        For what is found out about a text elsewhere and asked for again and again.
        """
        key = (work, *about)
        if key not in self._found:
            self._found[key] = work(self, *about)
        found: _V = self._found[key]
        return found

    def forget(self) -> None:
        """Let go, a little at a time, of all that was worked out; it can be worked out again."""
        known = vars(self)
        own = {part.name for part in fields(self)}
        let_go({name: known.pop(name) for name in list(known) if name not in own})

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Stretches with one role each; they cover every character that is not blank."""
        return find_blocks(self.article, self.did)

    @cached_property
    def compared(self) -> tuple[bool, ...]:
        """For each block, whether it is compared."""
        return tuple(block.role in self.roles for block in self.blocks)

    @cached_property
    def flow(self) -> str:
        """The text with a blank for each line feed inside a block; its spans are the text's own.

        Facts are read from it, so that a wrapped line ends no quotation, name or figure.
        """
        return flowing(self.text, self.blocks)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Tokens of the whole text; they cover every character."""
        return tokenize(self.text, self.did)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The tokens of the whole text that are words or numbers."""
        return words(self.text, self.did)

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """The tokens that lie inside `span` whole."""
        return self._laid_tokens.inside(span)

    def words_in(self, span: Span) -> Sequence[Word]:
        """The words of the whole text that lie inside `span` whole."""
        return self._laid_words.inside(span)

    @cached_property
    def _laid_tokens(self) -> Laid[Token]:
        return Laid(self.tokens)

    @cached_property
    def _laid_words(self) -> Laid[Word]:
        return Laid(self.words)

    @cached_property
    def _clauses(self) -> dict[Span, tuple[Clause, ...]]:
        return {}

    def clauses_in(self, span: Span) -> tuple[Clause, ...]:
        """The small clauses of `span`, cut once; of a very long one only the first."""
        known = self._clauses.get(span)
        if known is None:
            part = Span(span.start, min(span.end, span.start + _LONGEST_READING))
            known = self._clauses[span] = clauses_of(self.text, self.tokens_in(part))
        return known

    @cached_property
    def _sentences_by_block(self) -> tuple[tuple[Span, ...], ...]:
        found: list[tuple[Span, ...]] = []
        for block, compared in zip(self.blocks, self.compared, strict=True):
            found.append(sentences(self.text, (block,)) if compared else ())
            self.did(len(block.span))
        return tuple(found)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences of the compared blocks in order; none crosses a block's edge."""
        return tuple(span for spans in self._sentences_by_block for span in spans)

    @cached_property
    def sentence_blocks(self) -> tuple[int, ...]:
        """For each sentence, the index of its block."""
        return tuple(index for index, spans in enumerate(self._sentences_by_block) for _ in spans)

    @cached_property
    def published(self) -> date | None:
        """The article's date: the known one, else what its byline or the page around it says."""
        return self.article.published or find_published(self.flow, self.blocks)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        found: list[Figure] = []
        for block, compared in zip(self.blocks, self.compared, strict=True):
            if compared:
                found.extend(
                    find_figures(self.flow, block.span, self.published, self.article.language)
                )
            self.did(len(block.span))
        return tuple(found)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        return find_names(self.flow, self._watched(self.sentences))

    @cached_property
    def speakers(self) -> Speakers:
        """The people of the article, by every form of their names."""
        return Speakers(self.flow, self.names)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Quotations by order of start; an inner quotation follows the one it stands in."""
        parts = self._watched(self.blocks), self.compared, self.sentences
        return find_quotations(self.flow, *parts, self.names, self.speakers)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who is said to have said what, without quotation marks."""
        said = self.names, self.quotations, self.speakers
        return find_attributions(self.flow, self._watched(self.sentences), self.words, *said)

    def _watched(self, pieces: Iterable[_S]) -> Iterator[_S]:
        """The same pieces; it is told as they are taken."""
        for piece in pieces:
            self.did(len(piece if isinstance(piece, Span) else piece.span))
            yield piece

    @cached_property
    def _laid_figures(self) -> Laid[Figure]:
        return Laid(self.figures)

    @cached_property
    def _laid_names(self) -> Laid[Name]:
        return Laid(self.names)

    @cached_property
    def _laid_quotations(self) -> Laid[Quotation]:
        return Laid(self.quotations)

    @cached_property
    def _laid_attributions(self) -> Laid[Attribution]:
        return Laid(self.attributions)

    @cached_property
    def _sentence_edges(self) -> tuple[list[int], list[int]]:
        starts = [span.start for span in self.sentences]
        return starts, [span.end for span in self.sentences]

    def figures_in(self, span: Span) -> tuple[Figure, ...]:
        """Figures that overlap `span`."""
        return self._laid_figures.touching(span)

    def names_in(self, span: Span) -> tuple[Name, ...]:
        """Names that overlap `span`."""
        return self._laid_names.touching(span)

    @cached_property
    def _names_by_word(self) -> dict[str, tuple[Name, ...]]:
        found: dict[str, dict[tuple[str, ...], Name]] = {}
        for name in self.names:
            for word in name.words:
                found.setdefault(word, {}).setdefault(name.words, name)
        return {word: tuple(names.values()) for word, names in found.items()}

    def names_like(self, words: Sequence[str]) -> tuple[Name, ...]:
        """The article's names that share one of these folded words, each form once."""
        found: dict[tuple[str, ...], Name] = {}
        for word in words:
            for name in self._names_by_word.get(word, ()):
                found.setdefault(name.words, name)
        return tuple(found.values())

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """Quotations that overlap `span`."""
        return self._laid_quotations.touching(span)

    def attributions_in(self, span: Span) -> tuple[Attribution, ...]:
        """Attributions that overlap `span`."""
        return self._laid_attributions.touching(span)

    def sentences_in(self, span: Span) -> tuple[Span, ...]:
        """Sentences that overlap `span`."""
        starts, ends = self._sentence_edges
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        return tuple(one for one in self.sentences[first:last] if one.overlaps(span))


def analyse(
    article: Article,
    roles: frozenset[Role] = COMPARED_ROLES,
    did: Callable[[int], None] = ignore,
) -> Analysis:
    """What `article` says by itself, comparing blocks of `roles` alone; `did` as in `Analysis`."""
    return Analysis(article, roles, did)
