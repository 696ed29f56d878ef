"""Today: what waits for each role, from what is owed."""

from onward.desk.queries.today.page import Today, today_for

__all__ = ["Today", "today_for"]
