"""A child, or whoever may be one: what is best for them, and who cares for them."""

from typing import Literal

from onward.cases.events import CaseEvent

WithWhom = Literal["parents", "family", "other_adult", "alone", "adult"]
Verified = Literal["no", "papers", "both_say", "tracing"]


class ChildAssessed(CaseEvent, frozen=True, kw_only=True):
    """What is best for a child now was assessed: it begins the child's track and is no determination.

    `with_whom`: with parents; separated, with family or with another adult; unaccompanied; or found to be an adult, by
    the determination of two people. `verified`: how the relation to the caregiver is known. `heard` is what the child
    said, `advised` what should be done.
    """

    with_whom: WithWhom
    caregiver: str = ""
    relation: str = ""
    verified: Verified = "no"
    heard: str = ""
    advised: str = ""
    by_name: str = ""


class RelativeSought(CaseEvent, frozen=True, kw_only=True):
    """Somebody asked that a relative be looked for; they agreed to it themselves. Said beside the names.

    `last_seen` is a month ("2025-11"), `region` a region in words: never a way, a road or a place on a map.
    """

    name: str
    relation: str = ""
    last_seen: str = ""
    region: str = ""
    language: str = ""
