"""The side that trusts nothing: a process of its own for each file, one at a time."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore, Timer

from onward.harmless.kinds import ENDINGS, MOST_BYTES, MOST_SECONDS, Harmless, Refused, sort_of

ROOT = Path(__file__).resolve().parents[2]
START = "import sys; sys.path.insert(0, sys.argv[1]); from onward.harmless.inside import main; main(sys.argv[2])"
PATIENCE = 2 * MOST_SECONDS
"""Seconds by the clock, for a machine that has much else to do; MOST_SECONDS are of its own work."""
TURN = 2
"""Seconds to wait for one's turn: most files take less, and the server's few threads are everybody's."""
_place = BoundedSemaphore(1)


def clean(content: bytes) -> Harmless:
    """What `content` shows, as a file that holds nothing else. Raises Refused."""
    sort = sort_of(content)
    if not sort:
        raise Refused("unreadable")
    if not _place.acquire(timeout=TURN):
        raise Refused("busy")
    try:
        ended, given = _answered(content, sort)
    except OSError as full:  # neither memory nor process to be had
        raise Refused("busy") from full
    finally:
        _place.release()
    if ended == 0 and sort_of(given) == sort and len(given) <= MOST_BYTES:
        return Harmless(given)
    raise Refused(ENDINGS.get(ended, "heavy"))  # killed, or broken by it: either way it asked for too much


def _answered(content: bytes, sort: str) -> tuple[int, bytes]:
    """How the process ended, and what it wrote. It reads all before it writes, so that neither waits for the other."""
    # Isolated, without environment, in a folder of nobody's: it knows neither passphrase file nor data folder.
    command = [sys.executable, "-I", "-B", "-c", START, str(ROOT), sort]
    with subprocess.Popen(  # noqa: S603 - this very interpreter, and words of ours
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd="/"
    ) as process:
        late = Timer(PATIENCE, process.kill)
        late.start()
        given = b""
        try:
            if process.stdin and process.stdout:
                with suppress(BrokenPipeError):  # it ended before it had read all: its end says why
                    process.stdin.write(content)
                    process.stdin.close()
                given = process.stdout.read(MOST_BYTES + 1)
            if len(given) > MOST_BYTES:
                process.kill()
        finally:
            late.cancel()
    return process.returncode, given
