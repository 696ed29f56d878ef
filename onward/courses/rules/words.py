"""What subjects and answers are called, in the reader's language."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

RELIGION, GROUP = "religion", "group"
SUBJECTS = {
    RELIGION: _("Religious teaching"),
    "language": _("Language"),
    "literacy": _("Reading and writing"),
    "civic": _("Civic education"),
    "trade": _("A trade"),
    GROUP: _("Support group"),
    "parenting": _("Being a parent"),
    "sport": _("Sport"),
}

OFFERED, AGREED, DECLINED, LEFT = "offered", "agreed", "declined", "left"
STATES = {
    OFFERED: pgettext_lazy("course", "Offered, no answer"),
    AGREED: pgettext_lazy("course", "Said yes"),
    DECLINED: pgettext_lazy("course", "Said no"),
    LEFT: pgettext_lazy("course", "Left it"),
}
SAYS = {
    AGREED: pgettext_lazy("course", "They say yes"),
    DECLINED: pgettext_lazy("course", "They say no"),
    LEFT: pgettext_lazy("course", "They leave it"),
}
"""What staff may note that a person said."""

TALKS, PLAN = "talks", "plan"
READ = {PLAN: _("My plan"), TALKS: _("What was noted of my talks")}
"""What a person may let somebody read."""

NAMES = {
    "case": _("The name used here"),
    "line": _("No name, but a line to write it on by hand"),
    "own": _("Their own name, as it is noted; that it was opened is written down"),
}
"""What may stand on a certificate, as the person chooses."""
