"""Who works here, who holds an office, and who read a file."""

from onward.access.queries.accounts import account_for, actor_of, username_taken
from onward.access.queries.members import (
    actor_from,
    actor_of_staff,
    named_holder,
    named_holders,
    other_administrators,
    staff_for,
    staff_members_for,
    staff_names,
    staff_organisations,
    staff_roles,
    staff_within,
    workplaces_for,
)
from onward.access.queries.readings import readings_for

__all__ = [
    "account_for",
    "actor_from",
    "actor_of",
    "actor_of_staff",
    "named_holder",
    "named_holders",
    "other_administrators",
    "readings_for",
    "staff_for",
    "staff_members_for",
    "staff_names",
    "staff_organisations",
    "staff_roles",
    "staff_within",
    "username_taken",
    "workplaces_for",
]
