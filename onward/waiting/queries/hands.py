"""In whose hands matters are, as far as the one who asks may know."""

from collections.abc import Iterable
from copy import copy

from django.utils.translation import gettext as _

from onward.access.rules import Actor, may_name_bodies
from onward.access.rules.compartments import TOLD_OF
from onward.cases.queries import Knows, knows_of
from onward.journal.compartments import RECORD
from onward.waiting.models import Matter


def body_words(name: str, actor: Actor) -> str:
    """A body outside by its name; for whom that is not to know, as no more than that."""
    return name if may_name_bodies(actor) else _("a body outside")


def veiled(actor: Actor, matters: Iterable[Matter]) -> list[Matter]:
    """Those of these matters of which the actor may know, each with as much of it as they may know.

    A body outside is not named to whoever may not know which was asked; of a compartment that is not theirs there is
    only that something is owed, or not even that. Whoever said that it is owed knows what it is, and can see to it.
    """
    matters = list(matters)
    apart = {one.stream for one in matters if one.compartment != RECORD}
    if apart:
        knows = knows_of(actor, apart)
        matters = [one for one in (_apart(actor, one, knows.get(one.stream)) for one in matters) if one]
    if may_name_bodies(actor):
        return matters
    return [_of_nobody(one) if one.holder_kind == "body" else one for one in matters]


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
