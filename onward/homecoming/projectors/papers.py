"""Papers: the nationality claimed, its evidence, what was received, whose hands it is in; and the sealed scans."""

from onward.homecoming.events import (
    CivilPaperRecorded,
    EvidenceAdded,
    NationalityAnswered,
    NationalityClaimed,
    PaperMoved,
    PapersRecorded,
    ReplyRecorded,
)
from onward.homecoming.models import CivilPaper, Claim, Evidence, Paper, Scan
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(NationalityClaimed, opens=("record", "legal"))
def note_claim(event: NationalityClaimed, entry: Entry) -> None:
    """Keep who claimed which nationality."""
    Claim.objects.create(
        id=entry.id,
        stream=entry.stream,
        country=event.country,
        claimed_by=event.claimed_by,
        claimed_on=entry.day,
        words=event.words,
    )


@projector(EvidenceAdded, opens=("record", "legal"))
def note_evidence(event: EvidenceAdded, entry: Entry) -> None:
    """Keep what speaks for it."""
    Evidence.objects.create(
        id=entry.id,
        stream=entry.stream,
        evidence=event.evidence,
        added_on=entry.day,
        words=event.words,
        scan=entry.id if event.scan else "",
    )


@projector(PapersRecorded, opens=("record", "identity"))
def note_paper(event: PapersRecorded, entry: Entry) -> None:
    """Keep that the paper exists and who has it; its number stays in the journal."""
    Paper.objects.create(
        id=entry.id,
        stream=entry.stream,
        paper=event.paper,
        issued_by=event.issued_by,
        issued_on=event.issued_on,
        valid_until=event.valid_until,
        recorded_on=entry.day,
        hands=event.hands,
        holder=event.holder,
        hands_since=entry.day if event.hands else None,
        scan=entry.id if event.scan else "",
    )


@projector(PaperMoved)
def move_paper(event: PaperMoved, entry: Entry) -> None:
    """Keep in whose hands the paper is now."""
    Paper.objects.filter(id=event.paper).update(hands=event.hands, holder=event.holder, hands_since=entry.day)


@projector(CivilPaperRecorded, opens=("record", "legal", "identity"))
def note_civil_paper(event: CivilPaperRecorded, entry: Entry) -> None:
    """Keep what became of a civil paper; its number stays in the journal."""
    CivilPaper.objects.create(
        id=entry.id,
        stream=entry.stream,
        paper=event.paper,
        state=event.state,
        child=event.child,
        asked=event.asked,
        recorded_on=entry.day,
        issued_by=event.issued_by,
        scan=entry.id if event.scan else "",
    )


@projector(ReplyRecorded, opens=("record", "legal"))
@projector(NationalityAnswered, opens=("record", "legal"))
@projector(EvidenceAdded, opens=("record", "legal"))
def know_legal_scan(event: ReplyRecorded | NationalityAnswered | EvidenceAdded, entry: Entry) -> None:
    """Know of a sealed scan, and which key seals it."""
    if event.scan:
        Scan.objects.create(id=entry.id, stream=entry.stream, compartment="legal", digest=event.scan)


@projector(PapersRecorded, opens=("record", "identity"))
@projector(CivilPaperRecorded, opens=("record", "identity"))
def know_identity_scan(event: PapersRecorded | CivilPaperRecorded, entry: Entry) -> None:
    """Know of a sealed scan of what names the person."""
    if event.scan:
        Scan.objects.create(id=entry.id, stream=entry.stream, compartment="identity", digest=event.scan)
