"""How a stay may end, and what is owed afterwards: plain values in, RuleBroken out."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from onward.access.rules.grants import OVERSIGHT
from onward.homecoming.rules.words import Words
from onward.kit.errors import RuleBroken

MAY_COME_BACK = ("disappeared", "taken", "left")
"""How a stay has ended after which the same file may go on."""

VISITED = ("returned", "with_family", "third_country", "local_life")
"""How a stay has ended after which visits fall due by themselves."""

ENDINGS: Words = {
    "returned": gettext_lazy("Returned home"),
    "with_family": gettext_lazy("With their family"),
    "third_country": gettext_lazy("In another country"),
    "local_life": gettext_lazy("Living nearby, outside the site"),
    "transferred": gettext_lazy("In the care of another programme or authority"),
    "left": gettext_lazy("Left by themselves"),
    "died": gettext_lazy("Died"),
    "disappeared": gettext_lazy("Missing"),
    "taken": gettext_lazy("Taken away by force"),
}
CAUSES: Words = {
    "illness": gettext_lazy("An illness"),
    "injury": gettext_lazy("An injury"),
    "birth": gettext_lazy("In childbirth"),
    "accident": gettext_lazy("An accident"),
    "violence": gettext_lazy("Violence by others"),
    "not_known": gettext_lazy("Not known"),
}
RECEIVERS: Words = {
    "programme": gettext_lazy("Another programme that cares for people"),
    "authority": gettext_lazy("An authority"),
}
CONCERNS: dict[str, Words] = {
    "search": {
        "found_safe": gettext_lazy("Found, and safe"),
        "found_elsewhere": gettext_lazy("Found; they are elsewhere and do not come back"),
        "not_found": gettext_lazy("Not found; the search ends"),
    },
    "alarm": {"answered": gettext_lazy("Somebody has dealt with it")},
    "confirm": {"confirmed": gettext_lazy("I confirm what was recorded")},
    "tell": {"told": gettext_lazy("Their relatives know")},
}
"""Kind of matter that outlives a stay -> how it may be settled."""
SETTLED: Words = {code: words for outcomes in CONCERNS.values() for code, words in outcomes.items()}
VISITS: Words = {
    "met": gettext_lazy("We met, and they agreed that it is written down"),
    "declined": gettext_lazy("They did not wish it"),
    "not_reached": gettext_lazy("They could not be reached"),
}
HOW: Words = {
    "in_person": gettext_lazy("In person"),
    "phone": gettext_lazy("By telephone"),
    "partner": gettext_lazy("Through a partner there"),
}
WELLBEING: Words = {
    "well": pgettext_lazy("how they are", "Well"),
    "mixed": pgettext_lazy("how they are", "Some things are well, some are not"),
    "hard": pgettext_lazy("how they are", "It is hard"),
    "in_danger": pgettext_lazy("how they are", "They are in danger"),
    "not_said": pgettext_lazy("how they are", "They did not say"),
}
RAISED: Words = {
    "safety": gettext_lazy("Safety"),
    "health": gettext_lazy("Health"),
    "housing": gettext_lazy("A place to live"),
    "papers": gettext_lazy("Papers"),
    "school": gettext_lazy("School"),
    "work": gettext_lazy("Work or money"),
    "family": gettext_lazy("Family"),
    "court": gettext_lazy("A court or the police"),
}
CLOSINGS: Words = {
    "visits_done": gettext_lazy("The visits are done"),
    "visits_declined": gettext_lazy("They wish no more visits"),
    "not_reached": gettext_lazy("They cannot be reached any more"),
    "no_visits_due": gettext_lazy("No visits are due after such an end"),
    "other": gettext_lazy("Something else"),
}


def check_ended(ended_on: date | None, *, closed: bool) -> None:
    """What comes after a stay comes after its end, and before the file is closed."""
    if ended_on is None:
        raise RuleBroken(_("Their stay goes on; this is for those whose stay has ended."))
    if closed:
        raise RuleBroken(_("This file is closed."))


def check_day_after(on: date, *, ended_on: date | None, today: date) -> None:
    """A day after the stay lies between its end and today."""
    if on > today:
        raise RuleBroken(_("This day is still to come."), "on")
    if ended_on is not None and on < ended_on:
        raise RuleBroken(_("This day is before the end of their stay."), "on")


def check_visit(*, outcome: str, how: str, wellbeing: str, open_visits: Collection[str], visit: str) -> None:
    """A visit that is owed; once they were met, how, and what they say of themselves."""
    if visit not in open_visits:
        raise RuleBroken(_("This visit is not owed any more."), "visit")
    if outcome == "met" and not how:
        raise RuleBroken(_("Choose how you met."), "how")
    if outcome == "met" and not wellbeing:
        raise RuleBroken(_("Choose how they are, in their own view, or that they did not say."), "wellbeing")


def check_closing(open_kinds: Sequence[str]) -> None:
    """A file is not closed over a search, an urgent matter, a confirmation or relatives who do not know."""
    if set(open_kinds) & CONCERNS.keys():
        raise RuleBroken(_("Something is still open for this person. Settle that first."))


def check_settled(*, kind: str, outcome: str, recorded_by: str, by: str) -> None:
    """A matter is settled in its own words; a confirmation, or a search given up, by another than who recorded it."""
    if outcome not in CONCERNS.get(kind, {}):
        raise RuleBroken(_("This does not settle what you chose."), "outcome")
    if kind == "confirm" and recorded_by == by:
        raise RuleBroken(_("You recorded it; somebody else has to confirm it."))
    if outcome == "not_found" and recorded_by == by:
        raise RuleBroken(_("You recorded it; somebody else has to say that the search ends."), "outcome")


def check_called(*, called: str, roles: AbstractSet[str]) -> None:
    """A call for help is answered by the office that was called, or by oversight: nobody silences it for them."""
    if called and roles.isdisjoint({called, OVERSIGHT}):
        raise RuleBroken(_("This call is answered by the office that was called, or by oversight."), "matter")


def check_transfer(*, to: str, agreed: bool, return_state: str, exit_state: str) -> None:
    """To another programme with their own yes; to an authority only after the checks and the authorised exit."""
    if to == "programme" and not agreed:
        raise RuleBroken(_("Without their own yes nobody is passed on to another programme."), "agreed")
    if to == "authority" and (return_state != "safe" or exit_state != "authorised"):
        raise RuleBroken(
            _("Nobody is given to an authority before two people found it safe and the exit is authorised."), "to"
        )


def check_told(*, told: bool, whom: str) -> None:
    """Relatives who know are named, so that nobody tells them twice."""
    if told and not whom.strip():
        raise RuleBroken(_("Write who of their relatives was told, and by whom."), "told_whom")


def check_resumed(how: str) -> None:
    """Only who went without saying where to comes back into the same file; others arrive anew."""
    if how not in MAY_COME_BACK:
        raise RuleBroken(_("After such an end they arrive anew: record an arrival."))


def years_later(day: date, years: int) -> date:
    """The same day some years on; the last of February for a leap day."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
