"""Proof that nothing was altered: every chain entry by entry, each with its scan, then its end against the head."""

from collections.abc import Callable

import msgspec
from django.db import connection

from onward.journal import head, rows, scans
from onward.journal.head import Standing
from onward.journal.node import this_node

GUARDS = ("journal_entry_no_update", "journal_entry_no_delete", "journal_entry_no_replace")
HEADS = {
    Standing.BEHIND: "The signed head names entry {number}, which is not there: the end was cut off, or an old copy"
    " of the database was put back.",
    Standing.ALTERED: "Entry {number} is not the one that was signed in the head: the journal was written again.",
    Standing.MISSING: "There are entries but no signed head: the file was removed.",
    Standing.UNREADABLE: "The signed head cannot be read, or was signed by another key.",
}


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """The first thing that is wrong: at which entry, and what."""

    node: str
    number: int
    entry: str = ""
    sentence: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What `verify` found. `fault` is None when all is well."""

    entries: int
    nodes: int
    standing: Standing
    fault: Fault | None = None


def verify(progress: Callable[[int, int], None] | None = None) -> Report:
    """Check every entry of every chain, the guards and the head. Stops at the first fault."""
    total, checked = rows.count(), 0
    nodes = rows.nodes()
    fault = _guards_fault()
    for node in nodes:
        before = None
        for row in rows.of_node(node):
            fault = fault or _fault(row, before)
            if fault:
                break
            before, checked = row, checked + 1
            if progress is not None and (checked % 500 == 0 or checked == total):
                progress(checked, total)
        if fault:
            break
    standing = head.standing()
    return Report(entries=checked, nodes=len(nodes), standing=standing, fault=fault or _head_fault(standing))


def _fault(row: rows.Row, before: rows.Row | None) -> Fault | None:
    number, last = (before.number, before.hash) if before else (0, rows.START)
    if row.number != number + 1:
        sentence = f"Entry {number + 1} is missing."
        return Fault(node=row.node, number=number + 1, sentence=sentence)
    if row.hash != rows.digest(row):
        sentence = f"Entry {row.number} ({row.id}) was altered after it was written."
    elif row.prev != last:
        sentence = f"Entry {row.number} ({row.id}) does not follow the entry before it."
    elif scans.is_missing(row):
        sentence = f"The scan of entry {row.number} ({row.id}) is gone, or was altered after it was kept."
    else:
        return None
    return Fault(node=row.node, number=row.number, entry=row.id, sentence=sentence)


def _head_fault(standing: Standing) -> Fault | None:
    if standing in head.SOUND:
        return None
    signed = head.read()
    number = signed.number if signed else 0
    return Fault(node=this_node(), number=number, sentence=HEADS[standing].format(number=number))


def _guards_fault() -> Fault | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal_entry'")
        there = {name for (name,) in cursor.fetchall()}
    for guard in GUARDS:
        if guard not in there:
            return Fault(node=this_node(), number=0, sentence=f"The database's guard {guard} was removed.")
    return None
