"""Blank forms on paper, for when the power is out. The stream is the site."""

from typing import Literal

import msgspec

from onward.journal.events import Event

SheetSort = Literal["arrival", "roster", "need", "incident"]


class Sheet(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One form on paper: the code that is printed on it, and the id that its entry will have: so it is entered once."""

    code: str
    entry: str
    page: int = 1


class SheetsPrinted(Event, frozen=True, kw_only=True):
    """Blank forms of one sort were printed for a site; a roster alone names those who live there."""

    sort: SheetSort
    sheets: tuple[Sheet, ...]
