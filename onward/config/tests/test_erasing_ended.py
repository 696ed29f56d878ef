"""The act of erasing, ended at any moment, or with a disk that fails beneath it: it is finished by the next run."""

import os
import random
import select
import shutil
import signal
import subprocess
import time

import pytest

from onward.config.erasing.act import erase_due
from onward.journal import head
from onward.kit.dates import now
from tests.erasing import AFTER, CANARY, File
from tests.pages_of import everything

MANY = pytest.mark.deep
FAULTS = [(call, error) for call in ("pwrite64", "fdatasync", "ftruncate", "unlink") for error in ("EIO", "ENOSPC")]


class Agreed:
    """A programme in which two people agreed to an erasure, and `kept`, a copy of it."""

    def __init__(self, programme, cast, tmp_path):
        self.programme = programme
        File(programme, cast).filled().agreed()
        programme.close()
        self.kept = programme.copy_to(tmp_path / "kept")

    def run(self, end):
        """Erase in a process of its own, which `end(child, go, out)` ends."""
        self.programme.become(self.kept)
        self.programme.close()
        (out, into), (begun, go) = os.pipe(), os.pipe()
        child = os.fork()
        if not child:
            self._erase(into, begun)
        os.close(into)
        try:
            assert os.read(out, 6) == b"ready\n"
            return end(child, go, out)
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            for each in (out, go, begun):
                os.close(each)
            self.programme.open()

    def _erase(self, into, begun):
        try:
            self.programme.open()
            with self.programme.at(now() + AFTER):
                os.write(into, b"ready\n")
                os.read(begun, 1)
                try:
                    erase_due()
                except Exception:
                    os.write(into, b"failed\n")
                else:
                    os.write(into, b"done\n")
            time.sleep(30)
        finally:
            os._exit(1)

    def check(self):
        """The next run finishes it: nothing is left, what is computed is right, and the journal is sound."""
        with self.programme.at(now() + AFTER):
            erase_due()
            assert erase_due() == (0, 0)
        assert CANARY.encode() not in everything(self.programme.folder)
        report = self.programme.verify()
        assert (report.fault, report.standing in head.SOUND) == (None, True)


@pytest.fixture
def agreed(programme, cast, tmp_path):
    return Agreed(programme, cast, tmp_path)


@pytest.mark.parametrize("kills", [6, pytest.param(100, marks=MANY)])
def test_killed_at_any_moment_it_is_finished_by_the_next_run(agreed, kills):
    chance = random.Random(2026)
    for kill in range(kills):
        wait = chance.uniform(0, 0.12)
        agreed.run(lambda _child, go, out, wait=wait: (os.write(go, b"g"), select.select([out], [], [], wait)))
        agreed.check()
        if kill % 25 == 0:
            agreed.programme.check_rebuild()


def struck(child, go, out, call, error, when, log):
    inject = f"inject={call}:error={error}:when={when}{'+' if error == 'ENOSPC' else ''}"
    command = ["strace", "-f", "-o", str(log), "-s", "0", "-p", str(child), "-e", f"trace={call}", "-e", inject]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        while "attached" not in strace.stderr.readline():
            assert strace.poll() is None
        os.write(go, b"g")
        os.read(out, 10)
        strace.terminate()
    return "INJECTED" in log.read_text()


@MANY
@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not here: it makes the disk fail")
@pytest.mark.parametrize(("call", "error"), FAULTS)
def test_whichever_write_fails_it_is_finished_by_the_next_run(agreed, tmp_path, call, error):
    when, hit, log = 1, 0, tmp_path / "strace.log"
    while when < 200:
        failed = agreed.run(lambda child, go, out, when=when: struck(child, go, out, call, error, when, log))
        agreed.check()
        if not failed:
            break
        hit += 1
        when += 1 if when < 12 else 7
    agreed.programme.check_rebuild()
    assert hit
