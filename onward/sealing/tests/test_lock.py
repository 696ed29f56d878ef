import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from onward.sealing import locking

HOLD = """
import sys, time
from pathlib import Path
from onward.sealing import locking
locking.name_holder(Path(sys.argv[1]), since=locking.epoch(Path(sys.argv[1])))
print("held", flush=True)
time.sleep(60)
"""


def _holder(folder):
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    return process


def test_locking_ends_the_holder_and_leaves_the_marker(tmp_path):
    with _holder(tmp_path) as process:
        assert locking.holder_of(tmp_path) == process.pid
        begun = time.monotonic()
        assert locking.lock_server(tmp_path)
        assert time.monotonic() - begun < 5
        assert process.wait(1) != 0
    assert locking.is_marked(tmp_path)
    assert locking.holder_of(tmp_path) is None


def test_a_number_that_a_dead_process_left_is_not_believed(tmp_path):
    (tmp_path / locking.HOLDER).write_text(f"{os.getpid()}\n")
    assert locking.holder_of(tmp_path) is None
    assert locking.lock_server(tmp_path)


def test_locking_what_is_not_served_only_leaves_the_marker(tmp_path):
    assert locking.lock_server(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {locking.MARKER, locking.EPOCH}
    locking.unmark(tmp_path)
    assert not locking.is_marked(tmp_path)


def test_two_processes_never_hold_the_same_file(tmp_path):
    with _holder(tmp_path) as process:
        assert locking.try_hold(tmp_path / locking.HOLDER) is None
        process.kill()


def test_each_lock_begins_another_epoch(tmp_path):
    assert locking.epoch(tmp_path) == b""
    locking.mark(tmp_path)
    first = locking.epoch(tmp_path)
    locking.mark(tmp_path)
    assert len(first) == len(locking.epoch(tmp_path)) == 16
    assert locking.epoch(tmp_path) != first


def test_a_process_that_locks_itself_is_gone_soon(tmp_path):
    code = HOLD.replace("time.sleep(60)", "locking.lock_soon(Path(sys.argv[1])); time.sleep(60)")
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], timeout=20, check=False, stdout=subprocess.DEVNULL)
    assert time.monotonic() - begun < 5
    assert locking.is_marked(tmp_path)


def test_a_second_process_is_told_that_another_holds_the_keys(tmp_path):
    with _holder(tmp_path) as process:
        assert not locking.name_holder(tmp_path, since=locking.epoch(tmp_path))
        assert locking.holder_of(tmp_path) == process.pid
        process.kill()


def test_whoever_unlocks_while_it_is_being_locked_does_not_hold_the_keys(tmp_path):
    """The passphrase takes a tenth of a second, in which a lock that looks for a holder finds none."""
    since = locking.epoch(tmp_path)
    assert locking.lock_server(tmp_path)
    assert not locking.name_holder(tmp_path, since=since)
    assert locking.holder_of(tmp_path) is None
    assert locking.name_holder(tmp_path, since=locking.epoch(tmp_path))
    assert locking.holder_of(tmp_path) == os.getpid()
    locking._held_files.pop().close()


def test_asking_who_holds_it_from_all_sides_keeps_nobody_out_and_is_never_answered_wrongly(tmp_path):
    (tmp_path / locking.HOLDER).write_text("4194304\n")  # left by a dead process: nobody may be ended for it

    def ask(_number):
        return [locking.holder_of(tmp_path) for _each in range(400)]

    with ThreadPoolExecutor(4) as asking:
        before = asking.map(ask, range(4))
        assert {one for found in before for one in found} == {None}
        during = [asking.submit(ask, number) for number in range(3)]
        held = [locking.try_hold(tmp_path / locking.HOLDER) for _each in range(1)]
        assert held[0] is not None
        assert {one for found in during for one in found.result()} <= {None, os.getpid(), 4194304}
        assert {one for found in asking.map(ask, range(4)) for one in found} == {os.getpid()}
    locking._held_files.pop().close()
