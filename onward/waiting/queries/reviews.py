"""The review of stay that is owed next, and who would hold it: whatever opens or continues a stay opens it too."""

from django.conf import settings

from onward.access.queries import named_holders
from onward.cases.events import Holder, Holds, Opens
from onward.kit.ids import derived_id
from onward.places.queries import under_one_umbrella
from onward.waiting.models import Matter

OFFICE = "reviewer"
NOT_INDEPENDENT = "not_independent"


def reviewer_at(site: str, *, custody: str, case_worker: str = "") -> Holder:
    """The first reviewer of a site who is independent of whoever has custody; nobody where there is none."""
    return next(iter(_reviewers(site, custody, case_worker)), Holder(office=OFFICE))


def review_passed_on(review: Matter, *, site: str, custody: str, case_worker: str = "") -> Holds | None:
    """Whom an open review passes to at another site or in other custody; nobody while its reviewer still may hold it.

    Whoever belongs to those who now have custody is released, and it says why.
    """
    able = _reviewers(site, custody, case_worker)
    if review.holder_id in {holder.id for holder in able} or not (able or review.holder_id):
        return None
    return Holds(id=review.id, holder=next(iter(able), Holder(office=OFFICE)), reason=NOT_INDEPENDENT)


def _reviewers(site: str, custody: str, case_worker: str) -> list[Holder]:
    return [
        Holder(kind="staff", id=staff.id, name=staff.name, office=OFFICE)
        for staff in named_holders(OFFICE, site)
        if staff.id != case_worker and is_independent(staff.organisation, custody)
    ]


def is_independent(organisation: str, *hosts: str) -> bool:
    """Whether an organisation, which must be known, shares no umbrella with any that keeps the person."""
    return bool(organisation) and not any(under_one_umbrella(organisation, host) for host in hosts if host)


def review_owed(entry_id: str, *, holder: Holder, first: bool = False) -> Opens:
    """The review that an entry opens; its norm is the programme's, stored with it."""
    days = settings.REVIEWS.first if first else settings.REVIEWS.every
    return Opens(id=derived_id(entry_id, "review"), kind="review", what="review", holder=holder, norm=days)
