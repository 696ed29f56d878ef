"""The codes in envelopes, each with the words that oversight reads: as on the pages where they were sealed."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

ABOUT: dict[str, str | Promise] = {
    "treatment": pgettext_lazy("complaint", "How I am, or somebody else is, treated"),
    "pressed": pgettext_lazy("complaint", "Somebody presses or threatens me"),
    "taken": pgettext_lazy("complaint", "Something was taken from me, or asked of me for help"),
    "staff": pgettext_lazy("complaint", "Somebody who works here"),
    "other": pgettext_lazy("complaint", "Something else"),
}
DECIDED: dict[str, str | Promise] = {
    "continue": pgettext_lazy("review", "The stay goes on"),
    "limits": pgettext_lazy("review", "They may leave within limits"),
    "may_leave": pgettext_lazy("review", "They may leave"),
    "not_decided": pgettext_lazy("review", "Not decided"),
}
PRESSED: dict[str, str | Promise] = {
    "no": pgettext_lazy("pressed", "No"),
    "yes": pgettext_lazy("pressed", "Yes"),
    "unsaid": pgettext_lazy("pressed", "They would rather not say"),
}
