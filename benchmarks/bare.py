"""`python -m benchmarks.bare TIMES`: the flushes of arrivals and entries with nothing around them, in ONWARD_DATA.

How fast this machine could at best say that something is durable: times a second, of each.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

import sqlcipher3

ROW = 1_400
"""Bytes of one arrival's journal row, about."""


def main() -> None:
    """Measure and print."""
    folder, times = Path(os.environ["ONWARD_DATA"]), int(sys.argv[1])
    print(json.dumps([bare_rate(folder, times, new_key=True), bare_rate(folder, times * 2, new_key=False)]))


def bare_rate(folder: Path, times: int, *, new_key: bool) -> float:
    """Times a second: a journal row and a head, and a keyring row if there is a `new_key`, each flushed as here."""
    with tempfile.TemporaryDirectory(dir=folder) as beside:  # on the same disk
        return _rate(Path(beside), times, new_key=new_key)


def _rate(folder: Path, times: int, *, new_key: bool) -> float:
    keyring, journal = _open(folder / "keyring.db"), _open(folder / "journal.db")
    head = os.open(folder / "head", os.O_RDWR | os.O_CREAT, 0o600)
    os.pwrite(head, b"\0" * 1024, 0)
    begun = time.perf_counter()
    for number in range(times):
        if new_key:
            keyring.execute("INSERT INTO t VALUES (?, ?)", (number, os.urandom(80)))
        journal.execute("INSERT INTO t VALUES (?, ?)", (number, os.urandom(ROW)))
        os.pwrite(head, os.urandom(512), 512 * (number % 2))
        os.fdatasync(head)
    rate = times / (time.perf_counter() - begun)
    os.close(head)
    keyring.close()
    journal.close()
    return rate


def _open(path: Path) -> sqlcipher3.Connection:
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    key = os.urandom(32).hex()
    for statement in (
        f"PRAGMA key = \"x'{key}'\"",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, body BLOB)",
    ):
        connection.execute(statement).fetchall()
    return connection


if __name__ == "__main__":
    main()
