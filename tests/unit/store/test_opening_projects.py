"""What is a project, what is not, and that looking changes nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.core.annotating.annotation import Standing, StoredArticle, Story
from reader.core.text.span import Span
from reader.store import errors
from reader.store.project import Project
from reader.store.schema import VERSION


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def change_file(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_looking_leaves_the_bytes_as_they_were(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    project.annotations.add(story.id, [(articles[0].id, Span(4, 9))], note="see")
    path = project.path
    project.close()
    before, times = fingerprint(path), path.stat().st_mtime_ns
    again = Project.open(path)
    assert [one.title for one in again.stories.all()] == ["The visit"]
    again.articles.of(story.id)
    again.annotations.of(story.id)
    again.annotations.removed(story.id)
    again.search("visit")
    again.tags.uses()
    again.people.me()
    again.options.get(story.id)
    again.reviews.of(story.id)
    again.decisions.of(story.id)
    again.log.changes()
    assert again.log.undo_name == "Add note"
    again.close()
    assert fingerprint(path) == before
    assert path.stat().st_mtime_ns == times
    assert sorted(os.listdir(path.parent)) == [path.name]


def test_a_new_project_has_its_codebook_and_its_maker(project: Project) -> None:
    names = [(tag.hotkey, tag.name) for tag in project.tags.all()]
    assert names[0] == ("1", "claim")
    assert names[-1] == ("8", "to verify")
    assert project.people.me().name == "Ann"
    assert project.log.undo_name is None
    assert not project.read_only


@pytest.mark.skipif(sys.platform == "win32", reason="such names are not allowed there")
def test_a_path_may_hold_any_character(tmp_path: Path) -> None:
    path = tmp_path / "a #1 ?mode=ro &% ü 😀" / "my “visit” %41.reader"
    Project.create(path).close()
    project = Project.open(path)
    project.stories.add("One")
    project.save_copy(path.with_name("copy #2?.reader"))
    project.close()
    assert sorted(os.listdir(path.parent)) == ["copy #2?.reader", path.name]


def test_creating_never_replaces_a_file(path: Path) -> None:
    path.write_text("my notes")
    with pytest.raises(errors.AlreadyThere, match="already exists"):
        Project.create(path)
    assert path.read_text() == "my notes"


def test_nothing_is_left_where_creating_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(errors.Unreadable):
        Project.create(tmp_path / "file" / "work.reader")
    assert os.listdir(tmp_path) == ["file"]


def test_a_missing_file(path: Path) -> None:
    with pytest.raises(errors.NoSuchProject, match="no project at"):
        Project.open(path)
    assert not path.exists()


@pytest.mark.parametrize(
    ("contents", "what"),
    [
        (b"", "an empty file"),
        ("Wörter über Wörter".encode(), "no database"),
        (b"SQLite format 3\0" + b"\xff" * 200, "no database"),
    ],
    ids=["empty", "text", "noise after the header"],
)
def test_a_file_that_is_no_project(path: Path, contents: bytes, what: str) -> None:
    path.write_bytes(contents)
    with pytest.raises(errors.NotAProject, match=f"it is {what}"):
        Project.open(path)
    assert path.read_bytes() == contents


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(errors.NotAProject, match="it is a folder"):
        Project.open(tmp_path)


def test_a_database_of_another_program(path: Path) -> None:
    change_file(path, "CREATE TABLE mail (id INTEGER)")
    before = fingerprint(path)
    with pytest.raises(errors.NotAProject, match="another program's database"):
        Project.open(path)
    assert fingerprint(path) == before


def test_a_newer_format_is_refused_untouched(project: Project) -> None:
    project.close()
    change_file(project.path, f"PRAGMA user_version = {VERSION + 1}")
    before = fingerprint(project.path)
    with pytest.raises(errors.TooNew) as refused:
        Project.open(project.path)
    assert "newer version" in refused.value.title
    assert f"format {VERSION + 1}" in refused.value.advice
    assert fingerprint(project.path) == before


def test_a_truncated_project_is_told(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    project.close()
    whole = project.path.read_bytes()
    project.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(errors.Damaged, match=r"“work.reader” is damaged"):
        Project.open(project.path)


def test_a_page_of_noise_is_told(project: Project) -> None:
    project.close()
    contents = bytearray(project.path.read_bytes())
    contents[3 * 4096 : 4 * 4096] = b"\xa5" * 4096
    project.path.write_bytes(contents)
    with pytest.raises(errors.Damaged):
        Project.open(project.path)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER spy AFTER INSERT ON tag BEGIN UPDATE annotation SET note = ''; END",
        "CREATE VIEW spy AS SELECT * FROM annotation",
        "DROP TRIGGER event_is_not_deleted",
        "DROP TABLE draft",
    ],
)
def test_a_foreign_or_missing_part_of_the_schema_is_told(project: Project, sql: str) -> None:
    project.close()
    change_file(project.path, sql)
    with pytest.raises(errors.Damaged, match="another program has changed"):
        Project.open(project.path)


def test_an_index_that_another_program_added_does_no_harm(project: Project) -> None:
    project.close()
    change_file(project.path, "CREATE INDEX faster ON annotation (status)")
    Project.open(project.path).close()


def test_a_text_that_was_changed_behind_our_back_is_told(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    project.close()
    change_file(project.path, "UPDATE text SET text = text || '!'")
    again = Project.open(project.path)
    with pytest.raises(errors.Damaged, match="not as it was saved"):
        again.articles.of(story.id)
    again.close()


def test_a_place_that_was_shifted_behind_our_back_is_never_shown_on_other_words(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    note = project.annotations.add(story.id, [(articles[0].id, Span(4, 9))])
    connection = project.log.connection.db.conn
    connection.execute("UPDATE target SET found_start = 5, found_end = 10")
    connection.commit()
    (target,) = project.annotations.get(note.id).targets
    assert (target.standing, target.span) == (Standing.LOST, None)
    assert target.anchor.quote == "visit"


def test_wal_mode_is_put_back(project: Project) -> None:
    project.close()
    change_file(project.path, "PRAGMA journal_mode = WAL")
    again = Project.open(project.path)
    again.stories.add("One")
    again.close()
    assert os.listdir(project.path.parent) == [project.path.name]
    assert project.path.read_bytes()[18:20] == b"\x01\x01"


def test_opened_for_reading_alone_it_reads_and_refuses_to_change(
    project: Project, story: Story
) -> None:
    project.close()
    again = Project.open(project.path, read_only=True)
    assert again.read_only
    assert [one.title for one in again.stories.all()] == ["The visit"]
    with pytest.raises(errors.ReadOnlyProject, match="can only be read") as refused:
        again.stories.rename(story.id, "Other")
    assert "Save a copy" in refused.value.advice
    with pytest.raises(errors.ReadOnlyProject):
        again.log.undo()
    again.save_copy(project.path.with_name("copy.reader"))
    again.close()
    copy = Project.open(project.path.with_name("copy.reader"))
    assert not copy.read_only
    copy.close()


_READ_AS_NOBODY = """
import os, sys
from pathlib import Path
from reader.store.project import Project
from reader.store.errors import ReadOnlyProject
Path(sys.argv[1]).as_uri()  # since 3.13 its modules come late, from where nobody may read
if os.geteuid() == 0:
    os.seteuid(65534)
