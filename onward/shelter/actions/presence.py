"""Who is here, by page or by card; who is not; and what became of them."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import Closes, Opens
from onward.cases.queries import case_for, case_of_scan
from onward.journal.append import append, written
from onward.kit.dates import said_of, today
from onward.kit.ids import derived_id
from onward.places.queries import site_for
from onward.shelter.events import AbsenceEnded, AbsenceLimitChanged, AbsenceNoted, PresenceTaken
from onward.shelter.queries import absence_of, looked_for, missed_today, seen_among, site_holder, worker_of
from onward.shelter.rules import FIND_OUT, check_absent, check_limit, check_past, check_present, check_scanned

if TYPE_CHECKING:
    from onward.shelter.events.presence import Became, How


@needs("shelter.take_roster")
@transaction.atomic
def take_roster(actor: Actor, *, site: str, present: Collection[str], on: date | None = None, entry: str) -> None:
    """Note who is here, or was on a day, as ticked on a page. Who is not ticked is not said to be away."""
    found = site_for(actor, site).id
    if written(entry):
        return
    here = seen_among(actor, found, present)
    check_present(len(here))
    if on:
        check_past(on, today=today())
    _seen(actor, found, here, how="roster", on=on or today(), entry=entry)


@needs("shelter.scan_presence")
@transaction.atomic
def scan_presence(actor: Actor, *, site: str, codes: Sequence[str], entry: str) -> list[str]:
    """Note who is here by their cards, one or many. Gives the codes that are no card of somebody known here."""
    found = site_for(actor, site).id
    cases = {code: case_of_scan(actor, code) for code in codes}
    unknown = [code for code, case in cases.items() if case is None]
    here = seen_among(actor, found, [case.id for case in cases.values() if case is not None])
    check_scanned(len(here))
    scanned = derived_id(entry, *here)  # cards may be scanned one after another from a page that is not yet answered
    if not written(scanned):
        _seen(actor, found, here, how="scan", on=today(), entry=scanned)
    return unknown


def _seen(actor: Actor, site: str, here: Sequence[str], *, how: "How", on: date, entry: str) -> None:
    taken = PresenceTaken(present=tuple(here), how=how, by_name=actor.name)
    at, precision = said_of(on)
    append(taken, by=actor, stream=site, id=entry, happened_at=at, precision=precision)
    # Who was seen before they were missed is still looked for.
    for absence in (one for one in looked_for(here) if one.since <= on):
        ended = AbsenceEnded(by_name=actor.name, closes=(Closes(id=absence.matter),))
        append(ended, by=actor, stream=absence.stream, id=derived_id(entry, absence.stream), cause=entry)


@needs("shelter.set_absence_limit")
@transaction.atomic
def set_absence_limit(actor: Actor, *, site: str, days: int, entry: str) -> None:
    """Say after how many days without being seen somebody is looked for at this site; 0: never."""
    found = site_for(actor, site).id
    check_limit(days)
    append(AbsenceLimitChanged(days=days), by=actor, stream=found, id=entry)


@needs("shelter.note_absences")
def note_absences(actor: Actor) -> int:
    """Have somebody look for everyone who is missed. Run by the clocks: safe to miss and to repeat."""
    missed = missed_today()
    for case, site, days in missed:
        _note(actor, case, site, days)
    return len(missed)


@transaction.atomic
def _note(actor: Actor, case: str, site: str, days: int) -> None:
    file = case_for(actor, case)
    entry = derived_id(file.id, "absent", today().isoformat())
    holder = worker_of(file)
    holder = holder if holder.id else site_holder(site)
    owed = Opens(id=derived_id(entry, "look"), kind="absence", what="absence", holder=holder, norm=FIND_OUT)
    append(AbsenceNoted(site=site, days=days, opens=(owed,)), by=actor, stream=file.id, id=entry)


@needs("shelter.end_absence")
@transaction.atomic
def end_absence(actor: Actor, *, case: str, became: "Became", words: str = "", entry: str) -> None:
    """Say what became of somebody who was not seen and whose stay goes on."""
    found = absence_of(actor, case)
    if written(entry):
        return
    check_absent(is_over=found.is_over, became=became, words=words)
    ended = AbsenceEnded(became=became, words=words.strip(), by_name=actor.name, closes=(Closes(id=found.matter),))
    append(ended, by=actor, stream=found.stream, id=entry)
