"""The keyring's file: one SQLCipher database with the wrapped keys, and what is remembered of them."""

import errno
import os
import threading
import time
from collections.abc import Collection, Iterable
from pathlib import Path

import sqlcipher3

from onward.kit.errors import NotFound
from onward.kit.full import is_full
from onward.sealing import new_key, unwrap, vault, wrap

KEYRING_FILE = "keyring.db"
CACHE_LIMIT = 20_000
TABLE = """
CREATE TABLE IF NOT EXISTS data_key (
    id BLOB PRIMARY KEY,
    stream TEXT NOT NULL,
    compartment TEXT NOT NULL,
    epoch INTEGER NOT NULL DEFAULT 1,
    wrapped BLOB NOT NULL,
    UNIQUE (stream, compartment, epoch)
) WITHOUT ROWID
"""
ERASED = "CREATE TABLE IF NOT EXISTS erased_stream (stream TEXT PRIMARY KEY) WITHOUT ROWID"
"""The streams whose keys were destroyed. They get no keys again, nor in an older record that is opened with these."""


class KeyringBusy(Exception):
    """Another process kept reading, so the traces of destroyed keys could not be cleared: try again."""


class Keyring:
    """One open keyring file. Threads share it; each call is short."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = Path(folder) / KEYRING_FILE
        self.lock = threading.RLock()
        self.connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False, timeout=5)
        key = vault.secrets().keyring_key
        for statement in (
            f"PRAGMA key = \"x'{key.hex()}'\"",
            "PRAGMA secure_delete = ON",
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "PRAGMA temp_store = MEMORY",
            TABLE,
            ERASED,
        ):
            self.connection.execute(statement).fetchall()
        self.by_id: dict[bytes, bytes] = {}
        self.current: dict[tuple[str, str], bytes] = {}
        self.names: dict[bytes, str] = {}
        self.seen = self._data_version()

    def _data_version(self) -> int:
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def _refresh(self) -> None:
        # Another process may have destroyed keys: nothing may be opened from memory after that.
        version = self._data_version()
        if version != self.seen or len(self.by_id) > CACHE_LIMIT:
            self.forget()
            self.seen = version

    def forget(self) -> None:
        self.by_id.clear()
        self.current.clear()
        self.names.clear()

    def _remember(self, key_id: bytes, wrapped: bytes) -> bytes:
        key = unwrap(vault.secrets().wrapping_key, wrapped, about=key_id)
        self.by_id[key_id] = key
        return key

    def _find(self, stream: str, compartment: str) -> bytes | None:
        if key_id := self.current.get((stream, compartment)):
            return key_id
        row = self.connection.execute(
            "SELECT id, wrapped FROM data_key WHERE stream = ? AND compartment = ? ORDER BY epoch DESC LIMIT 1",
            (stream, compartment),
        ).fetchone()
        if row is None:
            return None
        key_id = self.current[stream, compartment] = bytes(row[0])
        self._remember(key_id, row[1])
        return key_id

    def keys_for(self, stream: str, compartments: Iterable[str]) -> dict[str, tuple[bytes, bytes]]:
        with self.lock:
            self._refresh()
            wanted = tuple(compartments)
            found = {name: key_id for name in wanted if (key_id := self._find(stream, name))}
            if missing := [name for name in wanted if name not in found]:
                self._create(stream, missing)
                found |= {name: key_id for name in missing if (key_id := self._find(stream, name))}
            return {name: (key_id, self.by_id[key_id]) for name, key_id in found.items()}

    def _create(self, stream: str, compartments: list[str]) -> None:
        kek = vault.secrets().wrapping_key
        ids = [os.urandom(16) for _ in compartments]
        rows = [
            (key_id, stream, name, wrap(kek, new_key(), about=key_id))
            for key_id, name in zip(ids, compartments, strict=True)
        ]
        try:
            with self.connection:  # commits, or rolls back
                self.connection.execute("BEGIN IMMEDIATE")
                if self.is_erased(stream):
                    raise NotFound(stream)
                # Another process may have been first: its key stands.
                self.connection.executemany(
                    "INSERT INTO data_key (id, stream, compartment, wrapped) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (stream, compartment, epoch) DO NOTHING",
                    rows,
                )
        except sqlcipher3.OperationalError as failed:
            raise OSError(errno.ENOSPC if is_full(failed) else errno.EIO, "The keyring was not written.") from failed

    def key_among(self, key_id: bytes, opens: Collection[str]) -> tuple[str, bytes] | None:
        with self.lock:
            self._refresh()
            if (name := self.names.get(key_id)) and name not in opens:
                return None
            if name and (key := self.by_id.get(key_id)):
                return name, key
            sql = "SELECT compartment, wrapped FROM data_key WHERE id = ?"
            row = self.connection.execute(sql, (key_id,)).fetchone()
            if row is None:
                return None
            name = self.names.setdefault(key_id, str(row[0]))
            return (name, self._remember(key_id, row[1])) if name in opens else None

    def keys_in(self, compartments: Collection[str]) -> list[tuple[bytes, str, str, bytes]]:
        with self.lock:
            sql = "SELECT id, stream, compartment, wrapped FROM data_key ORDER BY id"
            kek = vault.secrets().wrapping_key
            return [
                (bytes(key_id), stream, name, unwrap(kek, wrapped, about=bytes(key_id)))
                for key_id, stream, name, wrapped in self.connection.execute(sql)
                if name in compartments
            ]

    def destroy(self, stream: str) -> int:
        with self.lock:
            with self.connection:  # commits, or rolls back
                self.connection.execute("BEGIN IMMEDIATE")
                self.connection.execute("INSERT INTO erased_stream VALUES (?) ON CONFLICT DO NOTHING", (stream,))
                gone = self.connection.execute("DELETE FROM data_key WHERE stream = ?", (stream,)).rowcount
            self.forget()
            for _ in range(50):
                # Until the log is empty, the old page with the wrapped keys is still on the disk.
                if not self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                    return int(gone)
                time.sleep(0.1)
            raise KeyringBusy

    def is_erased(self, stream: str) -> bool:
        return self.connection.execute("SELECT 1 FROM erased_stream WHERE stream = ?", (stream,)).fetchone() is not None

    def erased(self) -> list[str]:
        with self.lock:
            return [str(row[0]) for row in self.connection.execute("SELECT stream FROM erased_stream ORDER BY stream")]

    def count(self) -> int:
        with self.lock:
            return int(self.connection.execute("SELECT count(*) FROM data_key").fetchone()[0])
