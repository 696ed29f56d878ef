"""Who is kept apart from whom, who cares for which child, which rules were set aside."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q, QuerySet

from onward.access.queries import staff_names
from onward.access.rules import Actor
from onward.cases.queries import case_for, case_names, check_opens, known_ids, may_open
from onward.journal.compartments import CHILD, LEGAL
from onward.kit.errors import NotFound
from onward.places.queries import blocks_by_place, names_of
from onward.shelter.models import Apart, InterimCare, Lodging, Override, Transfer
from onward.shelter.rules.words import ASKED_BY, RULES, STRENGTHS

if TYPE_CHECKING:
    from onward.cases.models import Case

SHOWN = 100


class Kept(NamedTuple):
    """One line of who is kept apart from whom, for whoever may know. `near`: they are too near each other now."""

    id: str
    other: str
    name: str
    strength: str
    avoid_site: str
    threat: str
    why: str
    asked_by: str
    by_name: str
    since: date
    near: bool
    ends: bool


class Setting(NamedTuple):
    """A rule that was set aside."""

    case: str
    name: str
    rules: list[str]
    because: str
    place: str
    by: str
    on: date


def knows_all(actor: Actor, cases: Iterable["Case"]) -> bool:
    """Whether the actor may know every reason why a place is not suitable for these people."""
    return all(may_open(actor, case, LEGAL) for case in cases)


def _live() -> QuerySet[Apart]:
    return Apart.objects.filter(is_over=False)


def apart_from(cases: Collection[str], *, strength: str = "") -> dict[str, set[str]]:
    """Of each of these residents, those whom they are kept apart from, whichever of the two asked."""
    rows = _live().filter(Q(stream__in=cases) | Q(other__in=cases)).exclude(other="")
    found: dict[str, set[str]] = {}
    for row in rows.filter(strength=strength) if strength else rows:
        found.setdefault(row.stream, set()).add(row.other)
        found.setdefault(row.other, set()).add(row.stream)
    return found


def avoided_by(cases: Collection[str]) -> dict[str, set[str]]:
    """Of each of these residents, the sites that a threat from outside keeps them away from."""
    found: dict[str, set[str]] = {}
    for case, site in _live().filter(stream__in=cases).exclude(avoid_site="").values_list("stream", "avoid_site"):
        found.setdefault(case, set()).add(site)
    return found


def sites_near(people: Collection[str]) -> dict[str, set[str]]:
    """Of each of these, the site where they are, and the one they are on their way to."""
    found: dict[str, set[str]] = {}
    for case, site in Lodging.objects.filter(id__in=people).values_list("id", "site"):
        found.setdefault(case, set()).add(site)
    for case, site in Transfer.objects.filter(stream__in=people, state="under_way").values_list("stream", "to_site"):
        found.setdefault(case, set()).add(site)
    return found


def care_of(cases: Collection[str]) -> dict[str, str]:
    """Child -> "supervised", or the id of the resident who cares for them."""
    rows = InterimCare.objects.filter(stream__in=cases).values_list("stream", "arrangement", "carer")
    return {case: carer if arrangement == "carer" else arrangement for case, arrangement, carer in rows}


def kept_apart_for(actor: Actor, case: "Case") -> list[Kept]:
    """From whom a resident is kept apart, for whoever may know: 404 for all others."""
    check_opens(actor, case, LEGAL)
    rows = list(_live().filter(Q(stream=case.id) | Q(other=case.id)).order_by("id"))
    others = {row.id: row.other if row.stream == case.id else row.stream for row in rows}
    names, reach = case_names(others.values()), known_ids(actor, [one for one in others.values() if one])
    sites = names_of({row.avoid_site for row in rows})
    near = near_now(rows)
    return [
        Kept(
            id=row.id,
            other=others[row.id] if others[row.id] in reach else "",
            name=names.get(others[row.id], ""),
            strength=str(STRENGTHS.get(row.strength, "")) if row.other else "",
            avoid_site=sites.get(row.avoid_site, ""),
            threat=row.threat,
            why=row.why,
            asked_by=str(ASKED_BY.get(row.asked_by, "")),
            by_name=row.by_name,
            since=row.since,
            near=row.id in near,
            ends=others[row.id] in reach or row.stream == case.id,
        )
        for row in rows
    ]


def near_now(rows: Collection[Apart]) -> set[str]:
    """Those of these who are too near each other now."""
    people = {one for row in rows for one in (row.stream, row.other) if one}
    at = {row.id: row for row in Lodging.objects.filter(id__in=people)}
    found = set()
    for row in rows:
        one, other = at.get(row.stream), at.get(row.other)
        if one is None or other is None or not one.site or one.site != other.site:
            continue
        if row.strength == "site" or _share_block(one.place, other.place):
            found.add(row.id)
    return found


def near_once_kept(case: str, other: str, strength: str) -> bool:
    """Whether two who are to be kept apart are too near each other now."""
    return bool(near_now([Apart(id="new", stream=case, other=other, strength=strength)]))


def _share_block(one: str, other: str) -> bool:
    blocks = blocks_by_place([one, other])
    return one in blocks and blocks[one] == blocks.get(other)


def blocks_of(people: Collection[str]) -> dict[str, str]:
    """Resident -> the block where they sleep."""
    places = dict(Lodging.objects.filter(id__in=people).exclude(place="").values_list("id", "place"))
    blocks = blocks_by_place(places.values())
    return {case: blocks[place] for case, place in places.items()}


def apart_for(actor: Actor, apart: str) -> Apart:
    """One keeping apart, of a resident whose sealed reasons the actor may know."""
    found = Apart.objects.filter(id=apart).first()
    if found is None:
        raise NotFound(apart)
    check_opens(actor, case_for(actor, found.stream), LEGAL)
    return found


def aparts_of(people: Collection[str]) -> list[Apart]:
    """Every keeping apart that one of these is in."""
    return list(_live().filter(Q(stream__in=people) | Q(other__in=people)))


def care_for(actor: Actor, case: "Case") -> InterimCare | None:
    """Who cares for a child that is alone, for whoever may know: 404 for all others."""
    check_opens(actor, case, CHILD)
    return InterimCare.objects.filter(stream=case.id).first()


def overrides_for(actor: Actor) -> list[Setting]:
    """The rules of housing that were set aside, latest first, of residents whose reasons the actor may know."""
    rows = list(Override.objects.order_by("-on", "-id")[:SHOWN])
    reach = known_ids(actor, [row.stream for row in rows])
    rows = [row for row in rows if row.stream in reach and may_open(actor, case_for(actor, row.stream), LEGAL)]
    names, staff = case_names({row.stream for row in rows}), staff_names({row.by for row in rows})
    places = names_of({row.place for row in rows})
    return [
        Setting(
            row.stream,
            names.get(row.stream, ""),
            [str(RULES.get(rule, rule)) for rule in row.rules],
            row.because,
            places.get(row.place, ""),
            staff.get(row.by, ""),
            row.on,
        )
        for row in rows
    ]
