"""An identity, read once its opening was written; and who opened which."""

from datetime import date, datetime, timedelta

import msgspec
from django.conf import settings
from django.db import connection
from django.db.models import Count, Q
from django.db.transaction import TransactionManagementError

from onward.access.queries import staff_names
from onward.access.rules import Actor
from onward.cases.events import IdentityNoted
from onward.cases.models import Case, Opening
from onward.cases.queries.cases import case_names, ids_within
from onward.cases.queries.knowing import may_open
from onward.cases.rules import LONGEST_LOOK
from onward.journal import quick, reading
from onward.journal.compartments import IDENTITY
from onward.kit.dates import now, place_in, today
from onward.kit.errors import NotFound


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
    return identity_opened(case)


def identity_opened(case: Case) -> Identity:
    """The same, once it was checked that it was opened, and that this is durable."""
    if connection.in_atomic_block:
        raise TransactionManagementError("an identity is read after its opening was committed")
    noted: dict[str, object] = {}
    for entry in reading.effective(case.id, opens=("record", "identity")):
        if isinstance(entry.event, IdentityNoted):
            noted |= _said_in(entry.event)
    return msgspec.convert(noted, Identity)


def _said_in(event: IdentityNoted) -> dict[str, object]:
    """What an entry says of who they are; of what it leaves empty, what was noted before stands."""
    said: dict[str, object] = {}
    if event.names or event.aliases:
        said |= {"names": event.names, "aliases": event.aliases}
    if event.nationality:
        said["nationality"] = event.nationality
    if event.birth_year:
        said |= {"birth_year": event.birth_year, "birth_year_guessed": event.birth_year_guessed}
    return said


def is_noted(case: Case) -> bool:
    """Whether somebody noted who they are; not what."""
    return any(isinstance(entry.event, IdentityNoted) for entry in reading.effective(case.id))


def check_opened(actor: Actor, case: Case, *, opening: str) -> None:
    """Whether the actor opened this identity a few minutes ago, durably. Raises NotFound."""
    if connection.in_atomic_block:
        raise TransactionManagementError("an identity is read after its opening was committed")
    own = Opening.objects.filter(id=opening, stream=case.id, by=actor.id, refused=False)
    if not may_open(actor, case, IDENTITY) or not own.exists() or _is_over(opening):
        raise NotFound(opening)


def _is_over(opening: str) -> bool:
    opened_at = (reading.entry(opening).recorded_at >> 16) / 1000
    return reading.present().timestamp() - opened_at > LONGEST_LOOK


def openings_today(actor: Actor) -> int:
    """How many identities the actor has opened today."""
    return Opening.objects.filter(by=actor.id, day=today(), refused=False).count()


def openings_within_the_hour(actor: Actor) -> tuple[int, bool]:
    """How many identities the actor has opened within the last hour, and whether another was refused to them."""
    since = now() - timedelta(hours=1)
    mine = Opening.objects.filter(by=actor.id, day__gte=since.date() - timedelta(days=1), at__gt=since)
    refused = list(mine.values_list("refused", flat=True))
    return refused.count(False), any(refused)


def openings_for(case: Case) -> list[Opening]:
    """Who opened this identity, latest first."""
    opened = [one for one in quick.rows(Opening, stream=case.id) if not one.refused]
    return sorted(opened, key=lambda opening: opening.id, reverse=True)


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """An opening as oversight reads it: who, when, whose file by its case name, and why."""

    id: str
    by: str
    case_name: str
    reason: str
    day: date
    at: datetime | None
    refused: bool
    stream: str = ""
    withheld: bool = False


def all_openings_for(actor: Actor, *, after: str = "", size: int = 25) -> list[Opened]:
    """Who opened whose identity in the actor's reach, latest first, those that were refused among them."""
    day, last = place_in(after)
    wanted = Opening.objects.filter(stream__in=ids_within(actor))
    if day:
        wanted = wanted.filter(day__lt=day) | wanted.filter(day=day, id__lt=last)
    found = list(wanted.order_by("-day", "-id")[:size])
    staff, names = staff_names({one.by for one in found}), case_names({one.stream for one in found})
    return [
        Opened(
            id=one.id,
            by=staff.get(one.by, ""),
            case_name=names.get(one.stream, ""),
            reason=one.reason,
            day=one.day,
            at=one.at,
            refused=one.refused,
            stream=one.stream,
            withheld=one.withheld,
        )
        for one in found
    ]


class Bulk(msgspec.Struct, frozen=True, kw_only=True):
    """That somebody opened many identities on a day, or wanted to open more than one person may."""

    by: str
    day: date
    opened: int
    refused: int


def bulk_openings_for(actor: Actor) -> list[Bulk]:
    """Whoever within a week opened so many identities on a day that oversight is told, or was refused one."""
    week = Opening.objects.filter(stream__in=ids_within(actor), day__gt=today() - timedelta(days=7)).order_by()
    days = week.values("by", "day").annotate(many=Count("id"), refusals=Count("id", filter=Q(refused=True)))
    told = [one for one in days if one["refusals"] or one["many"] >= settings.IDENTITIES.bulk]
    staff = staff_names({one["by"] for one in told})
    bulk = [
        Bulk(by=staff.get(it["by"], ""), day=it["day"], opened=it["many"] - it["refusals"], refused=it["refusals"])
        for it in told
    ]
    return sorted(bulk, key=lambda one: (one.day, one.by), reverse=True)
