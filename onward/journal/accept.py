"""Going on after a loss: when entries are gone for good, a person says so, and the journal keeps that it was said."""

from django.db import transaction

from onward.journal import head, rows
from onward.journal.append import Author, append
from onward.journal.entries import Entry
from onward.journal.events import LossAccepted
from onward.journal.node import this_node

RESTORED = "restored"
"""An older copy was restored, although others remember what came after it."""


def accept_loss(*, by: Author | str, reason: str, known: head.Head | None = None) -> Entry | None:
    """Sign the journal as it is now, with an entry that says what the head had said. None when nothing is wrong.

    `known`: a later head of this node that others remember, when an older copy was restored.
    """
    with transaction.atomic():
        found: str = head.standing().value
        if found in head.SOUND:
            if known is None or rows.hash_at(known.node, known.number) == known.hash:
                return None
            found = RESTORED
        signed = known or head.read()
        event = LossAccepted(
            reason=reason,
            found=found,
            signed_number=signed.number if signed else 0,
            signed_hash=signed.hash.hex() if signed else "",
        )
        # Only once the entry is committed is the old head let go; append signs the new one after that.
        transaction.on_commit(head.start_anew)
        with head.trusted():
            return append(event, by=by, stream=this_node())
