"""How the articles of each story are compared, where that is not the default."""

from __future__ import annotations

import json

from reader.core.difference.divergence import DivergenceKind
from reader.core.options import Options
from reader.core.text.article import Role
from reader.store.events import Place
from reader.store.log import Log


class StoryOptions:
    """The comparison options of a project's stories."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def get(self, story_id: str) -> Options:
        """A story's options, the defaults where none were set."""
        row = self._log.connection.row("SELECT * FROM story_options WHERE id = ?", [story_id])
        if row is None:
            return Options()
        return Options(
            minimum_run=row["minimum_run"],
            roles=frozenset(Role(role) for role in json.loads(row["roles"])),
            kinds=frozenset(DivergenceKind(kind) for kind in json.loads(row["kinds"])),
            shown=row["shown"],
            faintest=row["faintest"],
        )

    def set(self, story_id: str, options: Options) -> None:
        """Keeps how a story is compared."""
        with self._log.change("Change comparison options", Place(story_id)) as change:
            change.put(
                "story_options",
                {
                    "id": story_id,
                    "minimum_run": options.minimum_run,
                    "roles": json.dumps(sorted(options.roles)),
                    "kinds": json.dumps(sorted(options.kinds)),
                    "shown": options.shown,
                    "faintest": options.faintest,
                },
            )
