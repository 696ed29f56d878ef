"""Whether a person may have one now: by the rules of the thing, and by what they had."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from onward.kit.dates import local_day
from onward.kit.errors import RuleBroken
from onward.kit.ids import derived_id
from onward.ui.templatetags.look import day_words

CODE = "code"
"""The field in which a refused card is answered."""
SHOWN_DAYS = 31
"""How far back anybody reads what one person was given, the person too: it is no diary of where they were."""


class Terms(NamedTuple):
    """The rules of a thing. `excluded`: in either order."""

    id: str
    name: str
    most: int
    hours: int
    excluded: Collection[str]


class Had(NamedTuple):
    """One that the person was given before."""

    thing: str
    at: datetime
    on: date


def stream_of(case: str) -> str:
    """Where it is said what a person was given: beside their file, found from it alone."""
    return derived_id(case, "relief")


def check_offered(ended_on: date | None) -> None:
    """Refuse what is given out no longer."""
    if ended_on is not None:
        raise RuleBroken(_("This is not given out any more."), CODE)


def check_card(*, is_code: bool, known: bool) -> None:
    """Refuse what is no card of anybody here. Its eight signs, which lists show, are not the card itself."""
    if not is_code:
        raise RuleBroken(_("This is not the code of a card. Only the help desk works with its eight signs."), CODE)
    if not known:
        raise RuleBroken(_("This is no card of anybody here, or it was stopped."), CODE)


def check_person(*, ended: bool, here_only: bool, here: bool) -> None:
    """Refuse whose stay is over, and who does not stay at this site where the thing is for those who do."""
    if ended:
        raise RuleBroken(_("Their stay has ended."), CODE)
    if here_only and not here:
        raise RuleBroken(_("They do not stay at this site."), CODE)


def check_collected(*, looked_for: bool) -> None:
    """Refuse to hand over to another what is for somebody who is not here to eat or use it."""
    if looked_for:
        raise RuleBroken(_("They are away; their family cannot collect it for them."), CODE)


def check_due(terms: Terms, had: Sequence[Had], *, now: datetime, names: Mapping[str, str]) -> None:
    """Refuse what a person may not have yet, or not today any more."""
    day = local_day(now)
    today = [one for one in had if one.on == day]
    same = [one for one in today if one.thing == terms.id]
    if terms.most and len(same) >= terms.most:
        if terms.most == 1:
            raise RuleBroken(_("They had it today already."), CODE)
        raise RuleBroken(_("They had it %(most)d times today, which is the most.") % {"most": terms.most}, CODE)
    other = next((one.thing for one in today if one.thing in terms.excluded), "")
    if other:
        said = _("They had another today: %(other)s. Nobody gets both.") % {"other": names.get(other, "")}
        raise RuleBroken(said, CODE)
    last = max((one.at for one in had if one.thing == terms.id), default=None)
    if last is not None and now < (again := last + timedelta(hours=terms.hours)):
        raise RuleBroken(_too_soon(again, day), CODE)


def _too_soon(again: datetime, day: date) -> str:
    when = local_day(again)
    if when == day:
        return _("It is too soon: not before %(time)s.") % {
            "time": f"{again.astimezone(timezone.get_default_timezone()):%H:%M}"
        }
    return _("It is too soon: not before %(day)s.") % {"day": day_words(when)}


def check_because(*, refused: str, because: str) -> None:
    """Refuse to go against a rule without a reason."""
    if refused and not because.strip():
        raise RuleBroken(_("Say why they get it all the same."), "because")


def check_given(*, taken_back: bool) -> None:
    """Refuse what rests on one that was taken back."""
    if taken_back:
        raise RuleBroken(_("It was taken back already."), None)


def check_family(*, offered: bool, due: int) -> None:
    """Refuse where nobody collects for others, or nobody is left to collect for."""
    if not offered:
        raise RuleBroken(_("Everybody comes for this themselves."), None)
    if not due:
        raise RuleBroken(_("Nobody else of their family may have it now."), None)
