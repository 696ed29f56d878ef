"""A child is born: a file of their own, linked to their family."""

from datetime import date

import msgspec
from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.actions import Guard
from onward.cases.events import FamilyJoined
from onward.cases.queries import case_for, new_case_name
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import BirthRecorded, ChildBorn
from onward.journal.append import append, written
from onward.kit.dates import said_of
from onward.kit.ids import derived_id
from onward.places.queries import names_of
from onward.waiting.queries import matters_of, review_owed, reviewer_at, way_after

PATHWAY = "default"
EXPECTING = ("pregnant", "antenatal")
"""What is owed to whoever expects a child, and no longer once it is born."""


class Newborn(msgspec.Struct, frozen=True, kw_only=True):
    """A case that is about to open: what the way needs to know of it."""

    id: str
    site: str
    custody: str
    pathway: str = PATHWAY
    case_worker: str = ""


@needs("homecoming.record_birth")
@transaction.atomic
def record_birth(
    actor: Actor, *, case: str, entry: str, after: str = "", on: date, sex: str = "", born_at: str = ""
) -> str:
    """Record that the resident gave birth: the child has a file from that day, in the same family. Returns it."""
    mother = case_for(actor, case)
    child = derived_id(entry, "child")
    if written(entry):
        return child
    step = Step(by=actor, case=mother, entry=entry, after=after, on=on)
    step.check()
    family = mother.family or derived_id(entry, "family")
    step.say(BirthRecorded(child=child))
    if not mother.family:
        joined = FamilyJoined(family=family, relation="mother")
        append(joined, by=actor, stream=case, id=derived_id(entry, "mother"), cause=entry)
    _open_file(step, child, family, sex=sex, born_at=born_at)
    Guard(actor).child(child)
    ended = [one.id for one in matters_of(case) if one.closed_on is None and one.what in EXPECTING]
    Guard(actor).birth(mother=case, child=child, ended=ended, cause=entry)
    return child


def _open_file(step: Step, child: str, family: str, *, sex: str, born_at: str) -> None:
    mother, opening = step.case, derived_id(step.entry, "born")
    newborn = Newborn(id=child, site=mother.site, custody=mother.custody, case_worker=mother.case_worker)
    way = way_after(newborn, done=("received",), facts={"age": "child"}, entry_id=opening)
    reviewer = reviewer_at(mother.site, custody=mother.custody, case_worker=mother.case_worker)
    born = ChildBorn(
        mother=mother.id,
        born_at=born_at,
        case_name=new_case_name(child),
        language=mother.language,
        site=mother.site,
        custody=mother.custody,
        sex=sex,
        age="baby",
        family=family,
        # Nobody has said whether the child may leave: that, and by whom, is said from the first day.
        liberty_by=names_of([mother.custody]).get(mother.custody, ""),
        pathway=PATHWAY,
        opens=(*way.opens, review_owed(opening, holder=reviewer, first=True)),
        closes=way.closes,
        facts=way.facts,
    )
    happened_at, precision = said_of(step.on)
    append(
        born,
        by=step.by,
        stream=child,
        id=opening,
        happened_at=happened_at,
        precision=precision,
        cause=step.entry,
    )
