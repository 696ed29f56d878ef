"""Counts, as they are shown."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from onward.waiting.queries import MOST_COUNTED


def counted(number: int) -> str:
    """A count in the reader's figures; one that stopped counting says so."""
    told = number_format(number, force_grouping=True)
    return _("%(count)s or more") % {"count": told} if number == MOST_COUNTED else told
