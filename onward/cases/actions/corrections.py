"""Saying again what was said wrongly. The first words stay in the journal, and whose they were."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from onward.access.rules import Actor, needs
from onward.cases.actions.guard import Guard
from onward.cases.events import CaseEvent
from onward.cases.queries import case_for, entry_of, of_host
from onward.cases.rules import check_correction, check_said_again, check_unconfirmed, check_withdrawal
from onward.journal.append import append
from onward.journal.entries import Entry
from onward.journal.events import Event, Withdrawn
from onward.journal.reading import effective
from onward.kit.dates import Precision, now
from onward.kit.errors import RuleBroken


@needs("cases.correct_entry")
@transaction.atomic
def correct_entry(
    actor: Actor,
    *,
    case: str,
    corrects: str,
    happened_at: datetime | None = None,
    said: Mapping[str, Any] | None = None,
    why: str = "",
    entry: str = "",
    after: str = "",
) -> None:
    """Correct an entry: when it happened, what it said, or both. Everything computed from it follows."""
    file = case_for(actor, case)
    wrong = entry_of(actor, file, corrects)
    check_correction(wrong, happened_at=happened_at, now=now(), by=actor.id, roles=actor.roles)
    again = _said_again(wrong, said or {}, why=why)
    check_said_again(again)
    moved = happened_at is not None and happened_at != wrong.happened_at
    append(
        again,
        by=actor,
        stream=file.id,
        id=entry,
        happened_at=happened_at if moved else wrong.happened_at,
        precision=Precision.MINUTE if moved else wrong.precision,
        after=after,
        corrects=wrong.id,
    )
    Guard(actor).child(file.id)


def _said_again(wrong: Entry, said: Mapping[str, Any], *, why: str) -> Event:
    event = wrong.event
    assert isinstance(event, CaseEvent)  # noqa: S101 - check_correction has refused everything else
    fields = {field: value for field, value in said.items() if field in event.correctable}
    as_said = {**msgspec.to_builtins(event), **fields, "why": why}
    try:
        return msgspec.convert(as_said, type(event))
    except msgspec.ValidationError as broken:
        field = str(broken).partition("`$.")[2].rstrip("`")
        raise RuleBroken(_("This is not something that can be said here."), field) from broken


@needs("cases.withdraw_entry")
@transaction.atomic
def withdraw_entry(actor: Actor, *, case: str, withdraws: str, why: str, entry: str = "", after: str = "") -> None:
    """Take back an entry that should never have been written."""
    file = case_for(actor, case)
    wrong = entry_of(actor, file, withdraws)
    check_withdrawal(wrong, by=actor.id, roles=actor.roles, why=why, of_host=of_host(actor, file))
    check_unconfirmed(wrong, effective(file.id))
    append(Withdrawn(reason=why), by=actor, stream=file.id, id=entry, after=after, corrects=wrong.id)
    Guard(actor).child(file.id)
