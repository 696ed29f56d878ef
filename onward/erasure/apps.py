from django.apps import AppConfig


class ErasureConfig(AppConfig):
    """How long files are kept, and their erasure: asked for, agreed to by a second person, done, and over."""

    name = "onward.erasure"

    def ready(self) -> None:
        from onward.cases.queries import say_codes
        from onward.erasure.rules.words import GROUNDS

        say_codes({"erasure.erasure_asked.ground": GROUNDS})
