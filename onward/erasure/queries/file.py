"""How long one file is kept, and what is asked of it."""

from typing import TYPE_CHECKING

import msgspec

from onward.access.queries import named_holders, staff_names
from onward.access.rules import Actor
from onward.access.rules.grants import COORDINATOR, OVERSIGHT
from onward.cases.events import Holder
from onward.cases.queries import case_for, check_opens
from onward.cases.rules import IN_DOUBT, UNDER_AGE
from onward.erasure.models import Hold, Request, Term
from onward.journal import quick
from onward.journal.compartments import LEGAL
from onward.kit.errors import NotFound
from onward.waiting.queries import is_independent

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case


class Keeping(msgspec.Struct, frozen=True, kw_only=True):
    """How long a file is kept, what is asked of it, who holds it; `names` are the staff who said so, by id."""

    term: Term | None
    request: Request | None
    hold: Hold | None
    names: dict[str, str]


def file_for(actor: Actor, case: str) -> "Case":
    """A file whose keeping the actor may know of: nobody's of those who keep the person."""
    found = case_for(actor, case)
    check_opens(actor, found, LEGAL)
    return found


def keeping_of(case: "Case") -> Keeping:
    """How it stands with a file that `file_for` gave."""
    term, request = term_of(case.id), _request(case.id)
    held = next((one for one in quick.rows(Hold, stream=case.id) if one.ended_on is None), None)
    named = {request.asked_by, request.confirmed_by} if request else set()
    named |= {term.prolonged_by} if term else set()
    named |= {held.by} if held else set()
    return Keeping(term=term, request=request, hold=held, names=staff_names(named - {""}))


def term_of(case: str) -> Term | None:
    """Until when a closed file is kept; none while it is open."""
    return quick.find(Term, case, case)


def open_request(case: str) -> Request:
    """What is asked of a file now. Raises NotFound."""
    found = _request(case)
    if found is None:
        raise NotFound(case)
    return found


def _request(case: str) -> Request | None:
    rows = quick.rows(Request, stream=case, order=("-id",))
    return next((row for row in rows if row.ended_on is None), None)


def second_holder(case: "Case", *, by: str, organisation: str, ground: str) -> Holder:
    """Who is asked to decide: the first who may, of another organisation and independent of who has custody."""
    child = ground == "own_request" and case.age in (*UNDER_AGE, IN_DOUBT)
    for office in (OVERSIGHT,) if child else (COORDINATOR, OVERSIGHT):
        for staff in named_holders(office, case.site):
            other = staff.id != by and staff.organisation != organisation
            if other and is_independent(staff.organisation, case.custody):
                return Holder(kind="staff", id=staff.id, name=staff.name, office=office)
    return Holder(office=OVERSIGHT)
