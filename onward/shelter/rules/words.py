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
BECAME = {
    "seen": _("Seen again"),
    "on_leave": _("Away, and said when they come back"),
    "hospital": _("In a hospital or clinic"),
    "elsewhere": _("Staying with somebody known"),
}
"""What became of somebody who was not seen and whose stay goes on; how a stay ends is said on its own page."""
WANTS = {
    "block": _("Another place at this site"),
    "site": _("Another site"),
    "together": _("To live with somebody"),
}
ANSWERS = {
    "agreed": _("Yes"),
    "later": _("Not yet"),
    "refused": _("No"),
}
SORTS = {
    "violence": _("Violence"),
    "threat": _("A threat"),
    "fire": _("Fire"),
    "weather": _("Water, wind or cold"),
    "accident": _("An accident"),
    "theft": _("Theft"),
    "self_harm": _("Somebody hurt themselves"),
    "other": _("Something else"),
}
