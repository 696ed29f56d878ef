"""Who owes what an office owes."""

from onward.access.queries import named_holder
from onward.cases.events import Holder


def office_holder(office: str, site: str, *, organisation: str = "") -> Holder:
    """The person in an office at a site, of that organisation where one is named; an office without one is nobody."""
    staff = named_holder(office, site, organisation=organisation)
    if staff is None:
        return Holder(office=office)
    return Holder(kind="staff", id=staff.id, name=staff.name, office=office)
