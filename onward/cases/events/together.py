"""Who belongs with whom: a family is kept together; companions came together and may part."""

from typing import ClassVar

from onward.cases.events.shape import CaseEvent


class FamilyJoined(CaseEvent, frozen=True, kw_only=True):
    """The person belongs to a family (`family`, an id), as its mother, child, ... (`relation`)."""

    correctable: ClassVar[tuple[str, ...]] = ("relation",)

    family: str
    relation: str = ""


class CompanionNoted(CaseEvent, frozen=True, kw_only=True):
    """The person came with, or keeps with, another (`other`, a case) who is not family."""

    other: str
    relation: str = ""
