from django.apps import AppConfig


class ShelterConfig(AppConfig):
    name = "onward.shelter"

    def ready(self) -> None:
        from onward.cases.queries import say_codes
        from onward.shelter.rules.words import ANSWERS, ASKED_BY, BECAME, CARE, STRENGTHS, WANTS

        say_codes({"became": BECAME, "wants": WANTS, "shelter.move_answered.answer": ANSWERS})
        say_codes({"arrangement": CARE, "asked_by": ASKED_BY, "strength": STRENGTHS})