project = Project.open(Path(sys.argv[1]))
print(project.read_only, len(project.tags.all()))
try:
    project.stories.add("New")
except ReadOnlyProject as error:
    print(error.title)
"""


@pytest.fixture
def public_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are not modes there")
def test_a_file_that_may_not_be_written_opens_for_reading(public_folder: Path) -> None:
    path = public_folder / "work.reader"
    Project.create(path).close()
    path.chmod(0o444)
    public_folder.chmod(0o555)
    child = subprocess.run(
        [sys.executable, "-c", _READ_AS_NOBODY, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert child.stdout.splitlines() == ["True 8", "“work.reader” can only be read."]


def test_a_locked_project_says_so_and_loses_nothing(project: Project, story: Story) -> None:
    other = sqlite3.connect(project.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(errors.Locked, match="Another program is using"):
        project.stories.rename(story.id, "Other")
    assert [one.title for one in project.stories.all()] == ["The visit"]
    other.execute("ROLLBACK")
    other.close()
    project.stories.rename(story.id, "Other")
    assert [one.title for one in project.stories.all()] == ["Other"]


def test_a_project_locked_for_good_cannot_be_opened(project: Project) -> None:
    project.close()
    other = sqlite3.connect(project.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(errors.Locked):
        Project.open(project.path)
    other.close()


def test_a_full_disk_says_so_and_the_project_stays_whole(
    project: Project, story: Story, articles: tuple[StoredArticle, ...]
) -> None:
    connection = project.log.connection.db.conn
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    long_note = "A note that needs more room than there is. " * 2000
    with pytest.raises(errors.DiskFull, match="no room left"):
        project.annotations.add(story.id, [(articles[0].id, Span(4, 9))], note=long_note)
    assert project.annotations.of(story.id) == ()
    assert project.log.undo_name == "Add 2 articles"
    connection.execute(f"PRAGMA max_page_count = {pages + 1000}")
    project.annotations.add(story.id, [(articles[0].id, Span(4, 9))], note=long_note)
    assert project.search("needs more room")


def test_a_connection_belongs_to_one_thread_until_another_takes_it_over(
    project: Project, story: Story
) -> None:
    raised: list[AssertionError] = []
    read: list[tuple[Story, ...]] = []

    def on_another_thread(do: Callable[[], None]) -> None:
        thread = threading.Thread(target=do)
        thread.start()
        thread.join()

    def look() -> None:
        try:
            read.append(project.stories.all())
        except AssertionError as error:
            raised.append(error)

    on_another_thread(look)
    assert len(raised) == 1
    assert not read

    def take_over_and_look() -> None:
        project.take_over()
        look()

    on_another_thread(take_over_and_look)
    assert read == [(story,)]
    with pytest.raises(AssertionError, match="thread"):
        project.stories.add("Elsewhere")
    project.take_over()
    assert project.stories.add("Back again").title == "Back again"
