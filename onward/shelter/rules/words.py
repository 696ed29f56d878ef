"""What the codes of shelter are called."""

from django.utils.translation import gettext_lazy as _

RULES = {
    "women": _("A block for women"),
    "men": _("A block for men"),
    "families": _("A block for families"),
    "children": _("A block for children"),
    "child_alone": _("A child alone, without interim care"),
    "accessible": _("A place that they can reach and use"),
    "apart": _("Kept apart from somebody there"),
}
"""The rules of housing that may be set aside with a reason."""

STRENGTHS = {
    "block": _("Not in the same block"),
    "site": _("Not at the same site"),
}
ASKED_BY = {
    "resident": _("They themselves"),
    "family": _("Their family"),
    "staff": _("Staff"),
    "other": _("Somebody else"),
}
CARE = {
    "carer": _("An adult among the residents cares for them"),
    "supervised": _("A place where staff are day and night"),
}
