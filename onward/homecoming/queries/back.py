"""Who is said to be back after a handover, by one person until now."""

from typing import TYPE_CHECKING

from onward.waiting.queries import matters_of

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.waiting.models import Matter


def said_back(case: str) -> "Matter | None":
    """What a second person owes: whether this resident, who was handed over, is back. Of a case the actor was given."""
    return next((one for one in matters_of(case) if one.kind == "back" and one.closed_on is None), None)
