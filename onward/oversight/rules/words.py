"""The codes of a review, each with the words that a reader sees."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

Words = dict[str, Promise | str]

HEARD: Words = {
    "heard": pgettext_lazy("review", "They were heard"),
    "declined": pgettext_lazy("review", "They did not wish to be heard"),
    "not_possible": pgettext_lazy("review", "They could not be heard"),
}
WITHOUT: Words = {
    "same_language": pgettext_lazy("no interpreter", "The reviewer speaks their language"),
    "none_found": pgettext_lazy("no interpreter", "None was found"),
    "not_wanted": pgettext_lazy("no interpreter", "They wanted none"),
}
DECISIONS: Words = {
    "continue": pgettext_lazy("review", "The stay goes on"),
    "limits": pgettext_lazy("review", "They may leave within limits"),
    "may_leave": pgettext_lazy("review", "They may leave"),
    "not_decided": pgettext_lazy("review", "Not decided"),
}
TO_THEM: Words = {
    "continue": pgettext_lazy("review, to the resident", "Your stay goes on for now."),
    "limits": pgettext_lazy("review, to the resident", "You should be free to leave within limits."),
    "may_leave": pgettext_lazy("review, to the resident", "You should be free to leave."),
    "not_decided": pgettext_lazy(
        "review, to the resident", "It could not be decided yet. A decision is still owed to you."
    ),
}
"""What a review found, said to the person."""
COMPLAINT: Words = {
    "treatment": pgettext_lazy("complaint", "How I am, or somebody else is, treated"),
    "pressed": pgettext_lazy("complaint", "Somebody presses or threatens me"),
    "taken": pgettext_lazy("complaint", "Something was taken from me, or asked of me for help"),
    "staff": pgettext_lazy("complaint", "Somebody who works here"),
    "other": pgettext_lazy("complaint", "Something else"),
}
"""What a complaint is about: few, and calm."""
PRESSED: Words = {
    "no": pgettext_lazy("pressed", "No"),
    "yes": pgettext_lazy("pressed", "Yes"),
    "unsaid": pgettext_lazy("pressed", "They would rather not say"),
}
"""Did anyone press you?"""
