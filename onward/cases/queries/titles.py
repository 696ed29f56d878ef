"""What each kind of entry is called in a file's history. A kind that is missing here is called by its own name."""

from django.utils.translation import gettext_lazy as _

TITLES = {
    "care.need_met": _("A need was met"),
    "care.question_answered": _("Question answered"),
    "care.question_asked": _("Question asked"),
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
    "shelter.placed": _("Given a place"),
    "shelter.transfer_cancelled": _("Transfer called off"),
    "shelter.transfer_received": _("Received at another site"),
    "shelter.transfer_sent": _("Sent on"),
}
