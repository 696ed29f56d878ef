"""Pages that only read."""

from onward.reports.views.days import see_account, see_waits
from onward.reports.views.forecasts import see_departures, see_promises
from onward.reports.views.picture import see_picture

__all__ = ["see_account", "see_departures", "see_picture", "see_promises", "see_waits"]
