from django.apps import AppConfig


class EmergencyConfig(AppConfig):
    """Break-glass: one file, opened in an emergency by two people of two organisations, for half an hour."""

    name = "onward.emergency"

    def ready(self) -> None:
        from onward.access.rules import ROLE_NAMES
        from onward.cases.queries import say_codes

        say_codes({"roles": ROLE_NAMES})
