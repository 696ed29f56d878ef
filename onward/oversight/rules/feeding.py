"""What oversight is told, and what it may take back to a site. Plain values in, RuleBroken out."""

from django.utils.translation import gettext as _

from onward.access.rules.compartments import OPENS
from onward.access.rules.grants import OVERSIGHT
from onward.kit.errors import RuleBroken
from onward.sealing.watchers import is_fingerprint

CARRIED = tuple(name for name, roles in OPENS.items() if OVERSIGHT in roles)
"""The compartments whose keys travel to oversight: what its people may read of a file anyway."""
BATCH = 16
"""Envelopes are listed so many at a time, filled up with decoys: how many people wrote, nobody can tell."""


def check_key(*, heard: str, fingerprint: str, now: str) -> None:
    """Whoever names a key has heard its fingerprint from oversight."""
    if not is_fingerprint(heard, fingerprint):
        raise RuleBroken(
            _("This is not the fingerprint of the key in the file. Call oversight again; if it still differs, stop."),
            "heard",
        )
    if fingerprint == now:
        raise RuleBroken(_("This key is named already."), "key")


def check_answers(*, node: str, here: str, number: int, taken: int, upto: int, before: int, tip: int) -> None:
    """Answers are for this node, later than those taken, and know nothing that is not here."""
    if node != here:
        raise RuleBroken(_("These answers are for another site."), "answers")
    if number <= taken:
        raise RuleBroken(_("These answers, or later ones, were taken in already."), "answers")
    if not before <= upto <= tip:
        raise RuleBroken(
            _("Oversight has read entries that are not here: an old copy was put back. Tell oversight."), "answers"
        )
