"""The pathway engine: a way onward declared in TOML, and which of its steps are open. No Django, no clock."""

from onward.pathway.draw import draw
from onward.pathway.load import PathwayError, load, named
from onward.pathway.opened import following, opened
from onward.pathway.shape import Pathway, Stage, Step

__all__ = ["Pathway", "PathwayError", "Stage", "Step", "draw", "following", "load", "named", "opened"]
