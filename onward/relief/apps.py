from django.apps import AppConfig


class ReliefConfig(AppConfig):
    name = "onward.relief"
