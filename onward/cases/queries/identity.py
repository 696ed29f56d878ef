"""Finding a person by name, and reading an identity once its opening was written."""

import msgspec
from django.db import connection
from django.db.transaction import TransactionManagementError

from onward.access.rules import Actor
from onward.cases.events import IdentityNoted
from onward.cases.models import Case, KnownName, Opening
from onward.cases.queries.cases import within_reach
from onward.cases.rules import LONGEST_LOOK
from onward.journal import quick, reading
from onward.kit.dates import now, today
from onward.kit.errors import NotFound
from onward.names import fold

YEARS_APART = 2
MOST_OF_A_NAME = 500


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """Who a person says they are."""

    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    nationality: str = ""
    birth_year: int | None = None
    birth_year_guessed: bool = False


def identity_of(actor: Actor, case: Case, *, opening: str) -> Identity:
    """Who the person says they are: for whoever opened it, for a few minutes from the opening on.

    Raises NotFound otherwise. Never within the transaction of the opening: first that is durable, then the key.
    """
    check_opened(actor, case, opening=opening)
    noted = [
        entry.event
        for entry in reading.effective(case.id, opens=("record", "identity"))
        if isinstance(entry.event, IdentityNoted)
    ]
    if not noted:
        return Identity()
    last = noted[-1]
    return Identity(
        names=last.names,
        aliases=last.aliases,
        nationality=last.nationality,
        birth_year=last.birth_year,
        birth_year_guessed=last.birth_year_guessed,
    )


def check_opened(actor: Actor, case: Case, *, opening: str) -> None:
    """Whether the actor opened this identity a few minutes ago, durably. Raises NotFound."""
    if connection.in_atomic_block:
        raise TransactionManagementError("an identity is read after its opening was committed")
    if not Opening.objects.filter(id=opening, stream=case.id, by=actor.id).exists() or _is_over(opening):
        raise NotFound(opening)


def _is_over(opening: str) -> bool:
    opened_at = (reading.entry(opening).recorded_at >> 16) / 1000
    return now().timestamp() - opened_at > LONGEST_LOOK


def openings_today(actor: Actor) -> int:
    """How many identities the actor has opened today."""
    return Opening.objects.filter(by=actor.id, day=today()).count()


def openings_for(case: Case) -> list[Opening]:
    """Who opened this identity, latest first."""
    return sorted(quick.rows(Opening, stream=case.id), key=lambda opening: opening.id, reverse=True)


def find_for(
    actor: Actor, name: str, birth_year: int | None = None, sex: str | None = None, limit: int = 10
) -> list[Case]:
    """Residents in the actor's reach who said exactly this name, however it was typed; latest arrival first.

    A year of birth counts within two years, and a year or sex that is not known excludes nobody.
    """
    folded = fold(name)
    if not folded:
        return []
    known = KnownName.objects.filter(folded=folded)
    if birth_year is not None:
        near = range(birth_year - YEARS_APART, birth_year + YEARS_APART + 1)
        known = known.filter(birth_year__in=near) | known.filter(birth_year=None)
    # The few who said it are named one by one: given a subquery, SQLite would walk the whole site instead.
    streams = list(known.order_by("-stream").values_list("stream", flat=True)[:MOST_OF_A_NAME])
    found = Case.objects.filter(within_reach(actor), id__in=streams)
    if sex:
        found = found.filter(sex__in=(sex, ""))
    return list(found.order_by("-id")[:limit])
