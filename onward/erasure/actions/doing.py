"""The act itself, begun and done: what is said of it. `config.erasing` does what is said."""

from datetime import timedelta

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.erasure.events import ErasureBegun, FileErased, Ground
from onward.erasure.queries import begun, due
from onward.journal.append import append
from onward.journal.erase import forget_rows
from onward.journal.keyring import COPIES_DAYS
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.kit.ids import derived_id


@needs("erasure.begin_erasure")
@transaction.atomic
def begin_erasure(actor: Actor, *, request: str) -> str:
    """Begin an erasure that two agreed to: from here on the file is on no page. Gives whose it was.

    Written down before anything is destroyed, where it outlives the file: whatever stops the machine now, it is
    finished later. Raises NotFound where it was stopped meanwhile.
    """
    asked = next((one for one in due(today()) if one.id == request), None)
    if asked is None or asked.confirmed_on is None:
        raise NotFound(request)
    case = case_for(actor, asked.stream)
    ground: Ground = "own_request" if asked.ground == "own_request" else "time_is_over"
    said = ErasureBegun(
        case=case.id,
        ground=ground,
        themselves=asked.themselves,
        asked_on=asked.asked_on,
        asked_by=asked.asked_by,
        confirmed_on=asked.confirmed_on,
        confirmed_by=asked.confirmed_by,
    )
    append(said, by=actor, stream=request, id=derived_id(request, "begun"))
    forget_rows(case.id)
    return case.id


@needs("erasure.finish_erasure")
@transaction.atomic
def finish_erasure(actor: Actor, *, erasure: str) -> None:
    """Say that it is done here: keys, rows and papers are gone, and so are their traces."""
    if erasure not in {one.id for one in begun()}:
        raise NotFound(erasure)
    until = today() + timedelta(days=COPIES_DAYS)
    append(FileErased(copies_until=until), by=actor, stream=erasure, id=derived_id(erasure, "done"))
