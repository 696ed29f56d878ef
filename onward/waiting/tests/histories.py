"""Generated histories of a case: late entries, corrections, blocks, handovers, vague dates, other ways."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from onward.cases.events import CaseEvent, Closes, Holder, Holds, Move, Opens
from onward.journal.entries import Entry
from onward.journal.events import Event, Withdrawn
from onward.kit.dates import Precision
from onward.waiting.events import BlockDeclared
from onward.waiting.tests.opening import Arrived

FIRST = date(2026, 1, 5)
IDS = tuple(f"m{number}" for number in range(9))
HOLDERS = (
    Holder(kind="staff", id="s", name="Sami", office="case_worker"),
    Holder(kind="staff", id="l", name="Lina", office="liaison"),
    Holder(kind="body", name="the consulate"),
    Holder(kind="staff", office="case_worker"),
    Holder(office="liaison"),
    Holder(kind="resident"),
)
SITES = ("east", "west")
holders = st.sampled_from(HOLDERS)
reasons = st.sampled_from(("", "", "to decide"))
ids = st.sampled_from(IDS)


@st.composite
def opened(draw: st.DrawFn) -> Opens:
    kind = draw(st.sampled_from(("step", "step", "step", "transfer", "block", "block", "need")))
    steps = kind in ("step", "transfer")
    return Opens(
        id=draw(ids),
        kind=kind,
        what=draw(st.sampled_from(("housed", "heard", "papers"))),
        holder=draw(holders),
        rank=-1 if kind == "transfer" else draw(st.integers(0, 3)),
        reason=draw(reasons),
        blocks="" if steps and draw(st.booleans()) else draw(ids),
        compartment=draw(st.sampled_from(("record", "record", "record", "health"))),
    )


@st.composite
def said(draw: st.DrawFn) -> CaseEvent:
    """An event that says one or several things of the matters."""
    turn = draw(st.integers(0, 40))  # a stay ends now and then, and somebody is here again
    return BlockDeclared(
        matter="",
        what="",
        opens=tuple(draw(st.lists(opened(), max_size=2))),
        closes=tuple(Closes(id=one) for one in draw(st.lists(ids, max_size=2))),
        holds=tuple(
            Holds(id=one, holder=draw(holders), reason=draw(reasons)) for one in draw(st.lists(ids, max_size=1))
        ),
        pathway=draw(st.sampled_from(("", "", "", "", "one", "two"))),
        moves=draw(st.sampled_from((None, None, None, Move(place="p"), *(Move(site=site) for site in SITES)))),
        facts={"ended": "left"} if turn in (0, 1) else {"ended": ""} if turn in (2, 3) else {},
    )


def _entry(number: int, event: Event, day: date, recorded: date, *, corrects: str = "", vague: str = "") -> Entry:
    noon = datetime(day.year, day.month, day.day, 9, number % 60, tzinfo=UTC)
    clock = int(datetime(recorded.year, recorded.month, recorded.day, 10, number % 60, tzinfo=UTC).timestamp() * 1000)
    return Entry(
        id=f"e{number:03}",
        node="n",
        number=number,
        stream="case",
        kind=event.kind,
        happened_at=noon,
        precision=Precision(vague or "minute"),
        recorded_at=clock << 16,
        author="tester",
        corrects=corrects,
        event=event,
    )


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """A history in read order, as it was said."""
    arrived = Arrived(case_name="", group="", language="fr", site=SITES[0], pathway="one", opens=(draw(opened()),))
    recorded = FIRST + timedelta(days=draw(st.sampled_from((0, 0, 1, 20))))
    entries = [_entry(0, arrived, FIRST, recorded)]
    for number in range(1, draw(st.integers(0, 14)) + 1):
        recorded += timedelta(days=draw(st.integers(0, 6)))
        day = recorded - timedelta(days=draw(st.sampled_from((0, 0, 0, 1, 7, 8, 15, 40))))
        vague = draw(st.sampled_from(("", "", "", "day", "month")))
        corrects, event = "", draw(said())
        if draw(st.integers(0, 4)) == 0:
            corrects = draw(st.sampled_from([entry.id for entry in entries[1:] or entries]))
            if corrects != "e000" and draw(st.booleans()):
                entries.append(_entry(number, Withdrawn(), day, recorded, corrects=corrects))
                continue
            event = arrived if corrects == "e000" else event
        entries.append(_entry(number, event, day, recorded, corrects=corrects, vague=vague))
    return entries
