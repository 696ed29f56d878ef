from onward.journal.entries import Entry
from onward.journal.project import projector
from tests.toy.events import Cracked, Filled, Labelled, ToyEvent
from tests.toy.models import Crack, Jar, Label


@projector(ToyEvent)
def count_entry(event: ToyEvent, entry: Entry) -> None:
    jar, _ = Jar.objects.get_or_create(id=entry.stream)
    jar.entries += 1
    jar.said += f"{entry.kind} {event.note}\n"
    jar.last_on = entry.day
    jar.save()


@projector(Filled)
def fill_jar(event: Filled, entry: Entry) -> None:
    jar = Jar.objects.get(id=entry.stream)
    # The order matters here, so that a wrong one shows.
    jar.marbles = (jar.marbles * 2 + event.marbles) % 1_000_003
    jar.save()


@projector(Labelled)
def colour_jar(event: Labelled, entry: Entry) -> None:
    Jar.objects.filter(id=entry.stream).update(colour=event.colour, owner=event.owner)


@projector(Labelled, opens=("record", "identity"))
def keep_label(event: Labelled, entry: Entry) -> None:
    Label.objects.create(id=entry.id, colour=event.colour, owner=f"{event.owner} {'/'.join(event.nicknames)}")


@projector(Cracked, opens=("health",))
def note_crack(event: Cracked, entry: Entry) -> None:
    Crack.objects.create(id=entry.id, where=event.where)
