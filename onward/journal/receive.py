"""Taking in entries that another node wrote: as stored, in each node's own order, refolding what they came late to."""

from collections.abc import Iterable, Sequence

from django.db import connection, transaction
from django.utils.translation import gettext as _

from onward.journal import clock, head, project, reading, rows
from onward.journal.node import this_node
from onward.kit.errors import RuleBroken


class ChainRefused(RuleBroken):
    """The entries do not carry on the chain of their node: something is missing, altered, or written in our name."""

    def __init__(self, row: rows.Row) -> None:
        super().__init__(_("These entries do not carry on from those that are here already. None was taken in."))
        self.row = row


def receive(batch: Iterable[rows.Row]) -> list[str]:
    """Write rows of other nodes, all or none; those that are here already are left. Gives the streams that changed.

    Inside transaction.atomic. Raises ChainRefused, ClockJumped.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("receive() belongs inside transaction.atomic")
    head.check_agreement()
    arrived: dict[str, list[rows.Row]] = {}
    for row in sorted(batch, key=lambda each: (each.node, each.number)):
        if _take(row):
            arrived.setdefault(row.stream, []).append(row)
    for stream, new in arrived.items():
        _bring_up_to_date(stream, new)
    return list(arrived)


def _take(row: rows.Row) -> bool:
    if rows.hash_at(row.node, row.number) == row.hash:
        return False
    tip = rows.tip(row.node)
    follows = row.number == tip.number + 1 and row.prev == tip.hash
    if row.node == this_node() or not follows or row.hash != rows.digest(row) or rows.exists(row.id):
        raise ChainRefused(row)
    clock.check_foreign(row.recorded_at)
    rows.insert(row, tip.seq + 1)
    return True


def _bring_up_to_date(stream: str, new: Sequence[rows.Row]) -> None:
    in_order = sorted(new, key=rows.Row.place)
    known = rows.of_stream(stream)
    if any(row.corrects for row in known) or known[-len(new) :] != in_order:
        project.refold(stream)
    else:
        opens = project.opened_by_projectors()
        project.project((reading.as_entry(row, opens) for row in in_order), stream)
