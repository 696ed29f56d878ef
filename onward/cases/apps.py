from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """Residents, families, companions, custody."""

    name = "onward.cases"
    verbose_name = _("Residents")
