from datetime import date

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.queries import case_for
from onward.homecoming.actions.saying import Step
from onward.homecoming.events import PathwayChosen
from onward.homecoming.queries import Standing
from onward.homecoming.rules import anew_on, check_choice
from onward.journal.append import written
from onward.pathway import ways


@needs("homecoming.choose_pathway")
@transaction.atomic
def choose_pathway(
    actor: Actor, *, case: str, entry: str, after: str = "", on: date, pathway: str, reason: str
) -> None:
    """Put a resident on another way, and say why it is theirs; what was done stays done."""
    found = case_for(actor, case)
    if written(entry):
        return
    step = Step(by=actor, case=found, entry=entry, after=after, on=on)
    standing = Standing(found.id)
    step.check()
    known = {way.id: way for way in ways()}
    check_choice(pathway=pathway, known=known, now=standing.way.id, reason=reason)
    way = known[pathway]
    anew = anew_on(way, left=standing.way, wish=standing.wish)
    event = PathwayChosen(way=way.title, left=standing.way.title, anew=anew, reason=reason)
    facts = {"return": ""} if "return_checked" in anew and standing.facts.get("return") == "safe" else {}
    step.say(event, undone=anew, facts=facts, pathway=pathway)
