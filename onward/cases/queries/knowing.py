"""Who may open which compartment of a resident's file: the one place that asks."""

from collections.abc import Collection

from onward.access.rules import RESIDENT, Actor, openable
from onward.cases.models import Case
from onward.kit.errors import NotFound
from onward.places.queries import kin_of


def of_host(actor: Actor, case: Case) -> bool:
    """Whether the actor works for whoever has custody of this resident, or for one under the same umbrella.

    Of staff without an organisation nobody knows for whom they work: they count as the host's.
    """
    if RESIDENT in actor.roles or not case.custody:
        return False
    return not actor.organisation or case.custody in kin_of(actor.organisation)


def compartments_for(actor: Actor, case: Case, *, leave: Collection[str] = ()) -> frozenset[str]:
    """The compartments of this resident's file that the actor opens; `leave`: those that the resident opened to them.

    `case` is one that the actor was given (`case_for`), or their own.
    """
    return openable(actor, of_host=of_host(actor, case), leave=leave)


def may_open(actor: Actor, case: Case, compartment: str, *, leave: Collection[str] = ()) -> bool:
    """Whether the actor opens this compartment of this resident's file."""
    return compartment in compartments_for(actor, case, leave=leave)


def check_opens(actor: Actor, case: Case, compartment: str, *, leave: Collection[str] = ()) -> None:
    """The same, for an act or a page: raises NotFound, as for what is not there."""
    if not may_open(actor, case, compartment, leave=leave):
        raise NotFound(compartment)
