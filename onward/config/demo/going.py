"""What happens to one group on the way onward, from the consent to the arrival."""

from datetime import date, datetime, timedelta

from onward.access.rules import Actor
from onward.config.demo.life import Life
from onward.homecoming import actions as onwards
from onward.homecoming.queries import Afterwards, Standing
from onward.kit.dates import day_of
from onward.kit.ids import derived_id

CLAIMED = "Netherlands"
PHOTOGRAPH = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a494441"
    "54789c63f80f0001010100b138f6140000000049454e44ae426082"
)
"""What stands for the scan of an old passport: a picture of one white dot."""


class Going(Life):
    """A group's whole story: life at the site, and the way onward."""

    def consented(self, at: datetime) -> None:
        self._determine(self.worker, at, "best one")
        self._determine(self.liaison, at, "best two")
        for case, entry, day in self.each(at, "consent"):
            onwards.record_consent(
                self.worker, case=case, entry=entry, on=day, body=self.group.body, told=("names", "birth", "old_papers")
            )

    def _determine(self, by: Actor, at: datetime, label: str) -> None:
        for case, entry, day in self.each(at, label):
            if Standing(case).facts.get("age") == "child":
                onwards.determine_best_interests(
                    by,
                    case=case,
                    entry=entry,
                    on=day,
                    decision="return_cared",
                    reasons="The child is with both parents, and wishes what they wish; an aunt there is ready.",
                    heard="I want to sleep in a house again, and go to school with my cousins.",
                )

    def contact_first(self, at: datetime) -> None:
        self._check_contact(self.worker, at, "contact one")

    def contact_checked(self, at: datetime) -> None:
        self._check_contact(self.liaison, at, "contact two")

    def _check_contact(self, by: Actor, at: datetime, label: str) -> None:
        for case, entry, day in self.each(at, label):
            onwards.check_contact(
                by,
                case=case,
                entry=entry,
                on=day,
                consent=Standing(case).to_check[0].id,
                safe=True,
                reasons="Relatives abroad are safe; the office answers only to the person asked about.",
                sources="Talk with the resident; two organisations that have asked this office before.",
            )

    def nationality_asked(self, at: datetime) -> None:
        for case, entry, day in self.each(at, "asked"):
            consent = Standing(case).askable[0]
            onwards.ask_nationality(
                self.liaison, case=case, entry=entry, on=day, consent=consent.id, told=consent.fields
            )

    def nationality_confirmed(self, at: datetime) -> None:
        for case, entry, day in self.each(at, "confirmed"):
            asked = Standing(case).unanswered[0]
            onwards.record_answer(self.liaison, case=case, entry=entry, on=day, asked=asked.id, answer="confirmed")

    def state_refuses(self, at: datetime) -> None:
        for case, entry, day in self.each(at, "state refuses"):
            asked = Standing(case).unanswered[0]
            onwards.record_answer(
                self.liaison,
                case=case,
                entry=entry,
                on=day,
                asked=asked.id,
                answer="refused",
                words="They find no entry under this name.",
            )

    def refusal_is_appealed(self, at: datetime) -> None:
        """The court is asked under a consent and a check of its own."""
        for case, entry, day in self.each(at, "appeal"):
            consent = derived_id(entry, "consent")
            onwards.record_consent(
                self.worker, case=case, entry=consent, on=day, body="The court of the capital", told=("names", "birth")
            )
        self._check_contact(self.worker, at, "court one")
        self._check_contact(self.liaison, at, "court two")
        for case, entry, day in self.each(at, "appeal"):
            onwards.appeal_refusal(
                self.liaison,
                case=case,
                entry=entry,
                on=day,
                asked=Standing(case).appealable[0].id,
                consent=derived_id(entry, "consent"),
                told=("names", "birth"),
                ground="The papers that were sent were not weighed.",
                counsel="Lawyers for Families, The Hague",
            )

    def papers(self, at: datetime) -> None:
        for case, entry, day in self.each(at, "papers"):
            onwards.record_papers(
                self.liaison,
                case=case,
                entry=entry,
                on=day,
                paper="travel_document",
                issued_by=self.group.body,
                hands="safe" if self.group.quirk == "refused" else "resident",
            )

    def counsel_is_asked(self, at: datetime) -> None:
        """A consulate that stays silent: a lawyer is asked, under a consent and a check of their own."""
        for case, entry, day in self.each(at, "counsel"):
            consent = derived_id(entry, "consent")
            onwards.claim_nationality(
                self.worker, case=case, entry=derived_id(entry, "claim"), on=day, claimed_by="resident", country=CLAIMED
            )
            onwards.add_evidence(
                self.worker,
                case=case,
                entry=derived_id(entry, "evidence"),
                on=day,
                evidence="old_passport",
                scan=PHOTOGRAPH,
            )
            onwards.record_consent(
                self.worker, case=case, entry=consent, on=day, body="Lawyers for Families, The Hague", told=("names",)
            )
            self._check_contact(self.worker, at, "counsel one")
            self._check_contact(self.liaison, at, "counsel two")
            onwards.send_letter(
                self.liaison, case=case, entry=entry, on=day, consent=consent, asks="legal_help", told=("names",)
            )

    def return_first(self, at: datetime) -> None:
        self._check_return(self.worker, at, "return one")

    def return_checked(self, at: datetime) -> None:
        self._check_return(self.cast.staff["oversight"], at, "return two")

    def _check_return(self, by: Actor, at: datetime, label: str) -> None:
        for case, entry, day in self.each(at, label):
            onwards.check_return(
                by,
                case=case,
                entry=entry,
                on=day,
                safe_there=True,
                not_refouled=True,
                best_interests=True if Standing(case).is_child else None,
                family="together" if self._is_family() and len(self.cases) > 1 else "none_here",
                fit_to_travel=True,
                fit_by="The doctor of the site",
                reasons="The person asks for it, was told what awaits them, and nothing speaks against it.",
                sources="The person; a lawyer there; a relief organisation there.",
            )

    def exit_authorised(self, at: datetime) -> None:
        for case, entry, day in self.each(at, "exit"):
            onwards.authorise_exit(self.cast.staff["custody"], case=case, entry=entry, on=day)

    def exit_refused(self, at: datetime) -> None:
        for case, entry, day in self.each(at, "refused"):
            onwards.refuse_exit(self.cast.staff["custody"], case=case, entry=entry, on=day)

    def journey_planned(self, at: datetime) -> None:
        self._convoy(at, day_of(at) + timedelta(days=5))

    def _convoy(self, at: datetime, leaves: date) -> str:
        """A convoy with a seat for everybody of the group, who are told."""
        entry, day = self.id(at, "convoy"), day_of(at)
        convoy: str = onwards.plan_convoy(
            self.liaison,
            entry=entry,
            day=leaves,
            destination="airport",
            seats=4,
            receiver=self.group.body,
            escorts=["Two delegates of the Red Crescent"],
            travelling=[self.worker.id],
            route="Told to the driver on the day.",
        )
        onwards.put_on_convoy(self.liaison, convoy=convoy, entry=derived_id(entry, "seats"), people=self.cases)
        onwards.tell_travellers(
            self.liaison,
            convoy=convoy,
            entry=derived_id(entry, "told"),
            on=day,
            people=self.cases,
            take="Warm clothes, your medicines, and the papers that you hold yourselves.",
        )
        return convoy

    def visited(self, at: datetime) -> None:
        for case, entry, day in self.each(at, "visited"):
            onwards.record_visit(
                self.worker,
                case=case,
                entry=entry,
                on=day,
                visit=Afterwards(case).open_visits[0].id,
                outcome="met",
                how="phone",
                wellbeing="mixed",
                raised=("papers", "school"),
                words="With family there. Asks for a place at the school.",
            )

    def departed(self, at: datetime) -> None:
        if self.group.quirk == "convoy":
            convoy = self._convoy(at, day_of(at))
            entry = self.id(at, "convoy left")
            onwards.depart_convoy(self.liaison, convoy=convoy, entry=entry, on=day_of(at), with_papers=self.cases)
            return
        for case, entry, day in self.each(at, "departed"):
            onwards.record_departure(
                self.liaison, case=case, entry=entry, on=day, accompanied_by="M. Demir", papers_in_hand=True
            )

    def handed_over(self, at: datetime) -> None:
        for case, entry, day in self.each(at, "handover"):
            onwards.record_handover(
                self.liaison,
                case=case,
                entry=entry,
                on=day,
                receiver=self.group.body,
                receipt=f"{self.group.key} 1",
                papers_in_hand=True,
            )

    def arrived(self, at: datetime) -> None:
        for case, entry, day in self.each(at, "arrived"):
            onwards.confirm_arrival(self.liaison, case=case, entry=entry, on=day, confirmed_by="resident")
