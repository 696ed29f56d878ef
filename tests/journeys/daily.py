"""The scenes of the forms of daily work: handing over, reminders, the calendar, the committee."""

from datetime import time

from onward.access.actions import add_staff
from onward.cases.actions import assign_case_worker, note_reminder
from onward.desk.actions import hand_over_cases
from onward.kit.dates import today
from onward.kit.ids import derived_id, new_id
from onward.shelter.actions.diary import note_meeting, open_feed, plan_occasion
from onward.shelter.rules.diary import Asked
from tests.cast import FOUNDER, PASSWORD, Cast
from tests.journeys.scenes import Scene
from tests.journeys.settings import Ids, nothing, someone
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


def on_site(programme: Programme, cast: Cast) -> Ids:
    """Something on the calendar of Azaz East that Sami follows, and a promise of his to the committee."""
    occasion, feed, met = new_id(), new_id(), new_id()
    said = {"sort": "meeting", "title": "Tea", "day": today(), "begins": time(16), "minutes": 60}
    plan_occasion(cast.salma, site=cast.east, **said, entry=occasion)
    open_feed(cast.sami, site=cast.east, entry=feed)
    promise = Asked("Lamps", cast.sami.id, today())
    note_meeting(cast.salma, site=cast.east, on=today(), topics="Light.", promises=[promise], entry=met)
    ids = {"occasion": derived_id(occasion, "0"), "feed": feed, "promise": derived_id(met, "promise", "0")}
    return nothing(programme, cast) | ids


def followed(programme: Programme, cast: Cast) -> Ids:
    """Sami follows a calendar, and lost the telephone."""
    return on_site(programme, cast) | {"staff": cast.sami.id}


DAILY: dict[str, Scene] = {
    "desk:hand_over_cases": Scene("sami", cared, {"cases": ["{case}"], "worker": "{dara}", "words": "She waits."}),
    "cases:read_handover": Scene("sami", handed),
    "cases:note_reminder": Scene("sami", someone, {"words": "Ask about her sister."}),
    "desk:print_sheets": Scene("salma", nothing, {"site": "{east}", "sort": "need", "many": "2"}),
    "shelter:plan_occasion": Scene(
        "salma", nothing, {"sort": "meeting", "title": "Tea", "begins": "16:00", "audience": "women", "where": "Tent 4"}
    ),
    "shelter:cancel_occasion": Scene("salma", on_site, {"reason": "Rain."}),
    "shelter:open_feed": Scene("sami", nothing),
    "shelter:stop_feed": Scene("sami", on_site),
    "shelter:stop_feeds": Scene("adam", followed),
    "shelter:note_meeting": Scene(
        "salma",
        nothing,
        {"topics": "Light.", "asked": "Lamps.", "words0": "Four lamps", "holder0": "{sami}", "due0": "{tomorrow}"},
    ),
    "shelter:answer_promise": Scene("sami", on_site, {"kept": "no", "words": "None came."}),
    "cases:change_reminder": Scene("sami", reminded, {"done": "on"}),
}
