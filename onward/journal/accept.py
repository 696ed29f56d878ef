"""Going on after a loss: when entries are gone for good, a person says so, and the journal keeps that it was said."""

from django.db import transaction

from onward.journal import head
from onward.journal.append import Author, append
from onward.journal.entries import Entry
from onward.journal.events import LossAccepted
from onward.journal.node import this_node


def accept_loss(*, by: Author | str, reason: str) -> Entry | None:
    """Sign the journal as it is now, with an entry that says what the head had said. None when nothing is wrong."""
    with transaction.atomic():
        found = head.standing()
        if found in head.SOUND:
            return None
        signed = head.read()
        event = LossAccepted(
            reason=reason,
            found=found.value,
            signed_number=signed.number if signed else 0,
            signed_hash=signed.hash.hex() if signed else "",
        )
        # Only once the entry is committed is the old head let go; append signs the new one after that.
        transaction.on_commit(head.start_anew)
        with head.trusted():
            return append(event, by=by, stream=this_node())
