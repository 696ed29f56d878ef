"""Reading from every room, for the whole picture."""

from onward.reports.queries.headcount import Headcount, headcount_for

__all__ = ["Headcount", "headcount_for"]
