"""A copy of an encrypted database as it stood at one moment, while others go on writing."""

import re
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

import msgspec
import sqlcipher3

from onward.journal.head import Head

HEADS = re.compile(r"^CREATE (TABLE|INDEX|UNIQUE INDEX|TRIGGER) ", re.IGNORECASE)

LAST = "SELECT number, hash, recorded_at FROM journal_entry WHERE node = ?"


class End(msgspec.Struct, frozen=True, kw_only=True):
    """The last entry of a node in a copy, and whether the entry that the head named is in it."""

    number: int = 0
    hash: bytes = b""
    recorded_at: int = 0
    entries: int = 0
    head_is_there: bool = True


def copy(source: Path, target: Path, key: bytes, *, rows_of: Collection[str] | None = None) -> None:
    """Copy every table, index and trigger; rows of the tables `rows_of` alone (None: of all), in one transaction."""
    with closing(_open(source, key)) as connection:
        connection.execute("ATTACH ? AS copy KEY \"x'" + key.hex() + "'\"", (str(target),))
        connection.execute("BEGIN")
        made = connection.execute(
            "SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%'"
            " ESCAPE '\\' ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, rowid"
        ).fetchall()
        tables = [name for kind, name, _sql in made if kind == "table"]
        for kind, _name, sql in made:
            if kind == "table":
                connection.execute(_into_copy(sql))
        for name in tables:
            if rows_of is None or name in rows_of:
                connection.execute(f'INSERT INTO copy."{name}" SELECT * FROM main."{name}"')  # noqa: S608 - a table's own name
        for kind, _name, sql in made:
            if kind != "table":
                connection.execute(_into_copy(sql))
        connection.execute("COMMIT")
        connection.execute("DETACH copy")


def _into_copy(sql: str) -> str:
    return HEADS.sub(lambda found: f"CREATE {found[1]} copy.", sql, count=1)


def end_of(path: Path, key: bytes, node: str, head: Head | None) -> End:
    """The last entry of `node` in the database at `path`."""
    with closing(_open(path, key)) as connection:
        entries = connection.execute("SELECT count(*) FROM journal_entry").fetchone()[0]
        last = connection.execute(f"{LAST} ORDER BY number DESC LIMIT 1", (node,)).fetchone()
        there = head and connection.execute(f"{LAST} AND number = ?", (node, head.number)).fetchone()
    number, digest, recorded_at = last or (0, b"", 0)
    agrees = head is None or bool(there and bytes(there[1]) == head.hash)
    return End(number=number, hash=bytes(digest), recorded_at=recorded_at, entries=entries, head_is_there=agrees)


def count_keys(path: Path, key: bytes) -> int:
    """How many keys a copy of the keyring holds."""
    with closing(_open(path, key)) as connection:
        return int(connection.execute("SELECT count(*) FROM data_key").fetchone()[0])


def _open(path: Path, key: bytes) -> sqlcipher3.Connection:
    connection = sqlcipher3.connect(str(path), isolation_level=None, timeout=10)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection
