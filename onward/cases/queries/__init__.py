"""Reading residents: each query gives only what the one who asks may see."""

from onward.cases.queries.cards import card_for, card_of, card_works, case_of_card_number
from onward.cases.queries.cases import (
    case_for,
    case_named,
    case_names,
    cases_called,
    count_present,
    ids_within,
    known_ids,
    known_to,
    new_case_name,
    sites_of,
)
from onward.cases.queries.counts import Counts, counts_for
from onward.cases.queries.history import Said, entry_of, history_for
from onward.cases.queries.identity import (
    Identity,
    check_opened,
    find_for,
    identity_of,
    openings_for,
    openings_today,
)
from onward.cases.queries.knowing import check_opens, compartments_for, may_open, of_host
from onward.cases.queries.liberty import (
    Standing,
    answers_challenge,
    challenge_for,
    challenge_of,
    challenges_for,
    liberty_of,
    order_of,
    screening_for,
    step_of,
)
from onward.cases.queries.listing import Listed, cases_for, listed_for
from onward.cases.queries.offices import office_holder
from onward.cases.queries.titles import field_words, say_codes, title_of
from onward.cases.queries.together import cases_of_worker, companions_of, family_of, open_matters_of_office

__all__ = [
    "Counts",
    "Identity",
    "Listed",
    "Said",
    "Standing",
    "answers_challenge",
    "card_for",
    "card_of",
    "card_works",
    "case_for",
    "case_named",
    "case_names",
    "case_of_card_number",
    "cases_called",
    "cases_for",
    "cases_of_worker",
    "challenge_for",
    "challenge_of",
    "challenges_for",
    "check_opened",
    "check_opens",
    "companions_of",
    "compartments_for",
    "count_present",
    "counts_for",
    "entry_of",
    "family_of",
    "field_words",
    "find_for",
    "history_for",
    "identity_of",
    "ids_within",
    "known_ids",
    "known_to",
    "liberty_of",
    "listed_for",
    "may_open",
    "new_case_name",
    "of_host",
    "office_holder",
    "open_matters_of_office",
    "openings_for",
    "openings_today",
    "order_of",
    "say_codes",
    "screening_for",
    "sites_of",
    "step_of",
    "title_of",
]
