"""Noting who a person is, and opening it."""

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.actions.guard import Guard
from onward.cases.events import IdentityNoted, IdentityOpened, OpeningRefused, OpeningWithheld
from onward.cases.queries import (
    case_for,
    check_opens,
    is_noted,
    may_open,
    of_host,
    openings_for,
    openings_today,
    openings_within_the_hour,
)
from onward.cases.rules import (
    age_fact,
    check_first,
    check_identity,
    check_opening,
    check_withheld,
    country_code,
    hour_is_full,
    refusal,
)
from onward.journal.append import append, written
from onward.journal.compartments import IDENTITY
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.kit.ids import new_id


@needs("cases.note_identity")
@transaction.atomic
def note_identity(
    actor: Actor,
    *,
    case: str,
    names: Sequence[str] = (),
    aliases: Sequence[str] = (),
    nationality: str = "",
    birth_year: int | None = None,
    birth_year_guessed: bool = False,
    sex: str = "",
    age: str = "",
    entry: str = "",
    after: str = "",
) -> None:
    """Note who a person says they are; names and nationality are sealed at once, the latest stands.

    Whoever may not open them notes them once, at intake: else they would be replaced unseen.
    """
    file = case_for(actor, case)
    said = bool(names or aliases or nationality or birth_year or sex or age)
    check_identity(said=said, birth_year=birth_year, today=today())
    if (names or aliases or nationality or birth_year) and not may_open(actor, file, IDENTITY):
        check_first(noted=not (entry and written(entry)) and is_noted(file))
    noted = IdentityNoted(
        names=tuple(names),
        aliases=tuple(aliases),
        nationality=country_code(nationality),
        birth_year=birth_year,
        birth_year_guessed=birth_year_guessed,
        sex=sex,
        age=age,
        facts={"age": age_fact(age, before=age_fact(file.age))} if age else {},
    )
    append(noted, by=actor, stream=file.id, id=entry, after=after)
    Guard(actor).child(file.id)


@needs("cases.withhold_opening")
@transaction.atomic
def withhold_opening(actor: Actor, *, case: str, opening: str, words: str, entry: str = "") -> None:
    """Keep an opening from the person's own page, where seeing it would put somebody in danger."""
    file = case_for(actor, case)
    found = next((one for one in openings_for(file) if one.id == opening), None)
    if found is None or of_host(actor, file):
        raise NotFound(opening)
    if entry and written(entry):
        return
    check_withheld(words=words, withheld=found.withheld)
    append(OpeningWithheld(opening=opening, words=words.strip()), by=actor, stream=file.id, id=entry)


@needs("cases.open_identity")
def open_identity(actor: Actor, *, case: str, reason: str, entry: str = "") -> str:
    """Say that and why an identity is opened. Returns the opening, with which `identity_of` shows it.

    What is said is durable before a key is used; that somebody would open more than one person may is said as well.
    """
    entry = entry or new_id()
    with transaction.atomic(durable=True):
        refused = _open(actor, case, reason, entry)
    if refused:
        raise refusal(settings.IDENTITIES.hourly)
    return entry


def _open(actor: Actor, case: str, reason: str, entry: str) -> bool:
    file = case_for(actor, case)
    check_opens(actor, file, IDENTITY)
    if written(entry):
        return False
    check_opening(reason=reason, opened_today=openings_today(actor))
    opened, told = openings_within_the_hour(actor)
    if not hour_is_full(opened=opened, most=settings.IDENTITIES.hourly):
        append(IdentityOpened(reason=reason), by=actor, stream=file.id, id=entry)
        return False
    if not told:  # once an hour: who asks again and again must not fill the journal
        append(OpeningRefused(reason=reason), by=actor, stream=file.id)
    return True
