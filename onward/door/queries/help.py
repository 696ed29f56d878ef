"""What there is here for the resident who asks, what was passed on for them, and what they told."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from onward.access.rules import Actor
from onward.care.queries import (
    Account,
    Offered,
    Passed,
    accounts_for,
    lawyers_at,
    readers_of,
    referrals_of,
    said_of,
    services_said,
)
from onward.cases.queries import case_for

if TYPE_CHECKING:
    from onward.cases.models import Case


class Help(msgspec.Struct, frozen=True, kw_only=True):
    """The page. `lawyers` are those to whom leave could still be given, `readers` those who have it."""

    case: "Case"
    services: Sequence[Offered]
    referrals: Sequence[Passed]
    accounts: Sequence[Account]
    lawyers: dict[str, str]
    readers: dict[str, str]

    @property
    def open(self) -> list[Passed]:
        """What was passed on and can still be taken back."""
        return [one for one in self.referrals if one.acts]


def help_page(actor: Actor) -> Help:
    """Everything on the page of the resident who asks; what concerns a child or violence only where they wanted it."""
    case = case_for(actor, actor.id)
    readers = readers_of(case.id)
    accounts = accounts_for(actor, case)
    lawyers = {} if case.ended_on else lawyers_at(case.site)
    return Help(
        case=case,
        services=[] if case.ended_on else services_said(case.site),
        referrals=[said_of(one) for one in referrals_of(actor, case)],
        accounts=accounts,
        lawyers={one: name for one, name in lawyers.items() if one not in readers},
        readers=readers,
    )
