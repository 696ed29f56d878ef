"""May this happen on the way onward? Plain values in, RuleBroken out."""

from onward.homecoming.rules.acts import Stands, next_steps, other_acts
from onward.homecoming.rules.anew import Reached, steps_anew, steps_kept
from onward.homecoming.rules.checks import (
    check_best_interests,
    check_contact_possible,
    check_family,
    check_judgement,
    check_return_possible,
    check_second_organisation,
    check_second_person,
    outcome_of,
    verdict,
)
from onward.homecoming.rules.children import (
    CHILDREN,
    GUARDED,
    LEADS,
    PROTECTING,
    agreed,
    check_child,
    check_determination,
)
from onward.homecoming.rules.consent import check_answer, check_asking, check_consent, check_withdrawal, is_live
from onward.homecoming.rules.leaving import (
    check_confirmation,
    check_departure,
    check_exit,
    check_handover,
    check_paper,
)
from onward.homecoming.rules.letters import check_appeal, check_reply
from onward.homecoming.rules.papers import check_claim, check_moved, check_scan
from onward.homecoming.rules.stay import (
    GOING,
    check_day,
    check_open,
    check_wish,
    check_wish_goes,
    check_wish_leads_away,
    check_wish_stands,
    ending_of,
    leads_away,
)
from onward.homecoming.rules.steps import DEDICATED, check_choice, check_record, may_record
from onward.homecoming.rules.words import CheckState, ExitState

__all__ = [
    "CHILDREN",
    "DEDICATED",
    "GOING",
    "GUARDED",
    "LEADS",
    "PROTECTING",
    "CheckState",
    "ExitState",
    "Reached",
    "Stands",
    "agreed",
    "check_answer",
    "check_appeal",
    "check_asking",
    "check_best_interests",
    "check_child",
    "check_choice",
    "check_claim",
    "check_confirmation",
    "check_consent",
    "check_contact_possible",
    "check_day",
    "check_departure",
    "check_determination",
    "check_exit",
    "check_family",
    "check_handover",
    "check_judgement",
    "check_moved",
    "check_open",
    "check_paper",
    "check_record",
    "check_reply",
    "check_return_possible",
    "check_scan",
    "check_second_organisation",
    "check_second_person",
    "check_wish",
    "check_wish_goes",
    "check_wish_leads_away",
    "check_wish_stands",
    "check_withdrawal",
    "ending_of",
    "is_live",
    "leads_away",
    "may_record",
    "next_steps",
    "other_acts",
    "outcome_of",
    "steps_anew",
    "steps_kept",
    "verdict",
]
