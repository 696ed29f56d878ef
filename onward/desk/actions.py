"""What staff do across the rooms: lock, hand over whom they care for, and end a person's work here."""

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction

from onward.access import actions as access
from onward.access.rules import Actor, needs
from onward.cases.actions import hand_over_case, release_cases
from onward.cases.queries import case_for
from onward.desk.rules import check_chosen
from onward.journal.append import written
from onward.kit.ids import derived_id, new_id
from onward.sealing.locking import lock_soon
from onward.waiting.actions import hand_on_matters, release_matters


@needs("desk.lock")
def lock(actor: Actor) -> None:  # noqa: ARG001 - whoever works here may lock, and nothing is kept of who did
    """Lock the programme: this process forgets the keys by ending, and none reads them again by itself."""
    lock_soon(settings.ONWARD_DATA)


@needs("desk.hand_over_cases")
@transaction.atomic
def hand_over_cases(actor: Actor, *, cases: Sequence[str], worker: str, words: str = "", entry: str) -> None:
    """Pass cases on to another case worker, with what was owed to these people and a note; theirs at once."""
    if written(entry):
        return
    check_chosen(cases)
    for number, case in enumerate(dict.fromkeys(cases)):
        own = derived_id(entry, case) if number else entry
        before = case_for(actor, case).case_worker
        hand_over_case(actor, case=case, worker=worker, words=words, entry=own)
        hand_on_matters(actor, case=case, before=before, to=worker, entry=own)


@needs("access.end_staff")
@transaction.atomic
def end_staff(actor: Actor, *, staff: str, reason: str = "", after: str = "", entry: str = "") -> None:
    """End a person's work here; whom they worked for and what they owed are nobody's until given to somebody else."""
    entry = entry or new_id()
    if written(entry):
        return
    access.end_staff(actor, staff=staff, reason=reason, after=after, entry=entry)
    release_cases(actor, staff=staff, entry=derived_id(entry, "cases"))
    release_matters(actor, staff=staff, entry=derived_id(entry, "matters"))
