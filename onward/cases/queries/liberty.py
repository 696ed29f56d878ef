"""May a person leave, by whose order, and what became of it when it was challenged."""

from collections.abc import Collection, Sequence

import msgspec

from onward.access.rules import Actor
from onward.cases.events import CaseEvent, Holder
from onward.cases.models import Case, Challenge, Liberty, Screening
from onward.cases.queries.cases import case_for
from onward.cases.queries.knowing import reads_words
from onward.cases.queries.offices import office_holder
from onward.cases.rules import present_step
from onward.journal import quick
from onward.journal.reading import effective
from onward.kit.errors import NotFound

OFFICE = "custody_officer"


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What was said of a person's liberty, latest first; challenges and screenings, latest first."""

    history: Sequence[Liberty]
    challenges: Sequence[Challenge]
    screenings: Sequence[Screening]

    @property
    def now(self) -> Liberty | None:
        """What holds now."""
        return self.history[0] if self.history else None

    @property
    def before(self) -> Sequence[Liberty]:
        """What held before."""
        return self.history[1:]

    @property
    def open_challenge(self) -> Challenge | None:
        """The challenge that waits for an answer."""
        return next((one for one in self.challenges if one.closed_on is None), None)

    @property
    def open_screenings(self) -> list[Screening]:
        """The screenings that go on."""
        return [one for one in self.screenings if one.ended_on is None]


def liberty_of(actor: Actor, case: Case, *, kinds: Collection[str] = ("challenge", "screening")) -> Standing:
    """The liberty of a resident whom `case_for` gave; their own words only for them and for who may read them.

    `kinds`: of the matters that the case ever had, where they are known: a challenge or a screening is one.
    """
    challenges = quick.rows(Challenge, stream=case.id, order=("-id",)) if "challenge" in kinds else []
    if challenges and not reads_words(actor, case):
        _hush(challenges)
    return Standing(
        history=quick.rows(Liberty, stream=case.id, order=("-number",)),
        challenges=challenges,
        screenings=quick.rows(Screening, stream=case.id, order=("-begun_on", "-id")) if "screening" in kinds else [],
    )


def order_of(case: Case) -> Liberty | None:
    """What holds for a resident now."""
    return next(iter(quick.rows(Liberty, stream=case.id, order=("-number",), most=1)), None)


def answers_challenge(case: Case, organisation: str) -> Holder:
    """Who owes the answer to a challenge: an officer of the organisation whose order it is, or nobody."""
    return office_holder(OFFICE, case.site, organisation=organisation) if organisation else Holder(office=OFFICE)


def challenges_for(actor: Actor) -> list[Challenge]:
    """The challenges that wait for an answer of the actor's organisation at the actor's sites, oldest first."""
    if not actor.organisation:
        return []
    waiting = Challenge.objects.filter(organisation=actor.organisation, closed_on=None)
    if not actor.everywhere:
        waiting = waiting.filter(site__in=actor.sites)
    return _hush(list(waiting.order_by("challenged_on", "id")))


def challenge_for(actor: Actor, case: str) -> Challenge:
    """The latest challenge of one resident, put to the actor's organisation; for anybody else there is none."""
    latest = Challenge.objects.filter(stream=case).order_by("-id").first()
    if latest is None or not actor.organisation or latest.organisation != actor.organisation:
        raise NotFound(case)
    if not actor.reaches(latest.site):
        raise NotFound(case)
    return _hush([latest])[0]


def _hush(challenges: list[Challenge]) -> list[Challenge]:
    """Without what the person said: that is not for whoever gave the order."""
    for challenge in challenges:
        challenge.words = ""
    return challenges


def challenge_of(actor: Actor, case: str) -> Challenge:
    """The latest challenge of one resident within reach."""
    found = case_for(actor, case)
    latest = next(iter(quick.rows(Challenge, stream=found.id, order=("-id",), most=1)), None)
    if latest is None:
        raise NotFound(case)
    return latest


def screening_for(actor: Actor, case: str, screening: str) -> Screening:
    """One screening of a resident within reach."""
    found = case_for(actor, case)
    for one in quick.rows(Screening, stream=found.id):
        if one.id == screening:
            return one
    raise NotFound(screening)


def step_of(case: Case) -> str:
    """The id of the open step that a screening would hold up; "" where no step is open."""
    events = (entry.event for entry in effective(case.id))
    return present_step(event for event in events if isinstance(event, CaseEvent))
