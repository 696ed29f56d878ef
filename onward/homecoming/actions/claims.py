from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.harmless import Harmless
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import Claimant, EvidenceAdded, NationalityClaimed
from onward.homecoming.rules import check_claim
from onward.journal.append import written


@needs("homecoming.claim_nationality")
@transaction.atomic
def claim_nationality(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    country: str,
    claimed_by: Claimant,
    words: str = "",
) -> None:
    """Record of which country the resident is said to be a national, and who said so."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    step.check()
    check_claim(country)
    step.say(NationalityClaimed(country=country.strip(), claimed_by=claimed_by, words=words))


@needs("homecoming.add_evidence")
@transaction.atomic
def add_evidence(
    actor: Actor,
    *,
    case: str,
    entry: str,
    after: str = "",
    on: date,
    evidence: str,
    words: str = "",
    scan: Harmless | None = None,
) -> None:
    """Add what speaks for the nationality that was claimed."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    step.check()
    step.say(EvidenceAdded(evidence=evidence, words=words, scan=step.keep(scan, sealed="legal")))
