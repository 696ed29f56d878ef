from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class WaitingConfig(AppConfig):
    """Matters, whose they are, and the account of days."""

    name = "onward.waiting"
    verbose_name = _("Waiting")

    def ready(self) -> None:
        from onward.access.rules import ROLE_NAMES
        from onward.cases.queries import say_codes
        from onward.pathway import use
        from onward.waiting.rules.words import BLOCKS, NEEDS, OVERRUNS

        use(settings.ONWARD_DATA / "ways")
        say_codes(
            {
                "care.need_met.what": NEEDS,
                "waiting.block_declared.what": BLOCKS,
                "waiting.overrun_explained.reason": OVERRUNS,
                "waiting.matter_escalated.passed": ROLE_NAMES,
            }
        )
