"""What roles and languages are called on screen."""

from collections.abc import Collection

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from onward.access.rules.grants import (
    ADMINISTRATOR,
    CASE,
    COORDINATOR,
    CUSTODY,
    LIAISON,
    OVERSIGHT,
    RECEPTION,
    RESIDENT,
    REVIEWER,
    SITE,
)

ROLE_NAMES = {
    RECEPTION: _("Reception officer"),
    CASE: _("Case worker"),
    SITE: _("Site manager"),
    LIAISON: _("Liaison"),
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
    LIAISON: _("asks consulates and families, prepares the journey"),
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
