"""What a role may do, plain values in: the actor, the table GRANTS, and the check at every door."""

from onward.access.rules.actor import NOBODY, Actor
from onward.access.rules.compartments import openable, told_of
from onward.access.rules.grants import ADMINISTRATOR, GRANTS, RESIDENT, ROLES, STAFF_ROLES
from onward.access.rules.knowing import Reader, may_know, may_name_bodies, may_read_words, reader
from onward.access.rules.names import ROLE_NAMES
from onward.access.rules.needs import may, needs

__all__ = [
    "ADMINISTRATOR",
    "GRANTS",
    "NOBODY",
    "RESIDENT",
    "ROLES",
    "ROLE_NAMES",
    "STAFF_ROLES",
    "Actor",
    "Reader",
    "may",
    "may_know",
    "may_name_bodies",
    "may_read_words",
    "needs",
    "openable",
    "reader",
    "told_of",
]
