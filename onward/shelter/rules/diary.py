"""What may be planned at a site, and noted of its committee."""

from collections.abc import Collection, Sized
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.kit.errors import RuleBroken
from onward.names import sounds_drawn

OCCASIONS = {
    "distribution": gettext_lazy("Distribution"),
    "clinic": gettext_lazy("Clinic"),
    "meeting": gettext_lazy("Meeting for all"),
    "celebration": gettext_lazy("Celebration"),
    "work": gettext_lazy("Cleaning and repairs"),
    "other": gettext_lazy("Something else"),
}
AUDIENCES = {
    "everybody": gettext_lazy("Everybody"),
    "women": gettext_lazy("Women"),
    "men": gettext_lazy("Men"),
    "children": gettext_lazy("Children"),
}
MOST_WEEKS = 26
FAR = timedelta(days=365)


class Asked(NamedTuple):
    """A promise as it is noted: words, who, until when."""

    words: str
    holder: str
    due: date


def check_occasion(*, title: str, where: str, day: date, today: date) -> None:
    """Something is on, from today on, and it is nobody's own."""
    if not title.strip():
        raise RuleBroken(_("Say what takes place."), "title")
    check_nobody_named(f"{title} {where}", "title")
    if not today <= day <= today + FAR:
        raise RuleBroken(_("Choose a day from today on, within a year."), "day")


def check_nobody_named(text: str, field: str) -> None:
    """What everybody reads names no resident. What could be a case name is refused whether or not anybody has it, so
    that nobody learns by trying who is here."""
    if sounds_drawn(text):
        raise RuleBroken(
            _("Everybody reads this: name no resident. Say their role. Two of these words could be a case name."), field
        )


def check_any(feeds: Sized) -> None:
    """There is something to stop."""
    if not feeds:
        raise RuleBroken(_("They follow no calendar."))


def check_on_time(cancelled: bool) -> None:
    """What was called off is not called off again."""
    if cancelled:
        raise RuleBroken(_("It was called off already. Look at it again."))


def check_meeting(*, on: date, topics: str, promises: Collection[Asked], today: date) -> None:
    """A meeting was held, on a day that has been, about something; each promise has a day to come after it."""
    if not topics.strip():
        raise RuleBroken(_("Say what was spoken of."), "topics")
    if not today - FAR <= on <= today:
        raise RuleBroken(_("Choose a day that has been, within a year."), "on")
    for number, promise in enumerate(promises):
        if not on <= promise.due <= on + FAR:
            raise RuleBroken(_("A promise is for a day after the meeting, within a year."), f"due{number}")


def check_promise(*, answered: bool, words: str, kept: bool) -> None:
    """A promise is answered once; where it was not kept, the residents are told why."""
    if answered:
        raise RuleBroken(_("This was answered already. Look at it again."))
    if not kept and not words.strip():
        raise RuleBroken(_("Say why not: the residents read it."), "words")
