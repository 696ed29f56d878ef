"""Who is at a site, who was seen, who is looked for, and who asked to move."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from onward.access.rules import RESIDENT, Actor
from onward.cases.queries import case_for, case_names, known_ids, may_open
from onward.journal.compartments import LEGAL
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.places.queries import blocks_for, places_for, site_for
from onward.shelter.models import Absence, Lodging, MoveWish, Seen, Watch
from onward.shelter.rules.presence import MISSED_AFTER, is_missed
from onward.shelter.rules.words import ANSWERS, WANTS

if TYPE_CHECKING:
    from onward.places.models import Block

ON_A_PAGE = 200


class Present(NamedTuple):
    """One line of a roster."""

    case: str
    name: str
    place: str
    seen: date | None
    today: bool
    missed: bool


class Roster(NamedTuple):
    """A page of those who are at a site, or in one block of it."""

    site: str
    name: str
    block: str
    blocks: "list[Block]"
    people: list[Present]
    seen_today: int
    here: int
    days: int
    page: int
    pages: int


class Wish(NamedTuple):
    """That somebody asked to live elsewhere, for whoever reads it; without words for those who may not read them."""

    id: str
    wants: str
    words: str
    noted_by: str
    asked_on: date
    answer: str
    answered_on: date | None
    answered_by: str
    reason: str


def limit_of(site: str) -> int:
    """After how many days somebody is missed at a site."""
    days = Watch.objects.filter(id=site).values_list("days", flat=True).first()
    return MISSED_AFTER if days is None else days


def roster_for(actor: Actor, site: str, *, block: str = "", page: int = 1) -> Roster:
    """Those who are at a site within the actor's reach, by place; who has none comes first."""
    found = site_for(actor, site)
    blocks = blocks_for(actor, site)
    places = {place.id: place for place in places_for(actor, site, closed=True)}
    order = {place: number for number, place in enumerate(places)}
    rows = [row for row in Lodging.objects.filter(site=site) if row.place or row.waits_since]
    seen = dict(Seen.objects.filter(stream=site).values_list("case", "on"))
    here, now = len(rows), today()
    seen_today = sum(seen.get(row.id) == now for row in rows)
    if block:
        rows = [row for row in rows if row.place in places and places[row.place].block == block]
    rows.sort(key=lambda row: (order.get(row.place, -1), row.id))
    pages = max(1, -(-len(rows) // ON_A_PAGE))
    page = min(max(1, page), pages)
    rows = rows[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    names = case_names(row.id for row in rows)
    missed = set(Absence.objects.filter(site=site, is_over=False).values_list("stream", flat=True))
    people = [
        Present(
            row.id,
            names.get(row.id, ""),
            places[row.place].name if row.place in places else "",
            seen.get(row.id),
            seen.get(row.id) == now,
            row.id in missed,
        )
        for row in rows
    ]
    return Roster(site, found.name, block, blocks, people, seen_today, here, limit_of(site), page, pages)


def seen_among(actor: Actor, site: str, people: Iterable[str]) -> list[str]:
    """Those of these people who are at the site, or known to the actor: the others have left since the page."""
    people = list(dict.fromkeys(people))
    here = set(Lodging.objects.filter(site=site, id__in=people).values_list("id", flat=True))
    here |= known_ids(actor, people)
    return [one for one in people if one in here]


def looked_for(people: Collection[str]) -> list[Absence]:
    """Those of these who are looked for."""
    return list(Absence.objects.filter(stream__in=people, is_over=False))


def absence_of(actor: Actor, case: str) -> Absence:
    """That a resident is looked for, or was."""
    found = Absence.objects.filter(stream=case_for(actor, case).id).order_by("is_over", "-since").first()
    if found is None:
        raise NotFound(case)
    return found


def missed_today() -> list[tuple[str, str, int]]:
    """Who is missed by now and not looked for yet: the resident, their site, and the days."""
    missed: list[tuple[str, str, int]] = []
    open_now = set(Absence.objects.filter(is_over=False).values_list("stream", flat=True))
    now = today()
    for watch in Watch.objects.exclude(looked_on=None):
        limit = limit_of(watch.id)
        if not limit:
            continue
        since = Lodging.objects.filter(site=watch.id, since__lt=now - timedelta(days=limit)).exclude(id__in=open_now)
        rows = [row for row in since if row.place or row.waits_since]
        seen = dict(Seen.objects.filter(stream=watch.id).values_list("case", "on"))
        for row in rows:
            last = max(seen.get(row.id, row.since), row.since)
            if is_missed(seen=last, looked=watch.looked_on, limit=limit, today=now):
                missed.append((row.id, watch.id, (now - last).days))
    return missed


def moves_of(actor: Actor, case: str) -> list[Wish]:
    """Where a resident asked to live, latest first, and what they were answered."""
    found = case_for(actor, case)
    reads = (RESIDENT in actor.roles and actor.id == found.id) or may_open(actor, found, LEGAL)
    return [
        Wish(
            row.id,
            str(WANTS.get(row.wants, "")),
            row.words if reads else "",
            row.noted_by,
            row.asked_on,
            str(ANSWERS.get(row.answer, "")),
            row.answered_on,
            row.answered_by,
            row.reason if reads else "",
        )
        for row in MoveWish.objects.filter(stream=found.id).order_by("-asked_on", "-id")
    ]


def open_move(case: str) -> MoveWish | None:
    """What a resident asked for and was not answered."""
    return MoveWish.objects.filter(stream=case, answered_on=None).first()


def move_for(actor: Actor, move: str) -> MoveWish:
    """One wish to move, of a resident within reach."""
    found = MoveWish.objects.filter(id=move).first()
    if found is None:
        raise NotFound(move)
    case_for(actor, found.stream)
    return found
