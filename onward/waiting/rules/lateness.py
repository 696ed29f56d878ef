"""What is said of a matter that is past its norm: why, and who was told. For staff, and for the resident."""

from collections.abc import Iterator

import msgspec
from django.utils.translation import gettext as _

from onward.access.rules.grants import COORDINATOR, OVERSIGHT, SITE


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Who was told, in what office, on which day (in words); without a name, nobody could be."""

    name: str
    office: str
    office_name: str
    day: str


class Lateness(msgspec.Struct, frozen=True, kw_only=True):
    """`reason` is what was given, in words of the house; `words` are those of whoever gave it."""

    reason: str = ""
    words: str = ""
    told: tuple[Told, ...] = ()


def late_for_staff(late: Lateness) -> Iterator[str]:
    """The reason with the words to it, and everybody who was told, by name."""
    if late.reason and late.words:
        yield _("Why it is late: %(reason)s (%(words)s).") % {"reason": late.reason, "words": late.words}
    elif late.reason:
        yield _("Why it is late: %(reason)s.") % {"reason": late.reason}
    else:
        yield _("Nobody has said why it is late.")
    for told in late.told:
        said = {"name": told.name, "office": told.office_name, "day": told.day}
        if told.name:
            yield _("Told on %(day)s: %(name)s (%(office)s).") % said
        else:
            yield _("Told on %(day)s: nobody, the office has no person (%(office)s).") % said


def late_for_resident(late: Lateness) -> str:
    """The reason as the house calls it: no notes."""
    if late.reason:
        return _("The reason given: %(reason)s.") % {"reason": late.reason}
    return _("Nobody has said why yet.")


def told_for_resident(late: Lateness) -> Iterator[str]:
    """The offices that were told, without names."""
    for told in late.told:
        yield _told_resident(told) % {"office": told.office_name, "day": told.day}


def _told_resident(told: Told) -> str:
    if not told.name:
        return _("On %(day)s somebody more should have been told that this is late, but nobody holds that office.")
    if told.office == SITE:
        return _("Your site's manager was told on %(day)s that this is late.")
    if told.office == COORDINATOR:
        return _("The coordinator of the sites was told on %(day)s that this is late.")
    if told.office == OVERSIGHT:
        return _("Oversight, which is independent of those who run this site, was told on %(day)s that this is late.")
    return _("It was said on %(day)s that this is late, to: %(office)s.")
