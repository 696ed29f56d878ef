"""Entries into rows: what was said and agreed, what was checked and asked, which papers came, how somebody left."""

from onward.homecoming.projectors import asking, checking, choosing, convoys, endings, hearing, leaving, papers

__all__ = ["asking", "checking", "choosing", "convoys", "endings", "hearing", "leaving", "papers"]
