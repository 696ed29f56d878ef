"""Whose work needs more than a password."""

from onward.access.rules.actor import Actor
from onward.access.rules.grants import SPECIALISTS
from onward.access.rules.needs import may

GUARDED = (
    "cases.open_identity",
    "access.add_staff",
    "access.renew_access",
    "access.change_staff",
    "access.confirm_grant",
)
"""Who may do one of these could learn who somebody is, or let somebody in who could."""


def must_have_second_step(actor: Actor) -> bool:
    """Whether the actor's work opens identities, accounts, or what lies in a closed compartment."""
    return not actor.roles.isdisjoint(SPECIALISTS) or any(may(actor, permission) for permission in GUARDED)
