from django.apps import AppConfig


class HomecomingConfig(AppConfig):
    name = "onward.homecoming"
