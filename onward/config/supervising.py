"""`python -m onward.config.supervising TARGET PORT MARKER`: the supervisor, which `onward serve` becomes.

It never holds a key, and imports nothing but the server: a worker is its fork, and the rest of the program would be in
memory twice.
"""

import os
import signal
import sys
from pathlib import Path

HOST = "127.0.0.1"
BLOCKING_THREADS = 2


def main() -> None:
    """Keep one worker running until told to stop."""
    target, port, marker = sys.argv[1:]
    try:
        _run(target, int(port))
    except SystemExit as ended:
        if not ended.code or not Path(marker).exists():
            raise
        # Locked twice within seconds looks like a worker that cannot start, and the server gives up. It begins again:
        # nobody has taken the marker away, so it stays locked, and it still holds the folder.
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - itself


def _run(target: str, port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        target,
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


if __name__ == "__main__":
    main()
