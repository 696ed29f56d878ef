"""What oversight knows, in one encrypted file: sites and their chains as stored, data keys, envelopes, answers."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3

from onward.watch.keys import STORE, Keys

TABLES = """
CREATE TABLE IF NOT EXISTS own (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS site (
    node TEXT PRIMARY KEY, public BLOB NOT NULL, programme TEXT NOT NULL, reply_to TEXT NOT NULL,
    feed INTEGER NOT NULL, feed_day TEXT NOT NULL, tip INTEGER NOT NULL, hash BLOB NOT NULL,
    written INTEGER NOT NULL DEFAULT 0, taken INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entry (
    node TEXT NOT NULL, number INTEGER NOT NULL, stream TEXT NOT NULL, kind TEXT NOT NULL, hash BLOB NOT NULL,
    stored BLOB NOT NULL, PRIMARY KEY (node, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS data_key (
    node TEXT NOT NULL, id BLOB NOT NULL, stream TEXT NOT NULL, compartment TEXT NOT NULL, key BLOB NOT NULL,
    PRIMARY KEY (node, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS item (
    node TEXT NOT NULL, digest TEXT NOT NULL, kind TEXT NOT NULL, said BLOB NOT NULL, day TEXT NOT NULL,
    answer TEXT NOT NULL DEFAULT '', answered TEXT NOT NULL DEFAULT '', PRIMARY KEY (node, digest)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS interviewer (mark TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS remark (
    id INTEGER PRIMARY KEY, day TEXT NOT NULL, node TEXT NOT NULL, sentence TEXT NOT NULL
);
"""
"""What a site sends is its own: it lies under the site's node, so that no site takes another's place by its ids."""

LAYOUT = 1
"""As of this form, ids stand under their site; before, they stood for all."""
_BY_ID = {"data_key": "node, id, stream, compartment, key", "item": "node, digest, kind, said, day, answer, answered"}


class Store:
    """One open store, with the keys that opened it. Threads share it; each call is short."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self.keys = keys
        self.lock = threading.RLock()
        self.connection = sqlcipher3.connect(str(folder / STORE), isolation_level=None, check_same_thread=False)
        self.connection.row_factory = sqlcipher3.Row
        for statement in (
            f"PRAGMA key = \"x'{keys.store_key.hex()}'\"",
            "PRAGMA secure_delete = ON",
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = FULL",
            "PRAGMA temp_store = MEMORY",
        ):
            self.connection.execute(statement).fetchall()
        with self.whole():
            self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        old = self.one("PRAGMA user_version")[0] < LAYOUT and self.all(
            "SELECT 1 FROM sqlite_schema WHERE name = 'item'"
        )
        for table in _BY_ID if old else ():
            self.run(f"ALTER TABLE {table} RENAME TO old_{table}")
        for statement in TABLES.split(";")[:-1]:
            self.run(statement)
        for table, columns in _BY_ID.items() if old else ():
            self.run(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM old_{table}")  # noqa: S608 - names of ours
            self.run(f"DROP TABLE old_{table}")
        self.run(f"PRAGMA user_version = {LAYOUT}")

    def all(self, sql: str, params: Sequence[Any] = ()) -> list[Any]:
        """Every row."""
        with self.lock:
            return list(self.connection.execute(sql, params).fetchall())

    def one(self, sql: str, params: Sequence[Any] = ()) -> Any:
        """The first row; None if there is none."""
        with self.lock:
            return self.connection.execute(sql, params).fetchone()

    def run(self, sql: str, params: Sequence[Any] = ()) -> None:
        """Change something."""
        with self.lock:
            self.connection.execute(sql, params)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """All of what is inside, or nothing of it."""
        with self.lock:
            self.connection.execute("BEGIN IMMEDIATE")
            with self.connection:  # commits, or rolls back
                yield

    def own(self, name: str) -> str:
        """Something about oversight itself."""
        found = self.one("SELECT value FROM own WHERE name = ?", (name,))
        return str(found["value"]) if found else ""

    def keep_own(self, name: str, value: str) -> None:
        """Keep something about oversight itself, in the place of what was kept there."""
        self.run("INSERT OR REPLACE INTO own (name, value) VALUES (?, ?)", (name, value))

    def settle(self) -> None:
        """Leave nothing of what was deleted: neither in free pages nor in the log beside the file."""
        with self.lock:
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close the file."""
        self.settle()
        with self.lock:
            self.connection.close()


def begin(folder: Path, keys: Keys, *, name: str, address: str) -> Store:
    """A new store, which knows whose it is."""
    store = Store(folder, keys)
    for what, value in (("name", name), ("address", address)):
        store.run("INSERT INTO own (name, value) VALUES (?, ?)", (what, value))
    return store
