from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    """Staff, roles, sign-in, and who read what."""

    name = "onward.access"
    verbose_name = _("Staff")
