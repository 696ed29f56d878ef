from django.apps import AppConfig


class DoorConfig(AppConfig):
    """The resident's own page."""

    name = "onward.door"
