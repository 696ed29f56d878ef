"""The scenes of the forms about keeping and erasing a file."""

from collections.abc import Callable

from onward.erasure.actions import ask_erasure, ask_own_erasure, confirm_erasure, hold_file
from onward.homecoming.tests.story import Story
from onward.kit.ids import new_id
from tests.cast import Cast, resident
from tests.journeys.scenes import Scene
from tests.journeys.settings import Ids, Setting, someone, until
from tests.programme import Programme


def then(act: Callable[[Cast, str], object], *more: Callable[[Cast, str], object]) -> Setting:
    """A resident of whose file this was said."""

    def told(programme: Programme, cast: Cast) -> Ids:
        case = someone(programme, cast)["case"]
        for each in (act, *more):
            each(cast, case)
        return {"case": case}

    return told


def asked(cast: Cast, case: str) -> None:
    ask_erasure(cast.sami, case=case, ground="own_request", entry=new_id())


def asked_at_the_door(_cast: Cast, case: str) -> None:
    ask_own_erasure(resident(case), entry=new_id())


def agreed(cast: Cast, case: str) -> None:
    confirm_erasure(cast.nadia, case=case, alone=True, entry=new_id())


def held(cast: Cast, case: str) -> None:
    hold_file(cast.nadia, case=case, words="A complaint.", entry=new_id())


def closed(programme: Programme, cast: Cast) -> Ids:
    story = Story(programme, cast).until("arrive")
    story.do("close_case", cast.sami, reason="visits_declined")
    return {"case": story.case}


ERASING: dict[str, Scene] = {
    "erasure:ask_erasure": Scene("sami", until("wish"), {"ground": "own_request", "words": "I want it."}),
    "erasure:confirm_erasure": Scene("nadia", then(asked), {"alone": "on"}),
    "erasure:stop_erasure": Scene("sami", then(asked, agreed), {"reason": "taken_back", "words": "I stay."}),
    "erasure:keep_longer": Scene("cora", closed, {"until": "2039-01-01", "reason": "Her sons ask for it."}),
    "erasure:hold_file": Scene("nadia", then(asked), {"words": "A complaint is open."}),
    "erasure:release_file": Scene("nadia", then(held), {"words": "It was answered."}),
    "door:ask_own_erasure": Scene("resident", someone, {"words": "Please."}),
    "door:take_back_erasure": Scene("resident", then(asked_at_the_door)),
}
"""The name of an address -> its scene."""
