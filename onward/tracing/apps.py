from django.apps import AppConfig


class TracingConfig(AppConfig):
    """The same person found again, and relatives found for each other: by people, who look at what an engine offers."""

    name = "onward.tracing"
