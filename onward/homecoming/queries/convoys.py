"""Convoys: for those who lead them or travel as escorts. To everybody else they are not there."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q

from onward.access.queries import staff_names
from onward.access.rules import Actor, may
from onward.cases.queries import case_names, cases_for
from onward.homecoming.events import ConvoyEvent
from onward.homecoming.models import Convoy, Exit, Journey, Seat, Told
from onward.homecoming.queries.standing import Standing
from onward.homecoming.rules import CheckState, ExitState, convoys
from onward.journal.reading import effective, version
from onward.kit.errors import NotFound
from onward.kit.ids import derived_id

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case

SEALED = ("record", "journey")
SEATED = (convoys.HELD, convoys.TRAVELLED)
SHOWN = 50


class Route(NamedTuple):
    """Where a convoy goes along, and when: opened for those who lead or travel, each time from the journal."""

    route: str
    times: str


class Traveller(NamedTuple):
    """Somebody with a seat: what they were told, and how far they have come."""

    case: str
    name: str
    told: Told | None
    journey: Journey | None
    papers: int

    @property
    def told_right(self) -> bool:
        """Whether they were told anything yet."""
        return self.told is not None


class Ready(NamedTuple):
    """A resident for whom everything is ready, and who has no seat yet."""

    case: "Case"
    family: str


def leads(actor: Actor, convoy: Convoy) -> bool:
    """Whether the actor leads a convoy, or travels with it."""
    escorts = {escort.get("staff", "") for escort in convoy.escorts}
    return actor.id != "" and actor.id in {convoy.leader, *escorts}


def convoys_for(actor: Actor) -> list[Convoy]:
    """The convoys that the actor leads or travels with, the next one first; those that are over last."""
    # Escorts stand in a list that no index reaches; there are few convoys, and fewer that have not arrived.
    found = [convoy for convoy in Convoy.objects.order_by("-day", "-id")[: SHOWN * 4] if leads(actor, convoy)]
    found.sort(key=lambda convoy: (not convoy.planned, convoy.day if convoy.planned else convoy.day.max, convoy.id))
    return found[:SHOWN]


def convoy_for(actor: Actor, convoy: str) -> Convoy:
    """One convoy that the actor leads or travels with, with the `version` that a page shows."""
    found = Convoy.objects.filter(id=convoy).first()
    if found is None or not leads(actor, found):
        raise NotFound(convoy)
    found.version = version(found.id)
    return found


def convoys_to_hand(actor: Actor) -> list[Convoy]:
    """Every convoy that is being prepared or under way, for who may name another leader: never its day or its route."""
    if not may(actor, "homecoming.hand_convoy"):
        return []
    going = Convoy.objects.exclude(state=convoys.CANCELLED).order_by("-id")[:SHOWN]
    return [one for one in going if (one.planned or not_handed_over(one.id)) and _within(actor, seated(one.id))]


def _within(actor: Actor, people: Collection[str]) -> bool:
    """Whether all who travel are in the actor's reach; a convoy of nobody yet is of those alone who work everywhere."""
    return actor.everywhere or (bool(people) and len(cases_for(actor, ids=people, size=len(people))) == len(people))


def convoy_to_hand(actor: Actor, convoy: str) -> Convoy:
    """One of them."""
    for found in convoys_to_hand(actor):
        if found.id == convoy:
            return found
    raise NotFound(convoy)


def route_for(actor: Actor, convoy: Convoy) -> Route:
    """Route and times, as last said."""
    if not leads(actor, convoy):
        raise NotFound(convoy.id)
    said = [one.event for one in effective(convoy.id, opens=SEALED) if isinstance(one.event, ConvoyEvent)]
    return Route(said[-1].route, said[-1].times) if said else Route("", "")


def leader_of(convoy: Convoy) -> str:
    """Who leads it, by name."""
    return staff_names([convoy.leader]).get(convoy.leader, "")


def seated(convoy: str) -> list[str]:
    """The cases with a seat on a convoy, in the order in which they were given one."""
    return list(
        Seat.objects.filter(convoy=convoy, state__in=SEATED).order_by("given_on", "id").values_list("stream", flat=True)
    )


