from django.apps import AppConfig


class HomecomingConfig(AppConfig):
    name = "onward.homecoming"

    def ready(self) -> None:
        from onward.cases.queries import say_codes
        from onward.homecoming.rules.convoys import REASONS
        from onward.homecoming.rules.endings import CLOSINGS, HOW, RAISED, RECEIVERS, SETTLED, VISITS, WELLBEING
        from onward.homecoming.rules.letters import ASKS, REPLIES
        from onward.homecoming.rules.papers import CIVIL, CIVIL_STATES, CLAIMANTS, EVIDENCE, HANDS
        from onward.homecoming.rules.words import (
            ANSWERS,
            BACK,
            CONFIRMERS,
            DECISIONS,
            FAMILIES,
            NOT_DONE,
            PAPERS,
            TOLD,
            TURNED_BACK,
            WISHES,
        )

        say_codes({"answer": ANSWERS, "confirmed_by": CONFIRMERS, "family": FAMILIES, "fields": TOLD})
        say_codes({"paper": PAPERS, "wish": WISHES, "asks": ASKS, "homecoming.reply_recorded.answer": REPLIES})
        say_codes({"claimed_by": CLAIMANTS, "evidence": EVIDENCE, "hands": HANDS})
        say_codes(
            {"homecoming.civil_paper_recorded.paper": CIVIL, "homecoming.civil_paper_recorded.state": CIVIL_STATES}
        )
        say_codes({"to": RECEIVERS, "outcome": {**VISITS, **SETTLED}, "how": HOW, "wellbeing": WELLBEING})
        say_codes({"raised": RAISED, "homecoming.file_closed.reason": CLOSINGS})
        say_codes(
            {"homecoming.best_interests_determined.decision": DECISIONS, "homecoming.step_recorded.because": NOT_DONE}
        )
        say_codes({"homecoming.seat_freed.reason": REASONS, "homecoming.turned_back.because": TURNED_BACK})
        say_codes({"homecoming.turned_back_confirmed.outcome": BACK})
