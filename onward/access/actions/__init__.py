"""Adding, changing and ending staff, what takes two people, and what a person does with their own account."""

from onward.access.actions.granting import confirm_grant, refuse_grant, take_back_grant
from onward.access.actions.own import choose_password, end_own_sessions, note_reading
from onward.access.actions.staff import add_staff, change_staff, end_sessions, end_staff, renew_access
from onward.access.rules.credentials import SignIn

__all__ = [
    "SignIn",
    "add_staff",
    "change_staff",
    "choose_password",
    "confirm_grant",
    "end_own_sessions",
    "end_sessions",
    "end_staff",
    "note_reading",
    "refuse_grant",
    "renew_access",
    "take_back_grant",
]
