"""The scenes of the forms of an emergency."""

from collections.abc import Callable

from onward.cases.actions import open_identity
from onward.emergency.actions import ask_opening, confirm_opening
from tests.cast import Cast
from tests.journeys.scenes import Scene
from tests.journeys.settings import Ids, Setting, someone
from tests.programme import Programme


def asked(*then: Callable[..., None]) -> Setting:
    """A resident whose file somebody asked to open."""

    def told(programme: Programme, cast: Cast) -> Ids:
        case = someone(programme, cast)["case"]
        entry = ask_opening(cast.sami, case=case, reason="She fell and does not speak.")
        for each in then:
            each(cast, case, entry)
        return {"case": case, "asked": entry}

    return told


def agreed(cast: Cast, case: str, entry: str) -> None:
    confirm_opening(cast.vera, case=case, asked=entry)


def with_opening(programme: Programme, cast: Cast) -> Ids:
    case = someone(programme, cast)["case"]
    return {"case": case, "opening": open_identity(cast.sami, case=case, reason="To write to a lawyer.")}


EMERGENCIES: dict[str, Scene] = {
    "cases:withhold_opening": Scene("nadia", with_opening, {"words": "Her brother reads with her."}),
    "emergency:ask_opening": Scene("sami", someone, {"reason": "She fell and does not speak."}),
    "emergency:confirm_opening": Scene("vera", asked()),
    "emergency:refuse_opening": Scene("vera", asked(), {"words": "She is well."}),
    "emergency:open_file": Scene("sami", asked(agreed)),
    "emergency:review_opening": Scene("nadia", asked(agreed), {"in_order": "yes", "words": "Rightly."}),
}
"""The name of an address -> its scene."""
