"""Pictures of every surface, to be looked at: each scene in each theme, size and scale.

    python -m tests.bench.shots FOLDER [--scenes first,conflict] [--themes light,dark]
        [--sizes 1280x720,1920x1080] [--scales 1,2]

Draws offscreen with the bundled story in a folder of its own; nothing of the person's is touched.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SIZES = ((1280, 720), (1920, 1080))
THEMES = ("light", "dark", "contrast-light", "contrast-dark")


def child(folder: Path, scenes: list[str], themes: list[str], sizes: list[tuple[int, int]]) -> None:
    """All pictures at the scale that the environment says."""
    from tests.bench.stage import Stage  # Qt reads the scale when it is loaded

    scale = os.environ.get("QT_SCALE_FACTOR", "1")
    stage = Stage()
    told = stage.scenes()
    for width, height in sizes:
        stage.window.resize(width, height)
        stage.settle()
        for theme in themes:
            stage.window.appearance.choose(theme)
            for scene in scenes or list(told):
                stage.window.actions_by_id["view.reset"].trigger()
                stage.settle(100)
                told[scene]()
                stage.compared()
                stage.settle()
                name = f"{scene}-{theme}-{width}x{height}@{scale}.png"
                stage.picture().save(str(folder / name))
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
