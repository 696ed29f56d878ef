import threading

from onward.config import feeding, nightly
from onward.config.erasing import act
from onward.kit.errors import RuleBroken
from onward.waiting import actions
from onward.waiting.queries import last_run, run_is_due


def test_a_look_runs_the_clocks_once_a_day(programme):
    assert run_is_due()
    nightly._look()
    first = last_run()
    assert first is not None
    nightly._look()
    assert last_run() == first


def test_what_goes_wrong_is_said_and_tried_again(programme, monkeypatch, caplog):
    def refuse(_actor):
        raise RuleBroken("Not now.")

    monkeypatch.setattr(actions, "run_clocks", refuse)
    nightly._look()
    assert "RuleBroken" in caplog.text
    assert run_is_due()


def test_no_thread_is_started_outside_a_serving_process(monkeypatch):
    monkeypatch.delenv("ONWARD_SERVING", raising=False)
    nightly.begin()
    assert "clocks" not in {thread.name for thread in threading.enumerate()}


def test_one_thing_that_goes_wrong_keeps_no_other_from_being_done(programme, monkeypatch, caplog):
    done = []
    monkeypatch.setattr(act, "erase_due", lambda: (_ for _ in ()).throw(RuleBroken("Somebody took its number.")))
    monkeypatch.setattr(feeding, "daily", lambda *_args: done.append("fed"))
    nightly._look()
    assert "RuleBroken" in caplog.text
    assert done == ["fed"]
