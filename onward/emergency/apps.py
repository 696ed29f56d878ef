from django.apps import AppConfig


class EmergencyConfig(AppConfig):
    """Break-glass: one file, opened in an emergency by two people of two organisations, for half an hour."""

    name = "onward.emergency"
