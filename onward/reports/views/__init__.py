"""Pages that only read."""

from onward.reports.views.calendar import calendar_feed, see_calendar
from onward.reports.views.days import see_account, see_waits
from onward.reports.views.forecasts import see_departures, see_promises
from onward.reports.views.picture import see_picture

__all__ = ["calendar_feed", "see_account", "see_calendar", "see_departures", "see_picture", "see_promises", "see_waits"]
