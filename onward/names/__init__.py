"""Names: how a person's name is folded for exact look-up, and the neutral case names that stand in for it."""

from onward.names.case_names import pick
from onward.names.fold import fold

__all__ = ["fold", "pick"]
