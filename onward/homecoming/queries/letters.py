"""What was told to whom: the resident's to read, and their case's staff's."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onward.access.queries import staff_names
from onward.access.rules import Actor, may
from onward.access.rules.grants import RESIDENT
from onward.cases.queries import case_for
from onward.homecoming.models import Disclosure
from onward.kit.errors import NotFound


class Letter(NamedTuple):
    """One letter that left the programme."""

    body: str
    told: list[str]
    sent_on: date
    reminder: bool
    by: str


def disclosures_of(actor: Actor, case: str) -> Sequence[Letter]:
    """What was told to whom about a resident, latest first."""
    if not (may(actor, "homecoming.see_way") or (actor.id == case and RESIDENT in actor.roles)):
        raise NotFound(case)
    rows = list(Disclosure.objects.filter(stream=case_for(actor, case).id).order_by("-sent_on", "-id"))
    names = staff_names(row.sent_by for row in rows)
    return [Letter(row.body, row.told, row.sent_on, row.reminder, names.get(row.sent_by, "")) for row in rows]
