"""The scenes of the forms about how a stay ends, and about what comes afterwards."""

from onward.homecoming.tests.story import Story
from tests.cast import Cast
from tests.journeys.scenes import Scene
from tests.journeys.settings import Ids, journey, until
from tests.programme import Programme


def missing(programme: Programme, cast: Cast) -> Ids:
    """A resident whom Sami searches for."""
    story = Story(programme, cast).until("wish")
    story.do("record_disappearance", cast.sami, searcher=cast.sami.id)
    return {"case": story.case}


LEAVING: dict[str, Scene] = {
    "homecoming:hand_convoy": Scene("cora", journey(), {"leader": "{lina}"}),
    "homecoming:record_leaving": Scene("sami", until("wish"), {"whereto": "Her aunt.", "words": "I go."}),
    "homecoming:record_transfer": Scene(
        "lina", until("exit"), {"to": "authority", "receiver": "A court", "receipt": "R-7", "agreed": "no"}
    ),
    "homecoming:record_death": Scene("sami", until("wish"), {"relatives_told": "no", "words": "She sang."}),
    "homecoming:record_disappearance": Scene(
        "sami", until("wish"), {"searcher": "{sami}", "words": "Her tent is empty."}
    ),
    "homecoming:record_taking": Scene("sami", until("wish"), {"by_whom": "Not known.", "words": "Two cars."}),
    "homecoming:record_birth": Scene("sami", until("wish"), {"sex": "woman", "born_at": "The clinic"}),
    "homecoming:record_visit": Scene(
        "sami", until("arrive"), {"outcome": "met", "how": "phone", "wellbeing": "well", "words": "All is well."}
    ),
    "homecoming:settle_concern": Scene("cora", missing, {"outcome": "found_safe", "words": "With her cousin."}),
    "homecoming:resume_stay": Scene("sami", missing, {"words": "I walked."}),
    "homecoming:close_case": Scene("sami", until("arrive"), {"reason": "visits_declined"}),
}
"""The name of an address -> its scene."""
