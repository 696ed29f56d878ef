"""The codes of an erasure, each with the words that a reader sees."""

from django.utils.translation import gettext_lazy as _

GROUNDS = {
    "own_request": _("The person asks for it"),
    "time_is_over": _("The time for which it is kept is over"),
}
STOPS = {
    "taken_back": _("The person does not want it any more"),
    "refused": _("It should not be erased"),
    "changed": _("Things have changed"),
}
