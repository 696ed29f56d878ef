from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WaitingConfig(AppConfig):
    """Matters, whose they are, and the account of days."""

    name = "onward.waiting"
    verbose_name = _("Waiting")
