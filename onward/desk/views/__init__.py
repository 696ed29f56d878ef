"""The pages that put the rooms together."""

from onward.desk.views.case import case
from onward.desk.views.caseload import hand_over_cases, see_caseload
from onward.desk.views.finding import find
from onward.desk.views.leaving import end_staff
from onward.desk.views.lists import residents, unexplained
from onward.desk.views.locking import lock
from onward.desk.views.paper import enter_sheet, print_sheets, see_daily_list, see_sheets
from onward.desk.views.phones import see_phones
from onward.desk.views.sheet import daily_sheet
from onward.desk.views.stood import case_stood
from onward.desk.views.today import front, today

__all__ = [
    "case",
    "case_stood",
    "daily_sheet",
    "end_staff",
    "enter_sheet",
    "find",
    "front",
    "hand_over_cases",
    "lock",
    "print_sheets",
    "residents",
    "see_caseload",
    "see_daily_list",
    "see_phones",
    "see_sheets",
    "today",
    "unexplained",
]
