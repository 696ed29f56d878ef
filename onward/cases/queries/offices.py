"""Who owes what an office owes."""

from onward.access.queries import named_holder, named_holders
from onward.access.rules.compartments import TOLD_OF, offices_that_open
from onward.access.rules.grants import COORDINATOR, OVERSIGHT
from onward.cases.events import Holder
from onward.journal.compartments import RECORD
from onward.places.queries import kin_of


def office_holder(office: str, site: str, *, organisation: str = "") -> Holder:
    """The person in an office at a site, of that organisation where one is named; an office without one is nobody."""
    staff = named_holder(office, site, organisation=organisation)
    if staff is None:
        return Holder(office=office)
    return Holder(kind="staff", id=staff.id, name=staff.name, office=office)


def holder_within(compartment: str, office: str, site: str, *, host: str) -> Holder:
    """The person who owes what an office owes in a compartment: never one of those who keep the person (`host`).

    Where nobody is in that office, another whose work lies in the compartment; where none is, and it may be known that
    something is owed there, whoever coordinates: they hand it to somebody who opens it, and read nothing of it.
    """
    if compartment == RECORD:
        return office_holder(office, site)
    others = sorted(offices_that_open(compartment) - {office, OVERSIGHT})
    bringing = (COORDINATOR, OVERSIGHT) if compartment in TOLD_OF else ()
    keepers = kin_of(host) if host else frozenset()
    for each in dict.fromkeys((office, *others, *bringing)):
        for staff in named_holders(each, site):
            if staff.organisation and staff.organisation not in keepers:
                return Holder(kind="staff", id=staff.id, name=staff.name, office=office)
    return Holder(office=office)
