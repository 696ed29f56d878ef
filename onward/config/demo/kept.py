"""Why a group is still here: the order challenged, the screening, the reviews of stay."""

from datetime import datetime

from onward.access.rules import Actor
from onward.cases.actions import (
    answer_challenge,
    begin_screening,
    challenge_liberty,
    end_screening,
    hear_challenge,
)
from onward.cases.queries import case_for, liberty_of
from onward.config.demo.going import Going
from onward.kit.dates import day_of
from onward.kit.ids import derived_id
from onward.oversight.actions import decide_review, hold_review

EVERY = 29
"""Days between two reviews: they are due every thirty."""
FORGOTTEN = {"kazakh", "french-mother"}
"""Whose last review nobody has held."""
SCREENED = {"card": 9, "saudi": 11, "tajik-men": 0}
"""Days that the screening took; none where it goes on."""


class Kept(Going):
    """A group's whole story, with what keeps them here and who looks at it."""

    def _between(self) -> dict[str, int]:
        told, ago, key = super()._between(), self.group.ago, self.group.key
        if self.group.quirk not in ("unnamed", "refused"):
            many = (ago - 4) // EVERY - (key in FORGOTTEN)
            told |= {f"reviewed {number}": EVERY * number for number in range(1, many + 1)}
        if key in SCREENED:
            told["screening_begins"] = 6
            if days := SCREENED[key]:
                told["screening_ends"] = 6 + days
        if self.group.card == "shown":
            told |= {"challenges": ago - 20, "is_heard": ago - 17}
        if self.group.quirk == "refused":
            told |= {"found_free": ago - 40, "challenge_is_answered": ago - 31}
        return told

    def reviewed(self, at: datetime) -> None:
        held_up = "Papers are on their way" if self.group.wish == "home" else "Where they may go is being looked for"
        self._review(at, "continue", f"{held_up}; nobody else asks that they stay.")

    def found_free(self, at: datetime) -> None:
        reasons = "No ground has been given in all this time. What was asked of them has been done."
        self._review(at, "may_leave", reasons)

    def _review(self, at: datetime, decision: str, reasons: str) -> None:
        reviewer = self.cast.staff["reviewer"]
        for case, entry, day in self.each(at, "review"):
            if case_for(reviewer, case).ended_on:
                continue
            speaks = self.group.people[0].speaks
            heard = {"language": speaks, "interpreter": "" if speaks == "ar" else "H. Saleh"}
            why = {"without": "same_language"} if speaks == "ar" else {}
            hold_review(reviewer, case=case, on=day, heard="heard", entry=entry, **heard, **why)
            decide_review(
                reviewer,
                case=case,
                on=day,
                decision=decision,
                reasons=reasons,
                told_on=day,
                told_language=speaks,
                entry=derived_id(entry, "found"),
            )

    def screening_begins(self, at: datetime) -> None:
        for case, entry, day in self.each(at, "screening"):
            begin_screening(self.worker, case=case, on=day, body="Screening office", entry=entry)

    def screening_ends(self, at: datetime) -> None:
        for case, entry, day in self.each(at, "screening ends"):
            (screening,) = liberty_of(self.worker, case_for(self.worker, case)).open_screenings
            end_screening(self.worker, case=case, screening=screening.id, on=day, result="nothing_further", entry=entry)

    def challenges(self, at: datetime) -> None:
        resident = Actor(id=self.cases[0], roles=frozenset({"resident"}), language="en")
        words = "Nobody has told me why I must stay. I have answered everything that I was asked."
        challenge_liberty(resident, case=self.cases[0], words=words, entry=self.id(at, "challenge"))

    def is_heard(self, at: datetime) -> None:
        said = {"by": "Council of elders", "language": self.group.people[0].speaks, "interpreter": "H. Saleh"}
        entry = self.id(at, "challenge heard")
        hear_challenge(self.worker, case=self.cases[0], on=day_of(at), entry=entry, **said)

    def challenge_is_answered(self, at: datetime) -> None:
        officer = self.cast.staff["custody"]
        for case, entry, day in self.each(at, "challenge answered"):
            told = {"told_on": day, "told_language": "ar"}
            answer_challenge(officer, case=case, on=day, answer="upheld", entry=entry, **told)
