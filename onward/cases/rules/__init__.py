"""What may be said of a resident; plain values in, RuleBroken out."""

from onward.cases.rules.cards import (
    MOST_TRIES,
    card_matches,
    card_number,
    card_row,
    code_of,
    hash_card,
    new_pin,
    new_secret,
    secret_of,
)
from onward.cases.rules.corrections import (
    can_be_corrected,
    can_be_withdrawn,
    check_correction,
    check_said_again,
    check_withdrawal,
)
from onward.cases.rules.identity import LONGEST_LOOK, MOST_OPENINGS, check_identity, check_opening
from onward.cases.rules.standing import check_case_worker, check_liberty, matters_of_office
from onward.cases.rules.together import RELATIONS, check_together, check_two
from onward.cases.rules.wording import (
    AGES,
    COUNTRIES,
    LANGUAGES,
    MAY_LEAVE,
    SEXES,
    UNDER_AGE,
    country_code,
    country_name,
    country_names,
    language_name,
)

__all__ = [
    "AGES",
    "COUNTRIES",
    "LANGUAGES",
    "LONGEST_LOOK",
    "MAY_LEAVE",
    "MOST_OPENINGS",
    "MOST_TRIES",
    "RELATIONS",
    "SEXES",
    "UNDER_AGE",
    "can_be_corrected",
    "can_be_withdrawn",
    "card_matches",
    "card_number",
    "card_row",
    "check_case_worker",
    "check_correction",
    "check_identity",
    "check_liberty",
    "check_opening",
    "check_said_again",
    "check_together",
    "check_two",
    "check_withdrawal",
    "code_of",
    "country_code",
    "country_name",
    "country_names",
    "hash_card",
    "language_name",
    "matters_of_office",
    "new_pin",
    "new_secret",
    "secret_of",
]
