"""In whose hands matters are, as far as the one who asks may know."""

from collections.abc import Iterable, Mapping
from copy import copy

from django.utils.translation import gettext as _

from onward.access.rules import Actor, Reader
from onward.access.rules.compartments import TOLD_OF
from onward.cases.queries import Knows, knows_of, readers_of
from onward.journal.compartments import RECORD
from onward.waiting.models import Matter


def body_words(name: str, reader: Reader) -> str:
    """A body outside by its name; for whom that is not to know, as no more than that."""
    return name if reader.names else _("a body outside")


def veiled(actor: Actor, matters: Iterable[Matter], readers: Mapping[str, Reader] | None = None) -> list[Matter]:
    """Those of these matters of which the actor may know, each with as much of it as they may know.

    A body outside is not named to whoever may not know which was asked; of a compartment that is not theirs there is
    only that something is owed, or not even that. Whoever said that it is owed knows what it is, and can see to it.
    `readers`: what `readers_of` gave of their cases, if it was asked already.
    """
    matters = list(matters)
    apart = {one.stream for one in matters if one.compartment != RECORD}
    if apart:
        knows = knows_of(actor, apart)
        matters = [one for one in (_apart(actor, one, knows.get(one.stream)) for one in matters) if one]
    bodies = {one.stream for one in matters if one.holder_kind == "body"}
    if not bodies:
        return matters
    of = readers_of(actor, bodies) if readers is None else readers
    return [_of_nobody(one) if one.holder_kind == "body" and not of[one.stream].names else one for one in matters]


def _apart(actor: Actor, matter: Matter, knows: Knows | None) -> Matter | None:
    if matter.compartment == RECORD:
        return matter
    own = matter.said_by == actor.id and matter.compartment in TOLD_OF
    if not own and (knows is None or matter.compartment not in knows.opens | knows.told):
        return None
    shown = copy(matter)
    shown.opened = own or (knows is not None and matter.compartment in knows.opens)
    if not shown.opened:
        shown.what = shown.reason = shown.overrun = shown.overrun_words = ""
    return shown


def _of_nobody(matter: Matter) -> Matter:
    shown = copy(matter)
    shown.holder_name = _("a body outside")
    return shown
