"""`onward serve`: one supervisor that never holds a key, and one worker that does."""

import argparse
import os
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import msgspec

from onward.config.backup.aside import sweep_leftovers
from onward.config.cli.pathways import check_own_ways
from onward.config.cli.words import Refused, folder_with_programme
from onward.config.nightly import NO_CLOCKS
from onward.config.supervising import HOST
from onward.config.unlocking import passphrase_file
from onward.config.worker import SERVING
from onward.sealing import locking

if TYPE_CHECKING:
    from onward.config.lan import Lan

TARGET = "onward.config.wsgi:application"
LAN = "ONWARD_LAN"  # as `onward.config.lan` reads it, which would take its time to import
SMALL = {
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONNODEBUGRANGES": "1",
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": "1048576",
    "MALLOC_TRIM_THRESHOLD_": "4194304",
}
"""For a small machine: numpy's library would take memory for each core, the allocator a heap for each thread, and it
would keep the 19 MiB that each look at a password takes; Python would keep, beside its line, the column of each
instruction (6 MB). Read when a process begins, so in time for the supervisor."""


def serve(chosen: argparse.Namespace) -> NoReturn:
    """Serve until told to stop."""
    folder = folder_with_programme()
    if wrong := check_own_ways(folder):
        raise Refused("\n".join(wrong))
    _check_machine()
    _hold_folder(folder)
    _check_port(chosen.port)
    os.environ.pop(LAN, None)
    lan = _lan(chosen) if chosen.tls else None
    sweep_leftovers(folder)
    locking.unmark(folder)  # only a start by hand does: the supervisor begins itself again without
    _greet(folder, chosen.port, lan)
    os.environ[SERVING] = "1"
    os.environ[NO_CLOCKS] = "1" if chosen.no_clocks else ""
    for name, value in SMALL.items():
        os.environ.setdefault(name, value)
    words = ["-m", "onward.config.supervising", TARGET, str(chosen.port), str(folder / locking.MARKER)]
    os.execv(sys.executable, [sys.executable, *words])  # noqa: S606 - the rest of itself


def _lan(chosen: argparse.Namespace) -> "Lan":
    """What was asked for, for the workers to find. Raises Refused."""
    from onward.config.lan import EVERYWHERE, wanted
    from onward.sealing.certificates import is_name

    own = [name.lower() for name in chosen.name]
    if wrong := [name for name in own if not is_name(name)]:
        raise Refused(f"{wrong[0]} is no name or address of a machine.")
    for port in (chosen.tls_port, chosen.install_port):
        _check_port(port, EVERYWHERE)
    lan = wanted(chosen.tls_port, chosen.install_port, own)
    os.environ[LAN] = msgspec.json.encode(lan).decode()
    return lan


def _check_machine() -> None:
    """Refuse what would damage the database; warn of where its keys could be written down."""
    try:
        import onward.config.sqlcipher  # noqa: F401 - it looks at its own version
    except ImportError as old:
        raise Refused(str(old)) from None
    if swaps():
        print(
            "This machine swaps to a disk, where keys and names may stay: switch swap off, or encrypt it.", flush=True
        )


def swaps(listed: Path = Path("/proc/swaps")) -> bool:
    """Whether memory may be written to a disk: to anything but memory that is packed (zram)."""
    try:
        lines = listed.read_text(encoding="utf-8").splitlines()[1:]
    except OSError:
        return False
    return any(line.strip() and "/zram" not in line.split()[0] for line in lines)


def _greet(folder: Path, port: int, lan: "Lan | None") -> None:
    print(f"Onward is at http://{HOST}:{port}/", flush=True)
    if lan is not None:
        print("On this network, once it is unlocked:", *lan.addresses, sep="\n  ", flush=True)
        print("Before a phone trusts it, open there:", *lan.install_addresses, sep="\n  ", flush=True)
    if passphrase_file(folder) is None:
        print("It is locked: its first page asks for the passphrase.", flush=True)


def _hold_folder(folder: Path) -> None:
    end = time.monotonic() + 3  # an orphan of a supervisor that was killed needs a moment to notice
    while (held := locking.try_hold(folder / "serve.pid")) is None:
        if time.monotonic() > end:
            raise Refused(f"The programme in {folder} is being served already.")
        time.sleep(0.2)
    os.set_inheritable(held.fileno(), True)  # the supervisor goes on holding it


def _check_port(port: int, host: str = HOST) -> None:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except (OSError, OverflowError):
            raise Refused(f"Port {port} is taken or may not be used: choose another with PORT or --port.") from None
