"""What roles and languages are called on screen."""

from collections.abc import Collection

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from onward.access.rules.grants import (
    ADMINISTRATOR,
    CASE,
    CHILD_OFFICER,
    COORDINATOR,
    COUNSELLOR,
    CUSTODY,
    HEALTH_WORKER,
    LAWYER,
    LIAISON,
    OVERSIGHT,
    PROTECTION,
    RECEPTION,
    RELIEF,
    RESIDENT,
    REVIEWER,
    SITE,
    TEACHER,
    TRACING,
)

ROLE_NAMES = {
    RECEPTION: _("Reception officer"),
    CASE: _("Case worker"),
    SITE: _("Site manager"),
    HEALTH_WORKER: _("Health worker"),
    PROTECTION: _("Protection officer"),
    CHILD_OFFICER: _("Child protection officer"),
    COUNSELLOR: _("Counsellor"),
    TEACHER: _("Teacher"),
    RELIEF: _("Relief worker"),
    LAWYER: _("Lawyer"),
    LIAISON: _("Liaison"),
    TRACING: _("Tracing officer"),
    CUSTODY: _("Custody officer"),
    COORDINATOR: _("Coordinator"),
    REVIEWER: _("Reviewer"),
    OVERSIGHT: _("Oversight"),
    ADMINISTRATOR: _("Administrator"),
    RESIDENT: _("Resident"),
}
ROLE_WORK = {
    RECEPTION: _("records who arrives and hands out cards"),
    CASE: _("keeps the files of residents and speaks with them"),
    SITE: _("answers for a site, its places and its transfers"),
    HEALTH_WORKER: _("cares for body and mind; what is said there stays there"),
    PROTECTION: _("cares for survivors of gender-based violence; nobody else reads of it"),
    CHILD_OFFICER: _("looks after children, above all those who are alone"),
    COUNSELLOR: _("holds talks that nobody else reads"),
    TEACHER: _("holds courses; sees who takes part and nothing else"),
    RELIEF: _("gives out meals and things by card; sees no names and no files"),
    LAWYER: _("advises residents; reads what is about their rights"),
    LIAISON: _("asks consulates and families, prepares the journey"),
    TRACING: _("looks for relatives; opens names with a reason"),
    CUSTODY: _("decides whether a person may leave"),
    COORDINATOR: _("watches over several sites"),
    REVIEWER: _("reviews, independently of the host, whether a person should still be here"),
    OVERSIGHT: _("looks, independently, at what happens and to whom"),
    ADMINISTRATOR: _("adds staff, organisations and sites; sees no files"),
}
SPOKEN = (
    "ar",
    "ku",
    "tr",
    "en",
    "fr",
    "nl",
    "de",
    "sv",
    "es",
    "it",
    "ru",
    "uz",
    "kk",
    "tg",
    "ky",
    "fa",
    "ur",
    "id",
    "so",
)


def role_names(roles: Collection[str]) -> list[str]:
    """The names of roles, in the order of the house."""
    return [str(name) for role, name in ROLE_NAMES.items() if role in roles]


def language_choices() -> list[tuple[str, str]]:
    """Languages that staff may speak, by their name in the reader's language."""
    names = Locale.parse((get_language() or "en").split("-")[0]).languages
    return [(code, names.get(code, code).capitalize()) for code in SPOKEN]
