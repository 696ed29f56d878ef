"""The scenes of the forms of daily work: handing over, reminders."""

from onward.access.actions import add_staff
from onward.cases.actions import assign_case_worker, note_reminder
from onward.desk.actions import hand_over_cases
from onward.kit.dates import today
from onward.kit.ids import new_id
from tests.cast import FOUNDER, PASSWORD, Cast
from tests.journeys.scenes import Scene
from tests.journeys.settings import Ids, someone
from tests.programme import Programme


def cared(programme: Programme, cast: Cast) -> Ids:
    """Somebody in Sami's care, and another case worker of the site."""
    ids = someone(programme, cast)
    assign_case_worker(cast.salma, case=ids["case"], worker=cast.sami.id, entry=new_id())
    added = add_staff(
        FOUNDER, name="Dara", roles=["case_worker"], sites=[cast.east], organisation=cast.relief, password=PASSWORD
    )
    return ids | {"dara": added.staff}


def handed(programme: Programme, cast: Cast) -> Ids:
    """Somebody who was handed over to Sami."""
    ids = someone(programme, cast)
    hand_over_cases(cast.cora, cases=[ids["case"]], worker=cast.sami.id, words="She waits.", entry=new_id())
    return ids


def reminded(programme: Programme, cast: Cast) -> Ids:
    """A reminder of Sami's."""
    ids, reminder = someone(programme, cast), new_id()
    note_reminder(cast.sami, case=ids["case"], on=today(), words="Ask again.", entry=reminder)
    return {"reminder": reminder}


DAILY: dict[str, Scene] = {
    "desk:hand_over_cases": Scene("sami", cared, {"cases": ["{case}"], "worker": "{dara}", "words": "She waits."}),
    "cases:read_handover": Scene("sami", handed),
    "cases:note_reminder": Scene("sami", someone, {"words": "Ask about her sister."}),
    "cases:change_reminder": Scene("sami", reminded, {"done": "on"}),
}
