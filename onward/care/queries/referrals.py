"""What was passed to whom, for those who open the compartment that it lives in, and for the person."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from onward.access.rules import RESIDENT, Actor
from onward.care.models import Referral, Service
from onward.care.rules import NEEDS
from onward.cases.queries import case_for, compartments_for
from onward.journal.compartments import RECORD
from onward.kit.errors import NotFound
from onward.kit.ids import derived_id
from onward.places.queries import site_for
from onward.waiting.queries import matters_of

if TYPE_CHECKING:
    from onward.cases.models import Case

OWED = ("answer", "service", "helped", "elsewhere")
"""What a referral may owe, one after the other: the labels of which its matters' ids are made."""


def may_refer(actor: Actor, case: "Case") -> list[str]:
    """The kinds of need that the actor may pass on: of compartments that they open. What stands in the record is
    handed out here, and nobody of the host learns what was offered elsewhere."""
    opens = compartments_for(actor, case) - {RECORD}
    return [code for code, need in NEEDS.items() if need.within in opens]


def referrals_of(actor: Actor, case: "Case") -> list[Referral]:
    """The referrals of a resident that the actor may read, latest first; themselves only what they wanted shown."""
    every = Referral.objects.filter(stream=case.id).order_by("-sent_on", "-id")
    if RESIDENT in actor.roles:
        return [one for one in every if one.shown] if actor.id == case.id else []
    opens = compartments_for(actor, case)
    return [one for one in every if one.within in opens]


def referral_for(actor: Actor, referral: str, *, within: Collection[str] = ()) -> Referral:
    """One referral that the actor may read."""
    found = Referral.objects.filter(id=referral).first()
    if found is None:
        raise NotFound(referral)
    for one in referrals_of(actor, case_for(actor, found.stream)):
        if one.id == referral and (not within or one.within in within):
            return one
    raise NotFound(referral)


def open_matters(referral: Referral) -> list[str]:
    """What is still owed because of this referral: ids of matters."""
    ours = {derived_id(referral.id, label) for label in OWED}
    return [one.id for one in matters_of(referral.stream) if one.id in ours and one.closed_on is None]


def looked_for_elsewhere(case: str, *, what: str, within: str) -> list[str]:
    """The matters that say: this was declined, and somebody looks elsewhere."""
    return [
        one.id
        for one in matters_of(case)
        if (one.kind, one.what, one.compartment) == ("elsewhere", what, within) and one.closed_on is None
    ]


def services_for(actor: Actor, site: str) -> list[Service]:
    """What is offered at a site within reach, by what it is for."""
    return services_at(site_for(actor, site).id)


def services_at(site: str) -> list[Service]:
    """What is offered at a site: everybody there may know."""
    order = list(NEEDS)
    every = Service.objects.filter(stream=site, over=False)
    return sorted(every, key=lambda one: (order.index(one.sort) if one.sort in NEEDS else len(order), one.name))


def service_for(actor: Actor, service: str) -> Service:
    """One service of a site within reach, there or no longer."""
    found = Service.objects.filter(id=service).first()
    if found is None:
        raise NotFound(service)
    site_for(actor, found.stream)
    return found
