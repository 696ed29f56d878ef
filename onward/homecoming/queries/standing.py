"""Everything that stands, read once for a page or an act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from django.db.models import Q

from onward.access.rules import Actor, may
from onward.cases.queries import case_for, check_opens
from onward.homecoming.models import (
    Check,
    CivilPaper,
    Claim,
    Consent,
    Determination,
    Evidence,
    Exit,
    Inquiry,
    Journey,
    Paper,
    Wish,
)
from onward.homecoming.rules import CHILDREN, CheckState, ExitState, Reached, is_live, leads_away
from onward.homecoming.rules.letters import SETTLED
from onward.homecoming.rules.papers import TRAVEL
from onward.journal.compartments import LEGAL
from onward.journal.models import ReadModel
from onward.kit.dates import today
from onward.kit.errors import NotFound
from onward.pathway import Pathway
from onward.waiting.queries import State, matters_of, way_state

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.waiting.models import Matter

Row = TypeVar("Row", bound=ReadModel)


class Agreed(NamedTuple):
    """One consent, whether it holds today, and the latest check on it."""

    consent: Consent
    live: bool
    check: Check | None


@dataclass
class Standing:
    """Everything that stands on one resident's way onward, read once for a page or an act."""

    case: str

    @cached_property
    def _state(self) -> State:
        return way_state(self.case)

    @property
    def way(self) -> Pathway:
        """The way that they are on."""
        return self._state[0]

    @property
    def facts(self) -> Mapping[str, str]:
        """What is known of them on which the steps of the way depend."""
        return self._state[1]

    @property
    def going(self) -> bool:
        """Whether their way leads somebody of their wish away from here."""
        return bool(self.wish and self.way.ending(self.wish))

    @property
    def leaving(self) -> bool:
        """Whether they may leave the site by their way, or by their wish alone, near or far."""
        return self.going or leads_away(self.wish)

    @cached_property
    def open_steps(self) -> "Sequence[Matter]":
        """The open steps of the way, earliest first."""
        steps = [m for m in matters_of(self.case) if m.kind == "step" and m.closed_on is None]
        return sorted(steps, key=lambda matter: (matter.rank, matter.since, matter.id))

    @cached_property
    def determinations(self) -> Sequence[Determination]:
        return list(Determination.objects.filter(stream=self.case).order_by("-first_on", "-id"))

    @property
    def determination(self) -> Determination | None:
        """The latest on which two people agreed."""
        return next((one for one in self.determinations if one.state == CheckState.SAFE), None)

    @property
    def open_determination(self) -> Determination | None:
        """The one that waits for its second person."""
        latest = self.determinations[0] if self.determinations else None
        return latest if latest and latest.state == CheckState.FIRST else None

    @cached_property
    def wishes(self) -> Sequence[Wish]:
        return list(Wish.objects.filter(stream=self.case).order_by("-number"))

    @property
    def said(self) -> Wish | None:
        """The latest wish, unless they took it back."""
        return next((wish for wish in self.wishes[:1] if wish.withdrawn_on is None), None)

    @property
    def wish(self) -> str:
        return self.said.wish if self.said else ""

    @property
    def country(self) -> str:
        return self.said.country if self.said else ""

    @cached_property
    def consents(self) -> Sequence[Consent]:
        return list(Consent.objects.filter(stream=self.case).order_by("given_on", "id"))

    @cached_property
    def live(self) -> Sequence[Consent]:
        day = today()
        return [c for c in self.consents if is_live(withdrawn_on=c.withdrawn_on, until=c.until, today=day)]

    @cached_property
    def checks(self) -> Sequence[Check]:
        return list(Check.objects.filter(stream=self.case).order_by("first_on", "id"))

    def contact_check(self, consent: str) -> Check | None:
        """The latest check on one consent."""
        return next((c for c in reversed(self.checks) if c.about == "contact" and c.consent == consent), None)

    def contact_state(self, consent: str) -> str:
        check = self.contact_check(consent)
        return check.state if check else ""

    @property
    def agreed(self) -> Sequence[Agreed]:
        """Each consent with whether it holds and its latest check, as a page shows them."""
        live = {consent.id for consent in self.live}
        return [Agreed(c, c.id in live, self.contact_check(c.id)) for c in reversed(self.consents)]

    @property
    def has_steps(self) -> bool:
        """Whether anything has been asked, decided or done beyond wish and consent."""
        return bool(self.return_check or self.exit or self.journey)

    @property
    def askable(self) -> Sequence[Consent]:
        """The consents under which a letter may leave today."""
        return [c for c in self.live if self.contact_state(c.id) == CheckState.SAFE]

    @property
    def to_check(self) -> Sequence[Consent]:
        return [c for c in self.live if self.contact_state(c.id) != CheckState.SAFE]

    @property
    def confirmed(self) -> bool:
        """Whether a body confirmed the nationality, at once or on appeal."""
        if any(inquiry.answer == "confirmed" for inquiry in self.inquiries):
            return True
        return any(letter.answer == "granted" for letter in self.letters if letter.about == "appeal")

    def reached(self, *, given: bool = False, withdrawn: str = "", safe: str = "", asked: bool = False) -> Reached:
        """How far the way will have come, with one thing more: a consent given or withdrawn, found safe, used."""
        live = [consent.id for consent in self.live if consent.id != withdrawn]
        askable = [*(consent.id for consent in self.askable if consent.id != withdrawn), *filter(None, [safe])]
        questions = [*self.inquiries, *(letter for letter in self.letters if letter.about == "appeal")]
        waiting = [one for one in questions if one.answer != "refused" and one.consent in askable]
        return Reached(
            live=given or bool(live),
            askable=bool(askable),
            asked=asked or bool(waiting),
            confirmed=self.confirmed,
            papers=self.can_travel,
        )

    @property
    def is_child(self) -> bool:
        """Whether they are a child, or may be one."""
        return self.facts.get("age", "") in CHILDREN

    @property
    def determined(self) -> bool:
        """Whether two people have determined what is best for them."""
        steps = [m for m in matters_of(self.case) if m.kind == "step" and m.what == "best_interests_determined"]
        return any(step.outcome == "done" for step in steps)

    @property
    def return_check(self) -> Check | None:
        """The latest check that going is safe, unless the wish has changed since."""
        checks = [c for c in self.checks if c.about == "return" and c.state != CheckState.LAPSED]
        return checks[-1] if checks else None

    @property
    def open_return_check(self) -> Check | None:
        """The check that waits for its second person."""
        return self.return_check if self.return_state == CheckState.FIRST else None

    @property
    def return_state(self) -> str:
        return self.return_check.state if self.return_check else ""

    @cached_property
    def correspondence(self) -> Sequence[Inquiry]:
        """Everything that was asked of bodies outside, oldest first."""
        return list(Inquiry.objects.filter(stream=self.case).order_by("asked_on", "id"))

    @property
    def inquiries(self) -> Sequence[Inquiry]:
        """The questions about the nationality."""
        return [inquiry for inquiry in self.correspondence if inquiry.about == "nationality"]

    @property
    def letters(self) -> Sequence[Inquiry]:
        """All that was asked but the nationality, appeals included."""
        return [inquiry for inquiry in self.correspondence if inquiry.about != "nationality"]

    @property
    def unsettled(self) -> Sequence[Inquiry]:
        """The letters to which an answer may still come."""
        return [letter for letter in self.letters if letter.answer not in SETTLED]

    @property
    def appealable(self) -> Sequence[Inquiry]:
        """The refusals and silences against which no appeal is under way or was decided."""
        appealed = {letter.appeals for letter in self.letters if letter.appeals}
        return [one for one in self.inquiries if one.answer in ("refused", "no_answer") and one.id not in appealed]

    @property
    def unanswered(self) -> Sequence[Inquiry]:
        """The questions that an answer may still come to, even late."""
        return [inquiry for inquiry in self.inquiries if inquiry.answer in ("", "no_answer")]

    @property
    def open_inquiries(self) -> Sequence[Inquiry]:
        return [inquiry for inquiry in self.inquiries if not inquiry.answer]

    @cached_property
    def papers(self) -> Sequence[Paper]:
        return list(Paper.objects.filter(stream=self.case).order_by("recorded_on", "id"))

    @property
    def can_travel(self) -> bool:
        """Whether there is a paper to travel with that was not lost."""
        return any(paper.paper in TRAVEL and paper.hands != "lost" for paper in self.papers)

    @cached_property
    def claims(self) -> Sequence[Claim]:
        return list(Claim.objects.filter(stream=self.case).order_by("-claimed_on", "-id"))

    @cached_property
    def evidence(self) -> Sequence[Evidence]:
        return list(Evidence.objects.filter(stream=self.case).order_by("added_on", "id"))

    @cached_property
    def civil_papers(self) -> Sequence[CivilPaper]:
        """Civil papers recorded on this file, and those of this resident that are on a parent's."""
        rows = CivilPaper.objects.filter(Q(stream=self.case) | Q(child=self.case))
        return list(rows.order_by("recorded_on", "id"))

    @cached_property
    def exit(self) -> Exit | None:
        return Exit.objects.filter(stream=self.case).exclude(state=ExitState.LAPSED).order_by("-number").first()

    @property
    def exit_state(self) -> str:
        return self.exit.state if self.exit else ""

    @cached_property
    def journey(self) -> Journey | None:
        return Journey.objects.filter(stream=self.case).order_by("-id").first()

    @property
    def handed_over(self) -> bool:
        """Whether another body signed for them, and their journey is not over."""
        journey = self.journey
        return journey is not None and journey.handed_over_on is not None and journey.arrived_on is None


def one_of(rows: Sequence[Row], wanted: str) -> Row:
    """The row with this id among those of one resident; another resident's is not found."""
    for row in rows:
        if row.id == wanted:
            return row
    raise NotFound(wanted)


def standing_for(actor: Actor, case: str) -> Standing:
    """What stands on the way onward of one resident within the actor's reach.

    Not for people of the host, whatever their role: what is said of the way is said in a compartment closed to them.
    """
    file = case_for(actor, case)
    if may(actor, "homecoming.see_way"):
        check_opens(actor, file, LEGAL)
    return Standing(file.id)
