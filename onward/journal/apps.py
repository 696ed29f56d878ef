from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JournalConfig(AppConfig):
    name = "onward.journal"
    verbose_name = "Journal"

    def ready(self) -> None:
        """Know every event and projector of the installed apps before the first entry is read or written."""
        autodiscover_modules("events")
        autodiscover_modules("projectors")
