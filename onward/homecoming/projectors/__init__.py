"""Entries into rows: what was said and agreed, what was checked and asked, how somebody left."""

from onward.homecoming.projectors import asking, checking, hearing, leaving

__all__ = ["asking", "checking", "hearing", "leaving"]
