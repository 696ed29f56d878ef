"""Who was there: from a roster on one page, or by scanning cards."""

from collections.abc import Collection

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_of_scan
from onward.courses.events import AttendanceNoted
from onward.courses.queries import present_at, roster_for, session_for
from onward.courses.rules import check_attendance, check_session
from onward.journal.append import append, written
from onward.kit.ids import derived_id


@needs("courses.take_attendance")
@transaction.atomic
def take_attendance(actor: Actor, *, course: str, session: str, present: Collection[str], entry: str) -> None:
    """Note who of the roster was at a session. Only what is new is written; each in the person's own file."""
    found, one = session_for(actor, course, session)
    people = {case for case, _name in roster_for(actor, found).people}
    check_session(cancelled=one.cancelled)
    before = present_at(one.id) & people
    if written(entry):
        return
    for place, case in enumerate(sorted(people & (before ^ set(present)))):
        noted = AttendanceNoted(course=found.id, session=one.id, present=case not in before)
        append(noted, by=actor, stream=case, id=derived_id(entry, case) if place else entry)


@needs("courses.scan_attendance")
@transaction.atomic
def scan_attendance(actor: Actor, *, course: str, session: str, card: str, entry: str) -> None:
    """Note by their card, or by its number, that somebody is here. Cards scanned from one page are told apart."""
    found, one = session_for(actor, course, session)
    people = {case for case, _name in roster_for(actor, found).people}
    check_session(cancelled=one.cancelled)
    case = case_of_scan(actor, card)
    check_attendance(on_roster=case is not None and case.id in people)
    if case is not None and case.id not in present_at(one.id):
        noted = AttendanceNoted(course=found.id, session=one.id)
        append(noted, by=actor, stream=case.id, id=derived_id(entry, case.id))
