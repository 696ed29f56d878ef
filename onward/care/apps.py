from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "onward.care"

    def ready(self) -> None:
        from onward.care.rules import DECLINED, GENDERS, HELPED_WORDS, URGENCIES, VERIFIED, WITH_WHOM
        from onward.cases.queries import say_codes

        soon = {code: one.words for code, one in URGENCIES.items()}
        say_codes({"urgency": soon, "gender": GENDERS, "helped": HELPED_WORDS, "verified": VERIFIED})
        say_codes({"care.referral_declined.reason": DECLINED, "care.child_assessed.with_whom": WITH_WHOM})
