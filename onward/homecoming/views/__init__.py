"""The pages of the way onward: what stands, the exits asked of an officer, and one short page for each act."""

from onward.homecoming.views.asking import ask_nationality, record_answer
from onward.homecoming.views.checking import check_contact, check_return
from onward.homecoming.views.convoys import (
    cancel_convoy,
    change_convoy,
    depart_convoy,
    hand_over_convoy,
    plan_convoy,
    put_on_convoy,
    see_convoy,
    see_convoys,
    see_handover_sheet,
    take_off_convoy,
    tell_travellers,
)
from onward.homecoming.views.hearing import record_consent, record_wish, withdraw_consent, withdraw_wish
from onward.homecoming.views.leaving import (
    authorise_exit,
    confirm_arrival,
    exits,
    record_departure,
    record_handover,
    refuse_exit,
)
from onward.homecoming.views.letters import appeal_refusal, record_reply, see_letters, send_letter
from onward.homecoming.views.papers import (
    add_evidence,
    claim_nationality,
    move_paper,
    open_scan,
    record_civil_paper,
    record_papers,
    see_kept_papers,
    see_scan,
)
from onward.homecoming.views.way import way

__all__ = [
    "add_evidence",
    "appeal_refusal",
    "ask_nationality",
    "authorise_exit",
    "cancel_convoy",
    "change_convoy",
    "check_contact",
    "check_return",
    "claim_nationality",
    "confirm_arrival",
    "depart_convoy",
    "exits",
    "hand_over_convoy",
    "move_paper",
    "open_scan",
    "plan_convoy",
    "put_on_convoy",
    "record_answer",
    "record_civil_paper",
    "record_consent",
    "record_departure",
    "record_handover",
    "record_papers",
    "record_reply",
    "record_wish",
    "refuse_exit",
    "see_convoy",
    "see_convoys",
    "see_handover_sheet",
    "see_kept_papers",
    "see_letters",
    "see_scan",
    "send_letter",
    "take_off_convoy",
    "tell_travellers",
    "way",
    "withdraw_consent",
    "withdraw_wish",
]
