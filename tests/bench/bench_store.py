"""Prints how long a project of 50 articles and 10,000 annotations takes to open, list and change.

Run by hand: `python tests/bench/bench_store.py`. It makes its project in a temporary folder.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store.project import Project

ARTICLES = 50
ANNOTATIONS = 10_000
WORDS_AN_ARTICLE = 3_000


def _text(chance: random.Random, words: list[str]) -> str:
    chosen = chance.choices(words, k=WORDS_AN_ARTICLE)
    for at in range(60, len(chosen), 60):
        chosen[at] += ".\n"
    return " ".join(chosen)


def fill(path: Path) -> str:
    """Makes the project of the bench at a path; returns the identifier of its story."""
    chance = random.Random(7)
    letters = "abcdefghijklmnopqrstuvwxyzéü"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 11))) for _ in range(8_000)]
    project = Project.create(path, person_name="Bench")
    story = project.stories.add("Bench")
    texts = [_text(chance, words) for _ in range(ARTICLES)]
    sources = [Source(Article(f"{n}.txt", t), t.encode(), "utf-8") for n, t in enumerate(texts)]
    stored = project.articles.add(story.id, sources)
    tags = [tag.id for tag in project.tags.all()]
    with project.log.change("Fill"):
        for _ in range(ANNOTATIONS):
            article = chance.choice(stored)
            start = chance.randrange(len(article.article.text) - 200)
            span = Span(start, start + chance.randint(10, 150))
            note = " ".join(chance.choices(words, k=12))
            chosen = chance.sample(tags, k=chance.randint(0, 2))
            project.annotations.add(story.id, [(article.id, span)], chosen, note)
    project.close()
    return story.id


def _print(what: str, call: Callable[[], object], times: int = 5) -> None:
    taken: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    print(f"{what:46} {statistics.median(taken) * 1000:9.1f} ms")


def main() -> None:
    """Makes the project, then times what a person waits for."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.reader"
        start = time.perf_counter()
        story_id = fill(path)
        print(f"{'fill: 10,000 annotations as one change':46} {time.perf_counter() - start:9.1f} s")
        print(f"{'size of the file':46} {path.stat().st_size / 1e6:9.1f} MB")
        _print("open and close", lambda: Project.open(path).close())
        _measure(Project.open(path), story_id)


def _measure(project: Project, story_id: str) -> None:
    _print("list articles with their texts, first time", lambda: project.articles.of(story_id), 1)
    _print("list articles with their texts", lambda: project.articles.of(story_id))
    _print("list 10,000 annotations, first time", lambda: project.annotations.of(story_id), 1)
    _print("list 10,000 annotations", lambda: project.annotations.of(story_id))
    notes = project.annotations.of(story_id)
    tag = project.tags.all()[1].id
    _print("filter the listed by tag", lambda: [one for one in notes if tag in one.tag_ids])
    _print("count the uses of tags", project.tags.uses)
    _print("get one annotation", lambda: project.annotations.get(notes[5_000].id))
    word = notes[77].note.split()[3]
    _print(f"search one word ({word})", lambda: project.search(word))
    _print("search a phrase", lambda: project.search(f"“{notes[78].note[:30]}”"))
    _print("search two letters (limit 1,000)", lambda: project.search("éü"))
    _print("search what is not there", lambda: project.search("nowhereatall"))
    turn = iter(range(10_000))
    _print("tag one note", lambda: project.annotations.set_tags(notes[next(turn)].id, [tag]), 20)
    _print("list after one was tagged", lambda: _tag_and_list(project, story_id, tag), 5)
    visit = iter(range(10_000))
    _print(
        "save a note while it is typed",
        lambda: project.annotations.edit_note(notes[9].id, f"typed {next(visit)}", "visit"),
        20,
    )
    _print("finish a note", lambda: project.annotations.finish_note("visit"), 1)
    first = project.articles.of(story_id)[0].id
    _print("add one note", lambda: project.annotations.add(story_id, [(first, Span(5, 50))]), 20)
    _print("undo", project.log.undo, 20)
    _print("redo", project.log.redo, 20)
    _print("name of what can be undone", lambda: project.log.undo_name)

    def tag_many() -> None:
        with project.log.change("Tag 1,000 notes"):
            for one in notes[2_000:3_000]:
                project.annotations.set_tags(one.id, [tag, *one.tag_ids])

    _print("tag 1,000 notes as one change", tag_many, 1)
    _print("undo that", project.log.undo, 1)
    _print(
        "delete 1,000 notes", lambda: project.annotations.remove([n.id for n in notes[:1000]]), 1
    )
    _print("history of one note", lambda: project.annotations.history(notes[9].id))
    _print("save a copy", lambda: project.save_copy(project.path.with_name("copy.reader")), 3)
    project.close()


def _tag_and_list(project: Project, story_id: str, tag: str) -> None:
    notes = project.annotations.of(story_id)
    project.annotations.set_tags(notes[-1].id, () if notes[-1].tag_ids else (tag,))
    project.annotations.of(story_id)


if __name__ == "__main__":
    main()
