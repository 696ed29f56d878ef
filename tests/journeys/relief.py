"""The scenes of the forms of relief."""

from onward.cases.actions import issue_card, link_family
from onward.kit.ids import new_id
from onward.relief.actions import add_thing, serve_thing
from tests.cast import Cast
from tests.housing import arrive
from tests.journeys.scenes import Scene
from tests.journeys.settings import Ids, nothing
from tests.programme import Programme


def lunch(programme: Programme, cast: Cast) -> Ids:
    """A meal, and somebody of a family of two with a card."""
    case, other = (arrive(programme, cast, name, site=cast.east) for name in ("Quiet Cedar", "Clear River"))
    link_family(cast.sami, case=case, other=other, entry=new_id())
    thing = add_thing(cast.salma, site=cast.east, name="Lunch", for_family=True, entry=new_id())
    return {"case": case, "thing": thing, "code": issue_card(cast.salma, case=case).code}


def rules(programme: Programme, cast: Cast) -> Ids:
    """A meal, and nobody who had it."""
    return {"thing": lunch(programme, cast)["thing"]}


def served(programme: Programme, cast: Cast) -> Ids:
    """Who had it today."""
    ids = lunch(programme, cast)
    return ids | {"serving": serve_thing(cast.ravi, thing=ids["thing"], code=ids["code"], entry=new_id())}


THING = {"name": "Soap", "sort": "thing", "most": "1", "every": "4", "unit": "weeks"}

RELIEF: dict[str, Scene] = {
    "relief:add_thing": Scene("salma", nothing, THING),
    "relief:change_thing": Scene("salma", rules, {"name": "Midday", "most": "2"}),
    "relief:end_thing": Scene("salma", rules),
    "relief:serve_thing": Scene("ravi", lunch, {"code": "{code}"}),
    "relief:serve_family": Scene("ravi", served),
    "relief:take_back_serving": Scene("ravi", served, {"reason": "Another card."}),
    "relief:serve_at_desk": Scene("sami", served, {"because": "It fell in the mud."}),
}
