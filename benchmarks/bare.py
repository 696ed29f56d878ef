"""The same flushes with nothing around them: how fast this machine could at best say that something is durable."""

import os
import time
from pathlib import Path

import sqlcipher3

ROW = 1_400
"""Bytes of one arrival's journal row, about."""


def bare_rate(folder: Path, times: int) -> float:
    """Durable entries a second: a keyring row, a journal row, a head, each flushed as the program flushes them."""
    keyring, journal = _open(folder / "bare-keyring.db"), _open(folder / "bare-journal.db")
    head = os.open(folder / "bare-head", os.O_RDWR | os.O_CREAT, 0o600)
    os.pwrite(head, b"\0" * 1024, 0)
    begun = time.perf_counter()
    for number in range(times):
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
