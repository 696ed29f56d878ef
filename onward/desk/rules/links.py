"""Where staff may go from every page."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Link(NamedTuple):
    """Words, the name of the address, and the permission to open it."""

    words: str | Promise
    to: str
    permission: str


LINKS = (
    Link(_("Today"), "desk:today", "desk.see_today"),
    Link(_("Caseload"), "desk:see_caseload", "desk.see_caseload"),
    Link(_("Residents"), "desk:residents", "cases.see_cases"),
    Link(_("Arrivals"), "reception:see_arrivals", "reception.see_arrivals"),
    Link(_("Transfers"), "shelter:transfers", "shelter.see_transfers"),
    Link(_("Site"), "shelter:boards", "shelter.see_board"),
    Link(_("Safety"), "shelter:see_safety", "shelter.see_safety"),
    Link(_("Calendar"), "reports:see_calendar", "reports.see_calendar"),
    Link(_("Courses and support"), "courses:see_courses", "courses.see_courses"),
    Link(_("Meals and things"), "relief:see_things", "relief.see_things"),
    Link(_("Exits"), "homecoming:exits", "homecoming.see_exits"),
    Link(_("Challenges"), "cases:challenges", "cases.see_challenges"),
    Link(_("The whole picture"), "reports:see_waits", "reports.see_waits"),
    Link(_("Reviews of stay"), "oversight:see_reviews", "oversight.see_reviews"),
    Link(_("Unexplained days"), "desk:unexplained", "desk.see_unexplained"),
    Link(_("Tracing"), "tracing:see_pairs", "tracing.see_pairs"),
    Link(_("Names opened"), "cases:see_openings", "cases.see_openings"),
    Link(_("Emergencies"), "emergency:see_openings", "emergency.see_openings"),
    Link(_("Journeys"), "homecoming:see_convoys", "homecoming.see_convoys"),
    Link(_("Letters out"), "homecoming:see_letters", "homecoming.see_letters"),
    Link(_("Papers kept"), "homecoming:see_kept_papers", "homecoming.see_kept_papers"),
    Link(_("Keeping and erasing"), "erasure:see_erasures", "erasure.see_erasures"),
    Link(_("Clocks"), "waiting:see_clocks", "waiting.see_clocks"),
    Link(_("Paper forms"), "desk:enter_sheet", "cases.enter_sheet"),
    Link(_("Daily sheet"), "desk:daily_sheet", "desk.see_daily_sheet"),
    Link(_("Oversight"), "oversight:see_feed", "oversight.see_feed"),
    Link(_("Staff"), "access:see_staff", "access.see_staff"),
    Link(_("Places"), "places:see_places", "places.see_places"),
)
