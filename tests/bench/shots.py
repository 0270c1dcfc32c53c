"""Pictures of every surface, to be looked at: each scene in each theme, size and scale.

    python -m tests.bench.shots FOLDER [--scenes first,conflict] [--themes light,dark] [--quick]

Draws offscreen with the bundled story in a folder of its own; nothing of the person's is touched.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

SIZES = ((1280, 720), (1920, 1080))
THEMES = ("light", "dark", "contrast-light", "contrast-dark")


class Stage:
    """The real window on the bundled story, and how to bring it into each scene."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QApplication

        from reader import app as composition
        from reader import places

        self.app = QApplication.instance() or QApplication([])
        QApplication.setStyle("Fusion")
        self.window, self.session = composition.build(places.find())
        self.window.show()
        composition.begin(self.window, self.session, places.find(), [])
        while self.session.comparing.comparison is None:
            self.settle(50)
        self.settle()

    def settle(self, milliseconds: int = 350) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        # An event loop of its own lets the worker run; QTest.qWait would keep the interpreter.
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def scenes(self) -> dict[str, Callable[[], None]]:
        return {
            "first": self.first,
            "conflict": self.conflict,
            "note": self.note,
            "filtered": self.filtered,
            "figures": lambda: self.raise_dock("figures"),
            "quotations": lambda: self.raise_dock("quotations"),
            "annotations": lambda: self.raise_dock("annotations"),
            "story": lambda: self.raise_dock("story"),
            "find": self.find,
        }

    def raise_dock(self, name: str) -> None:
        self.window.docks[name].show()
        self.window.docks[name].raise_()

    def first(self) -> None:
        self.session.passages.activate(None)
        self.raise_dock("passages")

    def conflict(self) -> None:
        self.window.board.hint.end()
        self.raise_dock("passages")
        self.raise_dock("details")
        self.session.passages.activate(self.session.passages.listed[0])

    def note(self) -> None:
        self.conflict()
        tag = self.session.notes.tags[4]
        made = self.session.notes.tag_places(tag.id, every_reading=True)
        if made is not None:
            self.session.notes.write_note(made.id, "Over or nearly? Ask for the count itself.")
            self.session.notes.leave_note()
            self.session.notes.activate(made.id)
        self.raise_dock("note")

    def filtered(self) -> None:
        from reader.ui.listing import PassageFilter

        self.raise_dock("passages")
        self.raise_dock("details")
        self.session.passages.set_filter(PassageFilter(text="bachelet", least_shared=2))
        if self.session.passages.listed:
            self.session.passages.activate(self.session.passages.listed[0])

    def find(self) -> None:
        from PySide6.QtWidgets import QLineEdit

        self.session.passages.activate(None)
        self.window.board.open_find()
        field = self.window.board.find_bar.findChild(QLineEdit)
        assert field is not None
        field.setText("zenz")

    def back(self) -> None:
        from reader.ui.listing import PassageFilter

        self.window.board.close_find()
        self.session.passages.set_filter(PassageFilter())
        if self.session.notes.annotations:
            self.session.notes.undo()


def child(folder: Path, scenes: list[str], themes: list[str], sizes: list[tuple[int, int]]) -> None:
    stage = Stage()
    scale = os.environ.get("QT_SCALE_FACTOR", "1")
    told = stage.scenes()
    for width, height in sizes:
        stage.window.resize(width, height)
        stage.settle()
        stage.window.actions_by_id["view.reset"].trigger()
        stage.settle()
        for theme in themes:
            stage.window.appearance.choose(theme)
            for scene in scenes or list(told):
                told[scene]()
                stage.settle()
                name = f"{scene}-{theme}-{width}x{height}@{scale}.png"
                stage.window.grab().save(str(folder / name))
                stage.back()
    stage.window.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scenes", default="")
    parser.add_argument("--themes", default=",".join(THEMES))
    parser.add_argument("--sizes", default=",".join(f"{w}x{h}" for w, h in SIZES))
    parser.add_argument("--scales", default="1,2")
    parser.add_argument("--child", action="store_true")
    args = parser.parse_args()
    sizes = [(int(w), int(h)) for w, _, h in (s.partition("x") for s in args.sizes.split(","))]
    if args.child:
        scenes = [s for s in args.scenes.split(",") if s]
        child(args.folder, scenes, args.themes.split(","), sizes)
        return
    args.folder.mkdir(parents=True, exist_ok=True)
    for scale in args.scales.split(","):
        with tempfile.TemporaryDirectory() as home:
            environment = os.environ | {
                "SOURCE_READER_HOME": home,
                "QT_SCALE_FACTOR": scale,
                "QT_FONT_DPI": "96",
                "QT_QPA_PLATFORM": "offscreen",
            }
            given = [a for a in sys.argv[1:] if a != "--child"]
            subprocess.run(
                [sys.executable, "-m", "tests.bench.shots", *given, "--child"],
                env=environment,
                check=True,
            )


if __name__ == "__main__":
    main()
