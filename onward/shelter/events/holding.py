"""Places that are kept for somebody who is to have them."""

from datetime import date

from onward.journal.events import Event


class PlacesHeld(Event, frozen=True, kw_only=True):
    """Free places of a block are held until a day, that day included. The stream is the site.

    `held_for` is the resident who is to have one; empty: whoever has no place here yet. `reason` is read by all who
    give places.
    """

    block: str
    places: tuple[str, ...]
    held_for: str = ""
    until: date
    reason: str = ""
    by_name: str = ""


class PlacesReleased(Event, frozen=True, kw_only=True):
    """Places are held no longer: somebody said so, or they were given (`given`). The stream is the site."""

    places: tuple[str, ...]
    given: bool = False
    by_name: str = ""
