"""Incidents at a site, and what is measured there."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import Closes, Holder, Opens
from onward.cases.queries import case_for, check_opens
from onward.journal.append import append, written
from onward.journal.compartments import LEGAL
from onward.kit.dates import said_of, today
from onward.kit.ids import derived_id
from onward.places.queries import block_for, site_for
from onward.shelter.events import (
    IncidentFollowed,
    IncidentRecorded,
    IncidentSettled,
    IncidentShared,
    StandardMeasured,
)
from onward.shelter.queries import incident_for, incident_site
from onward.shelter.rules import check_followed, check_incident, check_measure, check_past

if TYPE_CHECKING:
    from onward.shelter.events.site import Measured, Sort


@needs("shelter.record_incident")
@transaction.atomic
def record_incident(
    actor: Actor,
    *,
    site: str,
    sort: "Sort",
    on: date,
    block: str = "",
    people: Collection[str] = (),
    words: str = "",
    safe_now: str,
    done: str = "",
    due: date,
    entry: str,
) -> None:
    """Record that somebody was unsafe: when, where, who is safe now, what was done. Whoever records it follows it."""
    found = incident_site(actor, site)
    _check_known(actor, block, people)
    if written(entry):
        return
    check_past(on, today=today())
    check_incident(safe_now=safe_now, due=due, today=today())
    said = IncidentRecorded(
        sort=sort,
        site=found.id,
        block=block,
        people=tuple(people),
        words=words.strip(),
        safe_now=safe_now.strip(),
        done=done.strip(),
        holder=actor.id,
        holder_name=actor.name,
        due=due,
    )
    at, precision = said_of(on)
    append(said, by=actor, stream=derived_id(entry, "incident"), id=entry, happened_at=at, precision=precision)
    _share(actor, tuple(people), due, entry)


def _check_known(actor: Actor, block: str, people: Collection[str]) -> None:
    if block:
        block_for(actor, block)
    for case in people:
        check_opens(actor, case_for(actor, case), LEGAL)


def _share(actor: Actor, people: tuple[str, ...], due: date, entry: str) -> None:
    """Say it in the file of each; the first is owed the following up."""
    incident = derived_id(entry, "incident")
    holder = Holder(kind="staff", id=actor.id, name=actor.name)
    for number, case in enumerate(people):
        norm = (due - today()).days
        matter = derived_id(incident, "follow")
        owed = Opens(id=matter, kind="incident", what="incident", holder=holder, norm=norm, compartment=LEGAL)
        shared = IncidentShared(incident=incident, opens=() if number else (owed,))
        append(shared, by=actor, stream=case, id=derived_id(entry, "in", case), cause=entry)


@needs("shelter.follow_incident")
@transaction.atomic
def follow_incident(
    actor: Actor, *, incident: str, words: str, over: bool = False, due: date | None = None, entry: str
) -> None:
    """Say what was done about an incident since, and when it is looked at again, or that it is over."""
    found = incident_for(actor, incident)
    if written(entry):
        return
    check_followed(is_over=found.due_on is None, words=words, over=over, due=due, today=today())
    followed = IncidentFollowed(words=words.strip(), due=None if over else due, by_name=actor.name)
    append(followed, by=actor, stream=found.id, id=entry)
    if over and found.people:
        settled = IncidentSettled(incident=found.id, closes=(Closes(id=derived_id(found.id, "follow")),))
        append(settled, by=actor, stream=found.people[0], id=derived_id(entry, "settled"), cause=entry)


@needs("shelter.note_measure")
@transaction.atomic
def note_measure(actor: Actor, *, site: str, what: "Measured", value: int, on: date, entry: str) -> None:
    """Note what was measured or counted at a site, on which day."""
    found = site_for(actor, site).id
    if written(entry):
        return
    check_past(on, today=today())
    check_measure(value)
    at, precision = said_of(on)
    said = StandardMeasured(what=what, value=value, by_name=actor.name)
    append(said, by=actor, stream=found, id=entry, happened_at=at, precision=precision)
