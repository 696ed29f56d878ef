"""Lock: forget the keys for certain, by ending the process that holds them.

A marker in the folder says that the programme is locked: a worker that starts and finds it reads no passphrase
file. Only `onward serve`, begun anew by somebody, takes the marker away.
"""

import fcntl
import os
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

MARKER = "locked"
EPOCH = "lock.epoch"
HOLDER = "server.pid"
PATIENCE = 5.0
LOOKS, MOMENT = 20, 0.01
_held_files: list[IO[str]] = []


def is_marked(folder: Path) -> bool:
    """Whether the programme in `folder` has been locked since it was last served."""
    return (folder / MARKER).exists()


def mark(folder: Path) -> None:
    """Leave the marker, and begin another epoch: no session that was open before opens anything after."""
    _write(folder / EPOCH, os.urandom(16))
    _write(folder / MARKER, b"")


def epoch(folder: Path) -> bytes:
    """What the last lock left: random bytes, none if there has been no lock yet."""
    try:
        return (folder / EPOCH).read_bytes()
    except FileNotFoundError:
        return b""


def _write(path: Path, content: bytes) -> None:
    # To the disk and not only to its cache: the next thing that happens may be the end of the power.
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def unmark(folder: Path) -> None:
    """Take the marker away; only `serve`, begun anew, does."""
    (folder / MARKER).unlink(missing_ok=True)


def try_hold(path: Path) -> IO[str] | None:
    """Hold `path` until this process ends and write its number there; None when another process holds it."""
    file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+")
    for left in reversed(range(LOOKS)):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except BlockingIOError:
            if not left:
                file.close()
                return None
            time.sleep(MOMENT)  # whoever asks who holds it has it too, for a moment
    file.truncate()
    file.write(f"{os.getpid()}\n")
    file.flush()
    _held_files.append(file)
    return file


def name_holder(folder: Path, *, since: bytes) -> bool:
    """Write down, for `lock_server`, that this process holds the keys. False: it must not hold them.

    Either another does, or the programme was locked `since` this epoch: whoever locked saw no holder then. Named first
    and asked after, so that of a lock and an unlocking at the same moment one sees the other.
    """
    file = try_hold(folder / HOLDER)
    if file is None or epoch(folder) == since:
        return file is not None
    _held_files.remove(file)
    file.close()
    return False


def holder_of(folder: Path) -> int | None:
    """The number of the living process that holds the keys; a number left by a dead one is not believed."""
    with suppress(FileNotFoundError), (folder / HOLDER).open() as file:
        while True:
            try:
                # Shared: two who ask at once do not take each other for the holder.
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
                return None
            except BlockingIOError:
                file.seek(0)
                with suppress(ValueError):
                    return int(file.read())
                time.sleep(MOMENT)  # it holds the file, and is about to write its number
    return None


def lock_server(folder: Path) -> bool:
    """Mark, end the worker that holds the keys, and wait until it is gone. False: it would not go in time."""
    mark(folder)
    end = time.monotonic() + PATIENCE
    while holder := holder_of(folder):
        with suppress(ProcessLookupError):
            os.kill(holder, signal.SIGKILL)
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def lock_soon(folder: Path, *, after: float = 0.3) -> None:
    """Mark now, and end this process as soon as the answer that says so is on its way."""
    mark(folder)
    timer = threading.Timer(after, os._exit, [0])
    timer.daemon = True
    timer.start()


def end_with_supervisor(*, every: float = 1.0) -> None:
    """End this process when the one that started it is gone: an orphan would go on serving, unlocked."""
    supervisor = os.getppid()

    def watch() -> None:
        while os.getppid() == supervisor:
            time.sleep(every)
        os._exit(0)

    threading.Thread(target=watch, name="orphan-watch", daemon=True).start()