def held_seat(case: str) -> Seat | None:
    """The seat that is kept for a resident now."""
    return Seat.objects.filter(stream=case, state=convoys.HELD).order_by("-id").first()


def travellers_for(actor: Actor, convoy: Convoy) -> list[Traveller]:
    """Everybody with a seat on a convoy that the actor leads or travels with."""
    if not leads(actor, convoy):
        raise NotFound(convoy.id)
    cases = seated(convoy.id)
    names = case_names(cases)
    told = {one.stream: one for one in Told.objects.filter(convoy=convoy.id).order_by("number")}
    journeys = {one.stream: one for one in Journey.objects.filter(convoy=convoy.id)}
    return [
        Traveller(case, names.get(case, ""), told.get(case), journeys.get(case), len(Standing(case).papers))
        for case in cases
    ]


def ready_for(actor: Actor) -> Sequence[Ready]:
    """Residents in the actor's reach whose exit is authorised, whose checks are safe, and who have no seat yet."""
    allowed = Exit.objects.filter(state=ExitState.AUTHORISED)
    gone = Journey.objects.filter(stream__in=allowed.values("stream")).values_list("stream", flat=True)
    sitting = Seat.objects.filter(state=convoys.HELD).values_list("stream", flat=True)
    streams = set(allowed.exclude(Q(stream__in=gone) | Q(stream__in=sitting)).values_list("stream", flat=True))
    cases = cases_for(actor, ids=streams, size=len(streams) or 1)
    return [Ready(case, case.family) for case in sorted(cases, key=_together) if is_ready(Standing(case.id))]


def is_ready(standing: Standing) -> bool:
    """Whether nothing but a seat is missing."""
    checked = standing.return_state == CheckState.SAFE and standing.exit_state == ExitState.AUTHORISED
    return checked and standing.leaving and standing.journey is None


def _together(case: "Case") -> tuple[str, str]:
    return (case.family or case.id, case.name)


def not_handed_over(convoy: str, people: Collection[str] | None = None) -> list[Journey]:
    """Those on their way with a convoy for whom nobody has signed yet."""
    under_way = Journey.objects.filter(convoy=convoy, handed_over_on=None).order_by("id")
    return list(under_way if people is None else under_way.filter(stream__in=people))


def receipt_code(base: str) -> str:
    """The code on a handover sheet: the same each time it is printed, and it says nothing."""
    code = derived_id(base, "receipt")[-8:].upper()
    return f"{code[:4]}-{code[4:]}"


class SheetLine(NamedTuple):
    """One traveller on a handover sheet. `named`: they agreed that this receiver is told their name."""

    name: str
    told: list[str]
    named: bool
    papers: list[str]


def sheet_for(actor: Actor, convoy: Convoy) -> list[SheetLine]:
    """What the receiving authority signs for: no name stands on it; it says for whom one may be written in."""
    lines = []
    for one in travellers_for(actor, convoy):
        standing = Standing(one.case)
        agreed = [consent for consent in standing.askable if consent.body.casefold() == convoy.receiver.casefold()]
        told = [word for consent in agreed for word in consent.told]
        named = any("names" in consent.fields for consent in agreed)
        papers = [paper.in_words for paper in standing.papers]
        lines.append(SheetLine(one.name, list(dict.fromkeys(told)), named, papers))
    return lines


class MyJourney(NamedTuple):
    """What a traveller knows of their own journey. `moved`: it was put off, or called off, since they were told."""

    told: Told
    moved: bool


def journey_of(actor: Actor, case: str) -> MyJourney | None:
    """The journey that the resident who asks was told of, while their seat is kept."""
    if actor.id != case:
        raise NotFound(case)
    seat = held_seat(case)
    told = Told.objects.filter(stream=case, convoy=seat.convoy).order_by("-number").first() if seat else None
    if seat is None or told is None:
        return None
    convoy = Convoy.objects.filter(id=seat.convoy).first()
    moved = convoy is None or (convoy.day, convoy.until) != (told.day, told.until)
    return MyJourney(told, moved)
