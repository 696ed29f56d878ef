from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Reviews of stay, by people who are independent of whoever keeps the person."""

    name = "onward.oversight"

    def ready(self) -> None:
        from onward.cases.queries import say_codes
        from onward.oversight.rules.words import DECISIONS, HEARD, WITHOUT

        say_codes({"decision": DECISIONS, "heard": HEARD, "without": WITHOUT})
