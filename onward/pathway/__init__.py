"""The pathway engine: a way onward declared in TOML, and which of its steps are open. No Django, no clock."""

from onward.pathway.draw import draw, note
from onward.pathway.library import anywhere, named, names, own, read, shipped, sound, use, ways
from onward.pathway.load import load
from onward.pathway.opened import following, opened
from onward.pathway.picture import picture
from onward.pathway.shape import Pathway, Stage, Step
from onward.pathway.wrong import PathwayError

__all__ = [
    "Pathway",
    "PathwayError",
    "Stage",
    "Step",
    "anywhere",
    "draw",
    "following",
    "load",
    "named",
    "names",
    "note",
    "opened",
    "own",
    "picture",
    "read",
    "shipped",
    "sound",
    "use",
    "ways",
]
