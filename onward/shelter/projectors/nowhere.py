"""Nobody is ever in no place: asked after every write that could change it, in whichever room it was said."""

from onward.cases.events import CaseEvent, CaseOpenedEvent
from onward.journal.events import Event
from onward.journal.guards import guard
from onward.shelter.models import Lodging
from onward.shelter.rules import check_somewhere


@guard(CaseEvent)
def check_in_one_place(event: Event, stream: str) -> None:
    """Refuse what leaves a resident at no site, in no custody, with a place elsewhere, or in that of somebody else."""
    if isinstance(event, CaseEvent) and not (event.moves or event.facts or isinstance(event, CaseOpenedEvent)):
        return
    row = Lodging.objects.filter(id=stream).first()
    if row is None:  # outside the programme: somebody signed for them, or their stay has ended
        return
    # Two may change places in one act, each entry by itself; only what is taken back brings somebody to an old place.
    back = not isinstance(event, CaseEvent)
    taken = back and row.place != "" and Lodging.objects.filter(place=row.place).exclude(id=stream).exists()
    check_somewhere(astray=row.astray, taken=taken)
