"""What each kind of entry is called in a file's history. A kind that is missing here is called by its own name."""

from django.utils.translation import gettext_lazy as _

TITLES = {
    "cases.card_issued": _("Card made"),
    "cases.card_revoked": _("Card stopped"),
    "cases.case_worker_assigned": _("Case worker named"),
    "cases.companion_noted": _("Companion noted"),
    "cases.family_joined": _("Joined a family"),
    "cases.identity_noted": _("Names and nationality noted (sealed)"),
    "cases.identity_opened": _("Identity opened"),
    "cases.liberty_recorded": _("May the person leave: recorded"),
    "journal.closed": _("An entry kept in a room of its own"),
    "journal.withdrawn": _("An entry was withdrawn"),
    "reception.arrived": _("Arrived"),
}
