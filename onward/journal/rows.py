"""Rows of the table `journal_entry` as they are stored: how they are hashed, written and read. Prepared SQL, no ORM:
appending and reading are on every path."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import msgspec
from django.db import connection

START = b"\0" * 32
"""What the first entry of a chain names as the one before it."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as stored. `happened_at` is in microseconds since 1970; `body` is sealed (see `body`)."""

    id: str
    node: str = ""
    number: int = 0
    stream: str
    kind: str
    happened_at: int
    precision: str
    recorded_at: int = 0
    author: str
    cause: str = ""
    corrects: str = ""
    prev: bytes = b""
    body: bytes = b""
    hash: bytes = b""

    def place(self) -> tuple[int, str, int]:
        """Where the entry stands in the read order."""
        return self.recorded_at, self.node, self.number


FIELDS = Row.__struct_fields__


class Tip(msgspec.Struct, frozen=True):
    """The end of the journal: what the next entry of this node follows."""

    seq: int
    clock: int
    number: int
    hash: bytes


def digest(row: Row) -> bytes:
    """The hash over the row as stored, which includes the hash of the row before it."""
    return hashlib.sha256(msgspec.msgpack.encode([getattr(row, name) for name in FIELDS[:-1]])).digest()


def chained(row: Row) -> Row:
    """The row with its hash."""
    return msgspec.structs.replace(row, hash=digest(row))


_COLUMNS = ", ".join(FIELDS)
_PLACES = ", ".join(["%s"] * (len(FIELDS) + 1))
_INSERT = f"INSERT INTO journal_entry (seq, {_COLUMNS}) VALUES ({_PLACES})"  # noqa: S608 - as below
_SELECT = f"SELECT {_COLUMNS} FROM journal_entry"  # noqa: S608 - names of columns, nothing from outside
_TIP = """
SELECT (SELECT max(seq) FROM journal_entry), (SELECT max(recorded_at) FROM journal_entry), number, hash
FROM journal_entry WHERE node = %s ORDER BY number DESC LIMIT 1
"""

_LAST_AND = """
SELECT seq, id, (SELECT id FROM journal_entry WHERE seq = %s) FROM journal_entry ORDER BY seq DESC LIMIT 1
"""


def _one(sql: str, params: Sequence[Any]) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        found: tuple[Any, ...] | None = cursor.fetchone()
    return found


def _row(values: Sequence[Any]) -> Row:
    return Row(**dict(zip(FIELDS, values, strict=True)))


def tip(node: str) -> Tip:
    """The end of the journal as it is now; stays true while the write lock is held."""
    found = _one(_TIP, (node,))
    if found is None:
        # Nothing by this node yet; others may have been received.
        seq, clock = _one("SELECT max(seq), max(recorded_at) FROM journal_entry", ()) or (None, None)
        return Tip(seq or 0, clock or 0, 0, START)
    return Tip(found[0], found[1], found[2], bytes(found[3]))


def insert(row: Row, seq: int) -> None:
    """Write the row, sealed and hashed, as the `seq`-th that this node has seen."""
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, (seq, *(getattr(row, name) for name in FIELDS)))


def find(entry_id: str) -> Row | None:
    """The row with this id."""
    found = _one(_SELECT + " WHERE id = %s", (entry_id,))
    return None if found is None else _row(found)


def exists(entry_id: str) -> bool:
    """Whether there is a row with this id."""
    return _one("SELECT 1 FROM journal_entry WHERE id = %s", (entry_id,)) is not None


def last_of(stream: str, *, but: str = "") -> tuple[str, int]:
    """The id and local number of the entry of `stream` that reached this node last, not of kind `but`; or ("", 0)."""
    sql = "SELECT id, seq FROM journal_entry WHERE stream = %s AND kind <> %s ORDER BY seq DESC LIMIT 1"
    found = _one(sql, (stream, but))
    return (found[0], found[1]) if found else ("", 0)


def said_after(stream: str, entry_id: str) -> list[tuple[str, str]]:
    """(id, kind) of what reached this node in `stream` after `entry_id` did, oldest first (all, if it is not there)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, kind FROM journal_entry WHERE stream = %s AND seq > coalesce("
            "(SELECT seq FROM journal_entry WHERE id = %s AND stream = %s), 0) ORDER BY seq",
            (stream, entry_id, stream),
        )
        return [(found[0], found[1]) for found in cursor.fetchall()]


def of_stream(stream: str, known: int | None = None) -> list[Row]:
    """The rows of `stream` in read order, those recorded after `known` left out."""
    with connection.cursor() as cursor:
        cursor.execute(_SELECT + " WHERE stream = %s", (stream,))
        found = [_row(values) for values in cursor.fetchall()]
    if known is not None:
        found = [row for row in found if row.recorded_at <= known]
    return sorted(found, key=Row.place)


def of_node(node: str, *, after: int = 0) -> Iterator[Row]:
    """Every row of one node's chain, in its order; those after a number."""
    sql = _SELECT + " WHERE node = %s AND number > %s ORDER BY number"
    with connection.cursor() as cursor:
        cursor.execute(sql, (node, after))
        while batch := cursor.fetchmany(500):
            yield from map(_row, batch)


def hash_at(node: str, number: int) -> bytes | None:
    """The hash of the entry with this number in a node's chain."""
    found = _one("SELECT hash FROM journal_entry WHERE node = %s AND number = %s", (node, number))
    return None if found is None else bytes(found[0])


def nodes() -> list[str]:
    """Every node that has entries here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT node FROM journal_entry ORDER BY node")
        return [found[0] for found in cursor.fetchall()]


def streams() -> list[str]:
    """Every stream that has entries here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT stream FROM journal_entry ORDER BY stream")
        return [found[0] for found in cursor.fetchall()]


def last_and(seq: int = 0) -> tuple[int, str, str]:
    """The local number and id of the entry that reached this node last, and the id of the `seq`-th; 0 and "" if none.

    What was computed when `seq` was the last still stands on the same journal if that id is the same.
    """
    found = _one(_LAST_AND, (seq,))
    return (found[0], found[1], found[2] or "") if found else (0, "", "")


def count() -> int:
    """How many entries there are."""
    found = _one("SELECT count(*) FROM journal_entry", ())
    return int(found[0]) if found else 0


def reached() -> int:
    """The local number of the entry that reached this node last; 0 when there is none."""
    found = _one("SELECT max(seq) FROM journal_entry", ())
    return int(found[0] or 0) if found else 0


def touched(after: int, most: int, *, but: Collection[str] = ()) -> tuple[list[str], int]:
    """The streams of the next `most` entries after the `after`-th that reached this node, and the last one's number.

    A stream in which nothing was said but the kinds `but` is left out.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq, stream, kind FROM journal_entry WHERE seq > %s ORDER BY seq LIMIT %s", (after, most)
        )
        found = cursor.fetchall()
    return list(dict.fromkeys(row[1] for row in found if row[2] not in but)), found[-1][0] if found else after


def streams_said(after: int, kinds: Collection[str]) -> list[str]:
    """The streams in which one of these kinds was said after the `after`-th entry that reached this node."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT stream, kind FROM journal_entry WHERE seq > %s ORDER BY seq", (after,))
        return list(dict.fromkeys(stream for stream, kind in cursor.fetchall() if kind in kinds))
