"""Noting who a person is, and opening it."""

from collections.abc import Sequence

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import IdentityNoted, IdentityOpened
from onward.cases.queries import case_for, openings_today
from onward.cases.rules import age_fact, check_identity, check_opening, country_code
from onward.journal.append import append, written
from onward.kit.dates import today
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
    """Note who a person says they are; names and nationality are sealed at once, the latest stands."""
    file = case_for(actor, case)
    said = bool(names or aliases or nationality or birth_year or sex or age)
    check_identity(said=said, birth_year=birth_year, today=today())
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


@needs("cases.open_identity")
@transaction.atomic(durable=True)
def open_identity(actor: Actor, *, case: str, reason: str, entry: str = "") -> str:
    """Say that and why an identity is opened. Returns the opening, with which `identity_of` shows it."""
    file = case_for(actor, case)
    entry = entry or new_id()
    if not written(entry):
        check_opening(reason=reason, opened_today=openings_today(actor))
        append(IdentityOpened(reason=reason), by=actor, stream=file.id, id=entry)
    return entry
