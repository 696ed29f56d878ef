"""What each kind of entry is called in a file's history. A kind that is missing here is called by its own name."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from onward.cases.rules import AGES, CHALLENGE_ANSWERS, MAY_LEAVE, RELATIONS, SCREENING_RESULTS, SEXES

TITLES = {
    "care.need_met": _("A need was met"),
    "care.question_answered": _("Question answered"),
    "care.question_asked": _("Question asked"),
    "cases.card_issued": _("Card made"),
    "cases.card_revoked": _("Card stopped"),
    "cases.case_worker_assigned": _("Case worker named"),
    "cases.case_worker_left": _("Case worker left"),
    "cases.challenge_answered": _("Challenge answered"),
    "cases.challenge_heard": _("Heard on the challenge"),
    "cases.challenge_withdrawn": _("Challenge taken back"),
    "cases.companion_noted": _("Companion noted"),
    "cases.family_joined": _("Joined a family"),
    "cases.identity_noted": _("Names and nationality noted (sealed)"),
    "cases.identity_opened": _("Identity opened"),
    "cases.opening_refused": _("Identity not opened: too many within an hour"),
    "cases.liberty_challenged": _("The order to stay was challenged"),
    "cases.liberty_recorded": _("May the person leave: recorded"),
    "cases.screening_begun": _("A screening began"),
    "cases.screening_ended": _("A screening ended"),
    "erasure.end_noted": _("The time for which it is kept is over soon"),
    "erasure.erasure_asked": _("Asked that the file be erased"),
    "erasure.erasure_confirmed": _("A second person agreed to the erasure"),
    "erasure.erasure_stopped": _("The erasure was stopped"),
    "erasure.file_held": _("Held by oversight: nothing is erased"),
    "erasure.file_released": _("Released by oversight"),
    "erasure.keeping_prolonged": _("Kept longer"),
    "homecoming.arrival_confirmed": _("Arrival confirmed"),
    "homecoming.civil_paper_recorded": _("Civil paper recorded"),
    "homecoming.birth_recorded": _("A child was born"),
    "homecoming.child_born": _("Born"),
    "homecoming.concern_settled": _("Settled after the stay"),
    "homecoming.best_interests_determined": _("Best interests of the child: determined"),
    "homecoming.consent_given": _("Consent given"),
    "homecoming.consent_withdrawn": _("Consent withdrawn"),
    "homecoming.contact_checked": _("Checked: is asking safe?"),
    "homecoming.departed": _("Departed"),
    "homecoming.died": _("Died"),
    "homecoming.disappeared": _("Missing since this day"),
    "homecoming.evidence_added": _("Evidence of nationality added"),
    "homecoming.exit_authorised": _("Exit authorised"),
    "homecoming.exit_refused": _("Exit refused"),
    "homecoming.file_closed": _("File closed"),
    "homecoming.forcibly_taken": _("Taken away by force"),
    "homecoming.handover_signed": _("Handed over"),
    "homecoming.turned_back": _("Turned back"),
    "homecoming.journey_told": _("Told about their journey"),
    "homecoming.nationality_answered": _("Nationality: answered"),
    "homecoming.nationality_asked": _("Nationality: asked"),
    "homecoming.nationality_claimed": _("Nationality claimed"),
    "homecoming.paper_moved": _("Paper passed on"),
    "homecoming.letter_sent": _("Letter sent"),
    "homecoming.papers_recorded": _("Papers recorded"),
    "homecoming.refusal_appealed": _("Refusal appealed"),
    "homecoming.reply_recorded": _("Letter: answered"),
    "homecoming.resident_left": _("Left by themselves"),
    "homecoming.return_checked": _("Checked: is return safe?"),
    "homecoming.seat_given": _("A seat on a journey given"),
    "homecoming.seat_freed": _("A seat on a journey given back"),
    "homecoming.stay_resumed": _("Here again"),
    "homecoming.transfer_signed": _("Signed for by somebody else"),
    "homecoming.visit_recorded": _("Visited after the arrival"),
    "homecoming.pathway_chosen": _("Put on another way"),
    "homecoming.step_recorded": _("How a step stands"),
    "homecoming.wish_recorded": _("Wish recorded"),
    "homecoming.wish_withdrawn": _("Wish taken back"),
    "journal.closed": _("An entry kept in a room of its own"),
    "journal.withdrawn": _("An entry was withdrawn"),
    "oversight.decision_told": _("Told what a review found"),
    "oversight.review_decided": _("Review of stay: found"),
    "oversight.review_held": _("Review of stay: held"),
    "oversight.review_opened": _("A review of stay is owed"),
    "oversight.reviewer_assigned": _("Reviewer named"),
    "reception.needs_noted": _("Needs noted, for those who meet them"),
    "reception.arrived": _("Arrived"),
    "shelter.apart_settled": _("Kept apart: not near each other any more"),
    "shelter.interim_care_arranged": _("Interim care for a child: arranged"),
    "shelter.keeping_apart_ended": _("Kept apart: over"),
    "shelter.keeping_apart_asked": _("Kept apart"),
    "shelter.placed": _("Given a place"),
    "shelter.transfer_cancelled": _("Transfer called off"),
    "shelter.transfer_received": _("Received at another site"),
    "shelter.transfer_sent": _("Sent on"),
    "waiting.block_declared": _("Said what blocks a step"),
    "waiting.block_lifted": _("A block lifted"),
    "waiting.matter_escalated": _("Told that something is late"),
    "waiting.matter_handed": _("A matter passed on"),
    "waiting.matter_released": _("A matter released"),
    "waiting.overrun_explained": _("Said why something is late"),
}

MACHINES = {"clock": _("the clocks")}
"""Authors who are no person."""

FIELDS = {
    "agreed": _("They agreed"),
    "alone": _("Spoken with alone"),
    "themselves": _("They asked themselves"),
    "undo_until": _("Can be stopped until"),
    "how": _("How"),
    "keep_until": _("Kept until"),
    "outcome": _("What came of it"),
    "raised": _("What they need"),
    "wellbeing": _("How they are"),
    "accompanied_by": _("Accompanied by"),
    "age": _("Age"),
    "answer": _("Answer given"),
    "anew": _("Done anew"),
    "asked_at": _("Asked at"),
    "asked_of": _("Asked of"),
    "asks": _("Asks for"),
    "because": _("Not done because"),
    "belongings": _("Belongings"),
    "body": _("Body"),
    "by": _("By order of"),
    "by_name": _("Done by"),
    "card": _("Card"),
    "case_name": _("Case name"),
    "claimed_by": _("Claimed by"),
    "confirmed_by": _("Confirmed by"),
    "consent": _("Consent"),
    "country": _("Country"),
    "decision": _("Found"),
    "due": _("Was due"),
    "done": _("Done"),
    "evidence": _("What shows it"),
    "family": _("Family"),
    "fell_on": _("Should have been told on"),
    "fields": _("What may be told"),
    "first": _("First check"),
    "fit_to_travel": _("Fit to travel"),
    "found": _("Found by a review"),
    "given": _("Given"),
    "ground": _("Ground"),
    "hands": _("In whose hands"),
    "heard": _("Heard"),
    "holder": _("Held by"),
    "informed": _("What they were told before they said it"),
    "interpreter": _("Interpreter"),
    "issued_by": _("Issued by"),
    "issued_on": _("Issued on"),
    "language": _("Language"),
    "level": _("Level"),
    "left": _("The way left"),
    "liberty_by": _("By order of"),
    "liberty_ground": _("Ground"),
    "liberty_may_leave": _("May leave"),
    "limits": _("Limits"),
    "may_leave": _("May leave"),
    "needs": _("Needs"),
    "note": _("Note to it"),
    "office": _("Office"),
    "paper": _("Paper"),
    "passed": _("Passed over, because nobody holds the office"),
    "place": _("Place"),
    "purpose": _("What for"),
    "reason": _("Reason"),
    "reasons": _("Reasons"),
    "receipt": _("Receipt"),
    "receiver": _("Received by"),
    "relation": _("Relation"),
    "result": _("Result"),
    "reviewer": _("Reviewer"),
    "sex": _("Person"),
    "since": _("Since"),
    "speaks": _("Speaks"),
    "step": _("Step"),
    "state": _("What became of it"),
    "to": _("Told to"),
    "title": _("Called"),
    "told": _("Told"),
    "told_language": _("Told in"),
    "told_on": _("Told on"),
    "until": _("Until when"),
    "valid_until": _("Valid until"),
    "way": _("The way"),
    "what": _("What"),
    "why": _("Why"),
    "wish": _("Wish"),
    "with_whom": _("Came"),
    "without": _("Without an interpreter"),
    "words": _("In words"),
    "worker": _("Case worker"),
}
"""What each field of an entry is called beside its words."""

CODES: dict[str, Mapping[str, object]] = {
    "age": AGES,
    "cases.challenge_answered.answer": CHALLENGE_ANSWERS,
    "found": MAY_LEAVE,
    "liberty_may_leave": MAY_LEAVE,
    "may_leave": MAY_LEAVE,
    "relation": RELATIONS,
    "result": SCREENING_RESULTS,
    "sex": SEXES,
}
"""What coded values are called, by field, or by kind and field; the apps above add theirs."""


def say_codes(codes: Mapping[str, Mapping[str, object]]) -> None:
    """Called by an app when it starts: what the codes in its own entries are called in a file's history."""
    CODES.update(codes)


def title_of(kind: str) -> str:
    """An entry's kind in words: Card issued."""
    return str(TITLES.get(kind, _plain(kind.rpartition(".")[2])))


def field_words(field: str) -> str:
    """What a field is called: Case worker."""
    return str(FIELDS.get(field, _plain(field)))


def code_words(kind: str, field: str) -> Mapping[str, object]:
    """What the codes that a field may hold are called; nothing where it holds words."""
    return CODES.get(f"{kind}.{field}") or CODES.get(field) or {}


def _plain(code: str) -> str:
    return code.replace("_", " ").capitalize()
