import os
import subprocess
import sys
import time

from onward.sealing import locking

HOLD = """
import sys, time
from pathlib import Path
from onward.sealing import locking
locking.name_holder(Path(sys.argv[1]))
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
        assert not locking.name_holder(tmp_path)
        assert locking.holder_of(tmp_path) == process.pid
        process.kill()
