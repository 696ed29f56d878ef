"""A need passed to a service and followed until somebody asked the person whether it helped."""

from typing import ClassVar, Literal

from onward.cases.events import CaseEvent

Gender = Literal["", "woman", "man"]
Helped = Literal["yes", "partly", "no", "not_said"]
Declined = Literal["full", "not_theirs", "not_reachable", "no_staff_of_that_gender", "too_far", "other"]


class ReferralSent(CaseEvent, frozen=True, kw_only=True):
    """A need was passed to a service, because the person said so. It is owed an answer.

    `what` is the kind of need, `to` whoever is asked: `service` is the id of one of the site, "" for a body outside.
    `told` is what they were told. `gender`: by whom the person wants to be seen. `shown`: they asked to read it at
    their own page, where others might look on. `sender` and `by_name` sent it, and ask later whether it helped.
    """

    what: str
    to: str
    service: str = ""
    told: str = ""
    urgency: str = ""
    gender: Gender = ""
    shown: bool = False
    sender: str = ""
    by_name: str = ""


class ReferralAccepted(CaseEvent, frozen=True, kw_only=True):
    """Whoever was asked will help. `referral` is the entry that sent it; `norm` the days until then."""

    referral: str
    words: str = ""
    norm: int = 0


class ReferralDeclined(CaseEvent, frozen=True, kw_only=True):
    """Whoever was asked will not, or cannot; whoever asked looks elsewhere."""

    referral: str
    reason: Declined
    words: str = ""


class ReferralFinished(CaseEvent, frozen=True, kw_only=True):
    """What was asked for was done. Whoever sent it owes the person the question whether it helped."""

    referral: str
    words: str = ""


class ReferralHeard(CaseEvent, frozen=True, kw_only=True):
    """The person was asked whether it helped. `anew`: it did not, and somewhere else is looked for."""

    referral: str
    helped: Helped
    words: str = ""
    anew: bool = False


class ReferralWithdrawn(CaseEvent, frozen=True, kw_only=True):
    """The person took it back; nothing more of it happens, and nobody asks why."""

    final: ClassVar[bool] = True

    referral: str
    by_name: str = ""
