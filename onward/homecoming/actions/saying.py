"""How every act on the way onward says its one thing: with what it opens and closes, on the day it happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from onward.access.rules import Actor
from onward.cases.events import Holder, Holds, Opens
from onward.harmless import Harmless
from onward.homecoming.events import OnwardEvent
from onward.homecoming.queries import Standing
from onward.homecoming.rules import (
    GUARDED,
    LEADS,
    PROTECTING,
    CheckState,
    check_asking,
    check_child,
    check_day,
    check_open,
    check_scan,
    ending_of,
)
from onward.journal import scans
from onward.journal.append import append
from onward.kit.dates import said_of, today
from onward.kit.errors import RuleBroken
from onward.waiting.queries import matters_of, way_after

if TYPE_CHECKING:  # a model is for its own app alone; its type is for everybody
    from onward.cases.models import Case
    from onward.homecoming.models import Consent

EXIT_STEP = "exit_authorised"
AFTER_ARRIVAL = "followed_up"
WAITS = {
    CheckState.FIRST: "waits_for_second_person",
    CheckState.DISAGREED: "two_people_disagree",
    CheckState.UNSAFE: "unsafe",
}
"""Why a step that two people check stays open."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One act about one resident: who acts, on which page's state, and the day it happened."""

    by: Actor
    case: "Case"
    entry: str
    after: str
    on: date
    cause: str = ""

    def check(self, *, not_before: date | None = None) -> None:
        """What every act asks first: the stay is open and the day is possible."""
        check_open(self.case.ended_on)
        check_day(self.on, arrived_on=self.case.arrived_on, today=today(), not_before=not_before)

    def check_told(self, standing: "Standing", given: "Consent", told: Sequence[str]) -> None:
        """Nothing leaves without a consent that holds for this body and these fields, found safe by two people."""
        check_asking(
            live=given in standing.live,
            checked=standing.contact_state(given.id),
            fields=told,
            consented=given.fields,
        )

    def keep(self, scan: Harmless | None, *, sealed: str) -> str:
        """Seal a scan beside the journal, durably, before anything is said of it; gives its digest, "" for none."""
        check_scan(scan)
        if scan is None:
            return ""
        transaction.on_commit(scans.sweep_daily, robust=True)
        try:
            return scans.keep(scan, entry=self.entry, stream=self.case.id, compartment=sealed)
        except OSError as full:
            raise RuleBroken(_("The scan could not be kept on this machine. Nothing was recorded."), "scan") from full

    def holding(self, step: str, reason: str, holder: Holder | None = None) -> tuple[Holds, ...]:
        """The open step, with another reason or in other hands; nothing while that step is not open."""
        return tuple(
            Holds(id=matter.id, holder=holder or matter.holder, reason=reason)
            for matter in matters_of(self.case.id)
            if matter.kind == "step" and matter.what == step and matter.closed_on is None
        )

    def owing(self, matter: str, reason: str) -> tuple[Holds, ...]:
        """One open matter with another reason, in the same hands; nothing while it is not open."""
        return tuple(
            Holds(id=one.id, holder=one.holder, reason=reason)
            for one in matters_of(self.case.id)
            if one.id == matter and one.closed_on is None
        )

    def judge(
        self,
        event: OnwardEvent,
        step: str,
        outcome: CheckState,
        *,
        done: Sequence[str],
        undone: Sequence[str],
        facts: Mapping[str, str] | None = None,
    ) -> None:
        """Say one of two judgements: only two that agree it is safe finish the step; else it says why it waits."""
        if outcome is CheckState.SAFE:
            self.say(event, done=[step, *done], undone=undone, facts=facts)
        else:
            self.say(replace(event, holds=self.holding(step, WAITS[outcome])), facts=facts)

    def say(
        self,
        event: OnwardEvent,
        *,
        done: Sequence[str] = (),
        undone: Sequence[str] = (),
        facts: Mapping[str, str] | None = None,
        held_by: Mapping[str, Holder] | None = None,
        pathway: str = "",
        decided: str = "",
    ) -> None:
        """Append the event with the matters that it opens and closes; an exit is asked of whoever has custody then.

        `undone` are steps that this makes untrue; those behind them are to be done anew, but for those in `done`.
        `held_by` names who holds a step that this opens, where it is a body outside that only this event knows.
        `decided` is what this very event determines to be best for a child.
        """
        done = self._for_a_child(done, decided=decided)
        way = way_after(self.case, done=done, undone=undone, facts=facts or {}, entry_id=self.entry, pathway=pathway)
        # Visits come after the stay: they are owed as such, never as a step of a way that has ended.
        way = replace(way, opens=tuple(one for one in way.opens if one.what != AFTER_ARRIVAL))
        if any(opened.what == EXIT_STEP for opened in way.opens):
            event = replace(event, asked_of=self.case.custody, asked_at=self.case.site)
        event = replace(
            event,
            opens=(*event.opens, *_held(way.opens, held_by or {})),
            closes=(*event.closes, *way.closes),
            facts={**way.facts, **event.facts},
            pathway=way.pathway,
        )
        self.note(event)

    def note(self, event: OnwardEvent) -> None:
        """Append the event as it is: the way stays where it stands."""
        happened_at, precision = said_of(self.on)
        append(
            event,
            by=self.by,
            stream=self.case.id,
            id=self.entry,
            happened_at=happened_at,
            precision=precision,
            after=self.after,
            cause=self.cause,
        )

    def check_onward(self) -> None:
        """Nothing that leads a child away is asked of anybody before what is best for them is determined."""
        self._for_a_child(["nationality_asked"], decided="")

    def _for_a_child(self, done: Sequence[str], *, decided: str) -> Sequence[str]:
        """What of this may be done for a child. A consent and its check protect them: family may be looked for first.

        They are steps onward only once what is best is determined.
        """
        standing = Standing(self.case.id)
        if set(done).isdisjoint(GUARDED) or not standing.leaving or not standing.is_child:
            return done
        found = standing.determination
        decision, ending = decided or (found.decision if found else ""), ending_of(standing.way, standing.wish)
        if decided == "adult":
            return done
        later = [step for step in done if step not in PROTECTING]
        if not set(later).isdisjoint(GUARDED):
            check_child(age=standing.facts.get("age", ""), decision=decision, ending=ending)
        return done if ending in LEADS.get(decision, ()) else later


def _held(opens: Sequence[Opens], by: Mapping[str, Holder]) -> tuple[Opens, ...]:
    return tuple(replace(opened, holder=by.get(opened.what, opened.holder)) for opened in opens)
