"""Reading what is owed, and whose each day was."""

from onward.waiting.queries.matters import matters_of, open_step
from onward.waiting.queries.ways import CaseLike, way_after

__all__ = ["CaseLike", "matters_of", "open_step", "way_after"]
