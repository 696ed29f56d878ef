"""What staff may do on a resident's way onward. Each act finds, checks, then says one thing in the journal."""

from onward.homecoming.actions.afterwards import close_case, record_visit, resume_stay, settle_concern
from onward.homecoming.actions.appeal import appeal_refusal
from onward.homecoming.actions.births import record_birth
from onward.homecoming.actions.children import determine_best_interests
from onward.homecoming.actions.choosing import choose_pathway
from onward.homecoming.actions.claims import add_evidence, claim_nationality
from onward.homecoming.actions.consent import record_consent, take_back_consent, withdraw_consent
from onward.homecoming.actions.contact import check_contact
from onward.homecoming.actions.convoys import cancel_convoy, change_convoy, hand_convoy, plan_convoy
from onward.homecoming.actions.departing import depart_convoy, hand_over_convoy
from onward.homecoming.actions.endings import (
    record_death,
    record_disappearance,
    record_leaving,
    record_taking,
    record_transfer,
)
from onward.homecoming.actions.exit import authorise_exit, refuse_exit
from onward.homecoming.actions.going import check_return
from onward.homecoming.actions.journey import (
    confirm_arrival,
    confirm_turned_back,
    record_departure,
    record_handover,
    record_turned_back,
)
from onward.homecoming.actions.letters import record_reply, send_letter
from onward.homecoming.actions.nationality import ask_nationality, record_answer
from onward.homecoming.actions.papers import move_paper, record_civil_paper, record_papers
from onward.homecoming.actions.seats import put_on_convoy, take_off_convoy, tell_travellers
from onward.homecoming.actions.steps import record_step
from onward.homecoming.actions.wish import record_wish, take_back_wish, withdraw_wish

__all__ = [
    "add_evidence",
    "appeal_refusal",
    "ask_nationality",
    "authorise_exit",
    "cancel_convoy",
    "change_convoy",
    "check_contact",
    "check_return",
    "choose_pathway",
    "claim_nationality",
    "close_case",
    "confirm_arrival",
    "confirm_turned_back",
    "depart_convoy",
    "determine_best_interests",
    "hand_convoy",
    "hand_over_convoy",
    "move_paper",
    "plan_convoy",
    "put_on_convoy",
    "record_answer",
    "record_birth",
    "record_civil_paper",
    "record_consent",
    "record_death",
    "record_departure",
    "record_disappearance",
    "record_handover",
    "record_leaving",
    "record_papers",
    "record_reply",
    "record_step",
    "record_taking",
    "record_transfer",
    "record_turned_back",
    "record_visit",
    "record_wish",
    "refuse_exit",
    "resume_stay",
    "send_letter",
    "settle_concern",
    "take_back_consent",
    "take_back_wish",
    "take_off_convoy",
    "tell_travellers",
    "withdraw_consent",
    "withdraw_wish",
]
