from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    """Organisations, sites, blocks and places."""

    name = "onward.places"
    verbose_name = _("Places")
