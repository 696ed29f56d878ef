"""Across files: whose time is over soon, what is asked, what is gone."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from onward.access.queries import staff_names
from onward.access.rules import Actor, may
from onward.cases.queries import case_names, ids_within
from onward.erasure.models import Erasure, Hold, Request, Term
from onward.erasure.rules import NOTICE
from onward.kit.dates import today
from onward.places.queries import kin_of, runs_a_site

SHOWN = 200
BATCH = 200


class Line(NamedTuple):
    """A request or a term, and whose file it is about."""

    about: Request | Term
    case_name: str
    held: bool


class Gone(NamedTuple):
    """An erasure, and the two who agreed, by name."""

    erasure: Erasure
    asked_by: str
    confirmed_by: str


class Erasures(NamedTuple):
    """What is asked and agreed to, whose time is over within ninety days, and what is gone, latest first.

    The first two name residents: they are empty for whoever may not see files. Who is gone, those who keep people see
    for themselves: that it was wished for, and by whom, is not told to them (`says_why`).
    """

    asked: Sequence[Line]
    ending: Sequence[Line]
    gone: Sequence[Gone]
    names_files: bool
    says_why: bool


def erasures_for(actor: Actor) -> Erasures:
    """What the actor may see of it."""
    files = may(actor, "cases.see_case") and bool(actor.organisation)
    asked: Sequence[Line] = ()
    ending: Sequence[Line] = ()
    if files:
        within = ids_within(actor).exclude(custody__in=kin_of(actor.organisation))
        asked = _lines(Request.objects.filter(ended_on=None, stream__in=within).order_by("asked_on", "id")[:SHOWN])
        soon = Term.objects.filter(keep_until__lt=today() + NOTICE, stream__in=within)
        ending = _lines(soon.order_by("keep_until", "id")[:SHOWN])
    gone = list(Erasure.objects.order_by("-begun_on", "-id")[:SHOWN])
    says_why = bool(actor.organisation) and not runs_a_site(actor.organisation)
    names = staff_names({who for one in gone if says_why for who in (one.asked_by, one.confirmed_by)} - {""})
    return Erasures(
        asked=asked,
        ending=ending,
        gone=[Gone(one, names.get(one.asked_by, ""), names.get(one.confirmed_by, "")) for one in gone],
        names_files=files,
        says_why=says_why,
    )


def _lines(found: "Iterable[Request | Term]") -> list[Line]:
    rows = list(found)
    names = case_names(row.stream for row in rows)
    streams = [row.stream for row in rows]
    held = set(Hold.objects.filter(stream__in=streams, ended_on=None).values_list("stream", flat=True))
    return [Line(row, names.get(row.stream, ""), row.stream in held) for row in rows]


def due(day: date) -> list[Request]:
    """The requests that two agreed to, that nobody stopped in time, and that no hold is against. For the machine."""
    ready = Request.objects.filter(ended_on=None, undo_until__lt=day)
    held = Hold.objects.filter(ended_on=None).values("stream")
    return list(ready.exclude(stream__in=held).order_by("undo_until", "id")[:BATCH])


def begun() -> list[Erasure]:
    """The erasures that were begun and are not done: the machine stopped, or somebody read at the time."""
    return list(Erasure.objects.filter(done_on=None).order_by("begun_on", "id"))


def ends_to_note(day: date) -> list[Term]:
    """The files whose time is over soon, and of whom nobody was asked yet. For the machine."""
    pending = Request.objects.filter(ended_on=None).values("stream")
    soon = Term.objects.filter(keep_until__lt=day + NOTICE, matter="").exclude(stream__in=pending)
    return list(soon.order_by("keep_until", "id")[:BATCH])
