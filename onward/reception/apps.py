from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReceptionConfig(AppConfig):
    """Arrivals: who came, what they need now, what they were given and told."""

    name = "onward.reception"
    verbose_name = _("Arrivals")
