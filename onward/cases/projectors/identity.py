"""Names, for look-up alone; what an identity says is read from the journal, after its opening was written."""

from onward.cases.events import IdentityNoted, IdentityOpened, NameSought, OpeningRefused, OpeningWithheld
from onward.cases.models import Case, KnownName, Look, Opening
from onward.journal.entries import Entry
from onward.journal.project import projector
from onward.kit.ids import derived_id
from onward.names import fold


@projector(IdentityNoted, opens=("record", "identity"))
def know_names(event: IdentityNoted, entry: Entry) -> None:
    seen = {"sex": event.sex, "age": event.age}
    Case.objects.filter(id=entry.stream).update(**{field: value for field, value in seen.items() if value})
    if event.names or event.aliases:
        _keep_names(event, entry)
    elif event.birth_year or event.sex:
        said = {"birth_year": event.birth_year, "sex": event.sex}
        KnownName.objects.filter(stream=entry.stream).update(**{field: value for field, value in said.items() if value})


def _keep_names(event: IdentityNoted, entry: Entry) -> None:
    KnownName.objects.filter(stream=entry.stream).delete()
    for folded in sorted({fold(name) for name in (*event.names, *event.aliases)} - {""}):
        KnownName.objects.create(
            id=derived_id(entry.id, folded),
            stream=entry.stream,
            folded=folded,
            birth_year=event.birth_year,
            sex=event.sex,
            by=entry.author,
        )


@projector(IdentityOpened)
def note_opening(event: IdentityOpened, entry: Entry) -> None:
    _keep(event, entry, refused=False)


@projector(OpeningRefused)
def note_refusal(event: OpeningRefused, entry: Entry) -> None:
    _keep(event, entry, refused=True)


@projector(OpeningWithheld)
def withhold(event: OpeningWithheld, entry: Entry) -> None:  # noqa: ARG001 - every projector takes both
    Opening.objects.filter(id=event.opening).update(withheld=True)


@projector(NameSought)
def note_look(event: NameSought, entry: Entry) -> None:
    Look.objects.create(
        id=entry.id,
        stream=entry.stream,
        where=event.where,
        site=event.site,
        day=entry.recorded_on,
        at=entry.recorded,
        beyond=event.beyond,
    )


def _keep(event: IdentityOpened | OpeningRefused, entry: Entry, *, refused: bool) -> None:
    Opening.objects.create(
        id=entry.id,
        stream=entry.stream,
        by=entry.author,
        reason=event.reason,
        day=entry.recorded_on,
        at=entry.recorded,
        refused=refused,
    )
