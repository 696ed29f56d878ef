"""What reports decide by themselves: which pages there are."""

from onward.reports.rules.pages import PAGES, Page

__all__ = ["PAGES", "Page"]
