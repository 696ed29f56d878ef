from django.apps import AppConfig


class DeskConfig(AppConfig):
    """What staff see: Today, residents, a resident's file, and what nobody holds."""

    name = "onward.desk"
