"""When Python looks for reference cycles: on the GUI thread, and never in big values.

By itself the collector runs wherever objects are made. On a worker's thread it could destroy Qt's
objects there, which ends the program; and it walks over every value of a long comparison again and
again, up to half a second each time, in which the window stands still.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

from reader.ui.session.comparing import Comparing

_EVERY_MS: Final = 1_000
_YOUNG: Final = 5_000
"""So many objects more than at the last look are worth another one."""
_MANY: Final = 50_000
"""So many at once are values of a comparison or its marks: to look through them takes long."""
_WHOLE: Final = 20
"""Every so many looks all generations are looked through."""


class Collector(QObject):
    """Takes over Python's collector until `stop`; looks now and then once it watches a session.

    Until then nothing is looked through: while the window is built there is no cycle to be found,
    and looking takes a tenth of the time.

    A comparison is made of values without cycles, so it is freed by counting references alone:
    when one arrives, it is put out of the collector's sight together with everything else that is
    there, until another story comes onto the desk.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparing: Comparing | None = None
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._collected = gc.isenabled()
        gc.disable()

    def watch(self, comparing: Comparing) -> None:
        """Look when nothing is compared, and never into what comparing has answered."""
        self._comparing = comparing
        comparing.comparison_changed.connect(self._on_comparison)
        self._timer.start()

    def stop(self) -> None:
        """Python collects by itself again, if it did before."""
        self._timer.stop()
        gc.unfreeze()
        if self._collected:
            gc.enable()

    def _on_comparison(self) -> None:
        if self._comparing is None or self._comparing.comparison is None:
            gc.unfreeze()
            self._looks = _WHOLE
        else:
            gc.freeze()

    def _on_timeout(self) -> None:
        young = gc.get_count()[0]
        if self._comparing is None or self._comparing.running or young < _YOUNG:
            return
        if young > _MANY:
            gc.freeze()
            return
        self._looks += 1
        if self._looks >= _WHOLE:
            self._looks = 0
            gc.collect()
        else:
            gc.collect(1)
