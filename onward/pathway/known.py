"""What a pathway file may speak of: facts and their values, offices, endings, and steps that mean something."""

FACTS = {
    "wish": ("home", "family_elsewhere", "third_country", "local_life", "not_yet", "not_to_return"),
    "age": ("child", "in_doubt", "adult"),
    "nationality": ("confirmed", "refused", "no_answer"),
    "return": ("safe", "unsafe"),
}
"""Facts that events tell, and the values of each. A fact that nobody has told yet is an empty string."""

COUNTRY = "country"
"""Where a resident wishes to go, as two capital letters: known for a suggestion alone, never for a step."""

OFFICES = (
    "reception_officer",
    "case_worker",
    "site_manager",
    "liaison",
    "coordinator",
    "oversight",
    "custody_officer",
)

ENDINGS = ("returned", "with_family", "third_country", "local_life", "transferred")

EXIT = "exit_authorised"
"""The one step that the officer of the custody holder holds."""

SAFE_TO_GO = "return_checked"
"""Two people of two organisations found it safe to go: before the exit and the departure on every way."""

BEST_INTERESTS = "best_interests_determined"
CHILDREN = ("child", "in_doubt")
ONWARD = ("consented", "contact_checked", "nationality_asked", SAFE_TO_GO, EXIT, "departed")
"""Steps that nobody who is a child, or may be one, takes before their best interests are determined."""

LEAVING = (EXIT, "departed")
ARRIVED = "arrived"
OTHER_WAY = "other_way"
"""Where a way leaves nobody: at the arrival, or at a step that owes them another way."""

LONGEST = 730
"""Days. A norm above two years is a mistake of the hand."""

LONGEST_ID = 60
