"""The codes that entries store, each with the words that a reader sees."""

from collections.abc import Iterable
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = dict[str, Promise | str]


class CheckState(StrEnum):
    """How a check by two people stands."""

    FIRST = "first"
    SAFE = "safe"
    UNSAFE = "unsafe"
    DISAGREED = "disagreed"
    LAPSED = "lapsed"


class ExitState(StrEnum):
    """How an exit stands with the organisation that has custody."""

    ASKED = "asked"
    AUTHORISED = "authorised"
    REFUSED = "refused"
    LAPSED = "lapsed"


WISHES: Words = {
    "home": _("To go home"),
    "family_elsewhere": _("To join family elsewhere"),
    "third_country": _("To go to another country"),
    "local_life": _("To live here, outside the site"),
    "not_yet": _("Not to decide yet"),
    "not_to_return": _("Not to return"),
}
TOLD: Words = {
    "names": _("Names"),
    "birth": _("Day and place of birth"),
    "parents": _("Names of the parents"),
    "old_papers": _("Papers held before"),
    "children": _("Children"),
    "whereabouts": _("Present whereabouts"),
    "contact": _("How to reach relatives"),
}
ANSWERS: Words = {
    "confirmed": _("They confirm the nationality"),
    "refused": _("They refuse"),
    "no_answer": _("No answer came"),
}
PAPERS: Words = {
    "passport": _("Passport"),
    "travel_document": _("Emergency travel document"),
    "identity_card": _("Identity card"),
    "civil_paper": _("Birth or family paper"),
}
FAMILIES: Words = {
    "none_here": _("They have no family here"),
    "together": _("The family goes together"),
    "decided_apart": _("The family decided to part"),
}
QUESTIONS: Words = {
    "safe_there": _("Safe there"),
    "not_refouled": _("Anybody may be sent there"),
    "best_interests": _("Best for the child"),
    "fit_to_travel": _("Fit to travel"),
}
"""What each asks who judges whether going is safe."""
CONFIRMERS: Words = {
    "resident": _("They themselves"),
    "family": _("Their family"),
    "receiver": _("The body that received them"),
}
CONTACT_STATES: Words = {
    CheckState.FIRST: _("One person has checked; a second has to"),
    CheckState.SAFE: _("Two people found it safe to ask"),
    CheckState.UNSAFE: _("Two people found it not safe to ask"),
    CheckState.DISAGREED: _("Two people checked and did not agree"),
}
RETURN_STATES: Words = {
    CheckState.FIRST: _("One person has checked; a second, of another organisation, has to"),
    CheckState.SAFE: _("Two people of two organisations found it safe to go"),
    CheckState.UNSAFE: _("Two people found it not safe to go"),
    CheckState.DISAGREED: _("Two people checked and did not agree"),
    CheckState.LAPSED: _("Their wish has changed since; to be checked again"),
}
EXIT_STATES: Words = {
    ExitState.ASKED: _("Asked, not yet decided"),
    ExitState.AUTHORISED: _("Authorised"),
    ExitState.REFUSED: _("Refused"),
    ExitState.LAPSED: _("Their wish has changed since"),
}
DECISIONS: Words = {
    "join_family": _("To join their family"),
    "return_cared": _("To return, with care arranged there"),
    "other_country": _("To go to another country, with care arranged there"),
    "local_life": _("To live here, with care arranged"),
    "stay": _("To stay at the site for now, in care"),
    "adult": _("They are an adult"),
}
DETERMINED: Words = {
    CheckState.FIRST: _("One person has written what is best; a second has to"),
    CheckState.SAFE: _("Two people determined it"),
    CheckState.DISAGREED: _("Two people wrote and did not agree"),
}
TURNED_BACK: Words = {
    "road_closed": _("The road was closed"),
    "not_received": _("They were not received"),
    "not_safe": _("It was not safe to go on"),
    "unwell": _("They were not well enough"),
    "own_wish": _("They did not want to go on"),
    "other": _("Something else"),
}
BACK: Words = {
    "back": _("They are back: I know it myself, or from them"),
    "not_back": _("They are not back: the handover stands"),
}
NOT_DONE: Words = {
    "not_yet": _("It needs more time"),
    "no_answer": _("No answer came"),
    "refused": _("It was refused"),
    "asked_to_wait": _("They asked to wait"),
    "unwell": _("They are not well enough"),
}


ACTS: Words = {
    "record_wish": _("Record their wish"),
    "choose_pathway": _("Choose another way"),
    "record_step": _("Say how a step stands"),
    "determine_best_interests": _("Determine what is best for the child"),
    "record_consent": _("Record a consent"),
    "withdraw_wish": _("Take their wish back"),
    "withdraw_consent": _("Withdraw a consent"),
    "check_contact": _("Check that asking is safe"),
    "ask_nationality": _("Ask for the nationality"),
    "record_answer": _("Record the answer"),
    "appeal_refusal": _("Appeal"),
    "send_letter": _("Write a letter"),
    "record_reply": _("Record what came back"),
    "record_papers": _("Record a paper"),
    "move_paper": _("Record who has a paper now"),
    "record_civil_paper": _("Record a civil paper"),
    "claim_nationality": _("Record the nationality claimed"),
    "add_evidence": _("Add evidence of nationality"),
    "check_return": _("Check that going is safe"),
    "record_departure": _("Record the departure"),
    "record_handover": _("Record the handover"),
    "record_turned_back": _("They turned back"),
    "confirm_turned_back": _("Say whether they are back"),
    "confirm_arrival": _("Confirm the arrival"),
    "record_leaving": _("They left by themselves"),
    "record_transfer": _("Somebody else takes over"),
    "record_death": _("They have died"),
    "record_disappearance": _("They are missing"),
    "record_taking": _("They were taken away"),
    "record_birth": _("A child is born"),
    "record_visit": _("Record a visit"),
    "settle_concern": _("Settle what is open"),
    "resume_stay": _("They are here again"),
    "close_case": _("Close the file"),
}


def in_words(code: str, words: Words) -> str:
    """A stored code as a reader sees it; nothing for none, the code itself where it is from a later version."""
    return str(words.get(code, code))


def all_in_words(codes: Iterable[str], words: Words) -> list[str]:
    """Several codes, in the order of the words."""
    have = set(codes)
    return [str(word) for code, word in words.items() if code in have]
