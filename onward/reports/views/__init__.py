"""Pages that only read."""

from onward.reports.views.picture import see_picture

__all__ = ["see_picture"]
