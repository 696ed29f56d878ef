"""What a resident needs, and that it was met."""

from typing import ClassVar

from onward.cases.events import CaseEvent


class NeedNoted(CaseEvent, frozen=True, kw_only=True):
    """A need was noted, on any day of a stay, in the compartment whose staff meet it; it opens what is owed.

    `what` is one of `care.rules.NEEDS`, `urgency` one of `URGENCIES`. `due_month`: when a child is expected
    ("2027-03"), where somebody is pregnant.
    """

    what: str
    urgency: str = ""
    note: str = ""
    due_month: str = ""
    by_name: str = ""


class NeedMet(CaseEvent, frozen=True, kw_only=True):
    """What a resident needed was given or done. `need` is the matter this entry closes."""

    correctable: ClassVar[tuple[str, ...]] = ("note",)

    need: str
    what: str = ""
    note: str = ""
    by_name: str = ""
