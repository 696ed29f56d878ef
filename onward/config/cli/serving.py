"""`onward serve`: one supervisor that never holds a key, and one worker that does."""

import argparse
import os
import signal
import socket
import sys
import time
from pathlib import Path

from onward.config.backup.aside import sweep_leftovers
from onward.config.cli.pathways import check_own_ways
from onward.config.cli.words import Refused, folder_with_programme
from onward.config.nightly import NO_CLOCKS
from onward.config.unlocking import passphrase_file
from onward.config.worker import SERVING
from onward.sealing import locking

TARGET = "onward.config.wsgi:application"
HOST = "127.0.0.1"
STILL_LOCKED = "ONWARD_STILL_LOCKED"
BLOCKING_THREADS = 2


def serve(chosen: argparse.Namespace) -> int:
    """Serve until told to stop."""
    folder = folder_with_programme()
    if wrong := check_own_ways(folder):
        raise Refused("\n".join(wrong))
    _hold_folder(folder)
    _check_port(chosen.port)
    sweep_leftovers(folder)
    # Only a start by hand takes the marker away, not the restart below.
    again = os.environ.pop(STILL_LOCKED, "")
    if not again:
        locking.unmark(folder)
        _greet(folder, chosen.port)
    os.environ[SERVING] = "1"
    # A small machine: numpy's library would take a core's memory for each, and the allocator a heap for each thread.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")
    os.environ[NO_CLOCKS] = "1" if chosen.no_clocks else ""
    try:
        _run(chosen.port)
    except SystemExit as ended:
        if not ended.code or not locking.is_marked(folder):
            return int(ended.code or 0) if isinstance(ended.code, int | None) else 1
        # Locked twice within seconds looks like a worker that cannot start, and the supervisor gives up.
        os.environ[STILL_LOCKED] = "1"
        words = ["serve", "--port", str(chosen.port), *["--no-clocks"] * chosen.no_clocks]
        os.execv(sys.executable, [sys.executable, "-m", "onward.config.cli", *words])  # noqa: S606 - itself
    return 0


def _run(port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        TARGET,
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=BLOCKING_THREADS,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
    )
    # Told to reload, granian would leave the old worker alive, keys and all, until its last request is done.
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    server.serve()


def _greet(folder: Path, port: int) -> None:
    print(f"Onward is at http://{HOST}:{port}/", flush=True)
    if passphrase_file(folder) is None:
        print("It is locked: its first page asks for the passphrase.", flush=True)


def _hold_folder(folder: Path) -> None:
    end = time.monotonic() + 3  # an orphan of a supervisor that was killed needs a moment to notice
    while locking.try_hold(folder / "serve.pid") is None:
        if time.monotonic() > end:
            raise Refused(f"The programme in {folder} is being served already.")
        time.sleep(0.2)


def _check_port(port: int) -> None:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except (OSError, OverflowError):
            raise Refused(f"Port {port} is taken or may not be used: choose another with PORT or --port.") from None
