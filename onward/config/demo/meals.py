"""What the site gives out in the demonstration, and today's lunch, which a few have had already."""

from onward.config.demo.cast import EAST, Cast
from onward.kit.errors import RuleBroken
from onward.kit.ids import new_id
from onward.relief.actions import add_thing, serve_thing


def served(cast: Cast, codes: list[str]) -> None:
    """Lunch, supper and Iftar, soap for a family once in four weeks; lunch for whoever shows a card."""
    site = cast.sites[EAST]
    manager, relief = cast.staff["site"], cast.staff["counter"]
    lunch = add_thing(manager, site=site, name="Lunch", entry=new_id())
    supper = add_thing(manager, site=site, name="Supper", entry=new_id())
    add_thing(manager, site=site, name="Iftar", excludes=[supper], entry=new_id())
    add_thing(manager, site=site, name="Soap", sort="thing", hours=28 * 24, for_family=True, entry=new_id())
    for code in codes:
        try:
            serve_thing(relief, thing=lunch, code=code, entry=new_id())
        except RuleBroken:  # who is elsewhere by now
            continue
