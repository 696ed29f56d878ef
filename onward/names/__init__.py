"""Names: found again across scripts and spellings; folded for exact look-up; and neutral case names in their stead.

The search is an engine of its own: numpy, no Django, no network, no clock. What each part promises stands in its
docstrings; how good it is, in docs/names.md.
"""

from typing import TYPE_CHECKING

from onward.names.case_names import pick, sounds_drawn
from onward.names.fold import fold

if TYPE_CHECKING:
    from onward.names.answer import Answer, Met, compare
    from onward.names.index import Index, NamesError
    from onward.names.shelf import Entry

__all__ = ["Answer", "Entry", "Index", "Met", "NamesError", "compare", "fold", "pick", "sounds_drawn"]

_LATE = {
    "Answer": "answer",
    "Entry": "shelf",
    "Index": "index",
    "Met": "answer",
    "NamesError": "index",
    "compare": "answer",
}


def __getattr__(name: str) -> object:
    """What needs numpy is imported when it is first asked for: the server starts without."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"onward.names.{_LATE[name]}"), name)
