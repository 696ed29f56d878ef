from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReceptionConfig(AppConfig):
    """Arrivals: who came, what they need now, what they were given and told."""

    name = "onward.reception"
    verbose_name = _("Arrivals")

    def ready(self) -> None:
        from onward.cases.queries import say_codes
        from onward.reception.rules import GIVEN, NEEDS, TOLD, WITH_WHOM

        needs = {code: need.words for code, need in NEEDS.items()}
        say_codes({"given": GIVEN, "needs": needs, "told": TOLD, "with_whom": WITH_WHOM})
