"""A late answer never replaces a newer one; what is cancelled answers nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable

from reader.ui.jobs import Asking

Cancelled = Callable[[], bool]
Progress = Callable[[float], None]


def test_an_answer_comes_back_on_the_asking_thread(qtbot):
    asking = Asking()
    here = threading.get_ident()
    there: list[int] = []
    heard: list[int] = []
    asking.answered.connect(lambda _: heard.append(threading.get_ident()))

    def work(cancelled: Cancelled, progress: Progress) -> str:
        there.append(threading.get_ident())
        progress(0.5)
        return "done"

    with qtbot.waitSignals([asking.answered, asking.progressed]):
        asking.ask(work)
    assert heard == [here]
    assert there != [here]
    assert not asking.running


def test_a_late_answer_is_dropped(qtbot):
    asking = Asking()
    go_on = threading.Event()
    answers: list[object] = []
    asking.answered.connect(answers.append)

    def slow(cancelled: Cancelled, progress: Progress) -> str:
        go_on.wait(10)
        return "old"

    asking.ask(slow)
    with qtbot.waitSignal(asking.answered):
        asking.ask(lambda cancelled, progress: "new")
    go_on.set()
    asking.finish()
    qtbot.wait(1)
    assert answers == ["new"]


def test_cancelling_tells_the_work_and_answers_nothing(qtbot):
    asking = Asking()
    began = threading.Event()
    saw: list[bool] = []
    answers: list[object] = []
    asking.answered.connect(answers.append)

    def work(cancelled: Cancelled, progress: Progress) -> str:
        began.set()
        for _ in range(1_000_000):
            if cancelled():
                saw.append(True)
                break
        return "never mind"

    asking.ask(work)
    assert began.wait(10)
    asking.finish()
    qtbot.wait(1)
    assert saw == [True]
    assert answers == []
    assert not asking.running


def test_a_fault_in_the_work_is_told(qtbot):
    asking = Asking()

    def work(cancelled: Cancelled, progress: Progress) -> object:
        raise KeyError("x")

    with qtbot.waitSignal(asking.failed) as told:
        asking.ask(work)
    assert isinstance(told.args[0], KeyError)
    assert not asking.running


def test_patient_work_starts_when_the_turn_that_asked_is_over(qtbot):
    """Beside work in the same interpreter that turn would take twice its time."""
    asking, began = Asking(patient=True), threading.Event()
    asking.ask(lambda _cancelled, _progress: began.set())
    assert asking.running
    assert not began.wait(0.05)
    qtbot.waitUntil(began.is_set)
    asking.finish()


def test_patient_work_that_is_cancelled_in_that_turn_never_starts(qtbot):
    asking, began = Asking(patient=True), threading.Event()
    asking.ask(lambda _cancelled, _progress: began.set())
    asking.cancel()
    with qtbot.waitSignal(asking.answered):
        asking.ask(lambda _cancelled, _progress: "second")
    assert not began.is_set()
    asking.finish()
