"""Which compartments of a file a role may open: asked in `cases.queries.knowing` alone, which knows whose file."""

from collections.abc import Collection

from onward.access.rules.actor import Actor
from onward.access.rules.grants import (
    CASE,
    CHILD_OFFICER,
    COORDINATOR,
    HEALTH_WORKER,
    LAWYER,
    LIAISON,
    OVERSIGHT,
    PROTECTION,
    RECEPTION,
    RESIDENT,
    REVIEWER,
    SITE,
    SPECIALISTS,
    TRACING,
)
from onward.journal.compartments import ACCOUNT, CHILD, COMPLAINT, GBV, HEALTH, IDENTITY, LEGAL, RECORD

FILE_STAFF = (RECEPTION, CASE, SITE, LIAISON, COORDINATOR, OVERSIGHT, REVIEWER)

OPENS: dict[str, frozenset[str]] = {
    RECORD: frozenset({*FILE_STAFF, *SPECIALISTS, RESIDENT}),
    IDENTITY: frozenset({CASE, LIAISON, TRACING}),
    HEALTH: frozenset({HEALTH_WORKER, RESIDENT}),
    GBV: frozenset({PROTECTION}),
    LEGAL: frozenset({CASE, LIAISON, COORDINATOR, OVERSIGHT, REVIEWER, LAWYER, RESIDENT}),
    CHILD: frozenset({CASE, LIAISON, OVERSIGHT, CHILD_OFFICER}),
    ACCOUNT: frozenset({CASE, HEALTH_WORKER, TRACING, RESIDENT}),
    COMPLAINT: frozenset({OVERSIGHT}),
}
"""Compartment -> the roles that open it. An identity is opened with a reason, said first; nobody else opens GBV."""

BY_LEAVE: dict[str, frozenset[str]] = {ACCOUNT: frozenset({LAWYER})}
"""Compartment -> the roles that open it where the person gave leave."""

TOLD_OF = frozenset({RECORD, IDENTITY, HEALTH, LEGAL, CHILD})
"""Compartments of which whoever sees the file may know that something is owed there, and not what. Of the others
that alone would tell too much: to whoever does not open them, nothing is there."""


def offices_that_open(compartment: str) -> frozenset[str]:
    """The offices whose work lies in a compartment."""
    return OPENS[compartment] - {RESIDENT}


def told_of(actor: Actor, *, of_host: bool) -> frozenset[str]:
    """The compartments of which the actor may know that something is owed there, whether or not they open them."""
    sees = not actor.roles.isdisjoint(OPENS[RECORD])
    return frozenset({RECORD}) if of_host else TOLD_OF if sees else frozenset()


def openable(actor: Actor, *, of_host: bool, leave: Collection[str] = ()) -> frozenset[str]:
    """The compartments of a file that the actor opens: by role, with the person's `leave`, and whose staff they are.

    `of_host`: they work for whoever has custody of the person, or under the same umbrella. Such staff open the record
    and nothing else, whatever their roles.
    """
    by_role = {one for one, roles in OPENS.items() if not actor.roles.isdisjoint(roles)}
    by_leave = {one for one in leave if not actor.roles.isdisjoint(BY_LEAVE.get(one, ()))}
    return frozenset((by_role | by_leave) & {RECORD} if of_host else by_role | by_leave)
