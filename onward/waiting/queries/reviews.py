"""The review of stay that is owed next, and who would hold it: whatever opens or continues a stay opens it too."""

from django.conf import settings

from onward.access.queries import named_holders
from onward.cases.events import Holder, Opens
from onward.kit.ids import derived_id
from onward.places.queries import under_one_umbrella

OFFICE = "reviewer"


def reviewer_at(site: str, *, custody: str) -> Holder:
    """The first reviewer of a site who is independent of whoever has custody; nobody where there is none."""
    for staff in named_holders(OFFICE, site):
        if is_independent(staff.organisation, custody):
            return Holder(kind="staff", id=staff.id, name=staff.name, office=OFFICE)
    return Holder(office=OFFICE)


def is_independent(organisation: str, *hosts: str) -> bool:
    """Whether an organisation, which must be known, shares no umbrella with any that keeps the person."""
    return bool(organisation) and not any(under_one_umbrella(organisation, host) for host in hosts if host)


def review_owed(entry_id: str, *, holder: Holder, first: bool = False) -> Opens:
    """The review that an entry opens; its norm is the programme's, stored with it."""
    days = settings.REVIEWS.first if first else settings.REVIEWS.every
    return Opens(id=derived_id(entry_id, "review"), kind="review", what="review", holder=holder, norm=days)
