"""What a role may do, plain values in: the actor, the table GRANTS, and the check at every door."""

from onward.access.rules.actor import NOBODY, Actor
from onward.access.rules.grants import GRANTS, ROLES, STAFF_ROLES
from onward.access.rules.needs import may, needs

__all__ = ["GRANTS", "NOBODY", "ROLES", "STAFF_ROLES", "Actor", "may", "needs"]
