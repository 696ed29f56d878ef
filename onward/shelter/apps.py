from django.apps import AppConfig


class ShelterConfig(AppConfig):
    name = "onward.shelter"

    def ready(self) -> None:
        from onward.cases.queries import say_codes
        from onward.shelter.rules.words import ANSWERS, BECAME, WANTS

        say_codes({"became": BECAME, "wants": WANTS, "shelter.move_answered.answer": ANSWERS})
