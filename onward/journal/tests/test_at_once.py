import subprocess
import sys
import threading
from pathlib import Path

from django.db import connection

from onward.journal import reading
from onward.journal.head import Standing
from onward.kit.ids import new_id
from onward.sealing import vault
from tests.toy.events import Filled
from tests.toy.models import Jar

ROOT = Path(__file__).parents[3]
OTHER_PROCESS = """
import sys
from pathlib import Path
import conftest
from onward.sealing import vault
from tests.programme import PASSPHRASE, Programme
from tests.toy.events import Filled
folder = Path(sys.argv[1])
vault.unlock(folder, PASSPHRASE)
other = Programme(folder)
other.open()
for _ in range(40):
    other.say(Filled(marbles=0), stream=sys.argv[2], by="other")
other.close()
"""


def together(count: int, work) -> list[BaseException]:
    failed: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:  # shown by the test
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed


def test_threads_leave_no_gap_and_lose_nothing(programme):
    jar = new_id()
    failed = together(4, lambda: [programme.say(Filled(marbles=0), stream=jar) for _ in range(15)])
    assert failed == []
    assert [entry.number for entry in reading.history(jar)] == list(range(1, 61))
    assert Jar.objects.get(id=jar).entries == 60
    assert programme.verify().fault is None


def test_a_form_sent_twice_at_once_writes_once(programme):
    jar, form = new_id(), new_id()
    assert together(4, lambda: programme.say(Filled(marbles=1), stream=jar, id=form)) == []
    assert len(reading.history(jar)) == 1


def test_a_command_beside_the_server_shares_journal_head_and_keys(programme):
    jar = new_id()
    programme.say(Filled(marbles=0), stream=jar)
    assert vault.is_unlocked()
    command = [sys.executable, "-c", OTHER_PROCESS, str(programme.folder), jar]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as other:
        while other.poll() is None:
            programme.say(Filled(marbles=0), stream=jar, by="server")
        _, errors = other.communicate()
    assert other.returncode == 0, errors
    said = reading.history(jar)
    assert {entry.author for entry in said} == {"tester", "server", "other"}
    assert [entry.number for entry in said] == list(range(1, len(said) + 1))
    report = programme.verify()
    assert (report.fault, report.standing) == (None, Standing.AGREES)
    programme.check_rebuild()
