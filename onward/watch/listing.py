"""What oversight's people see, put together from envelopes and from the journals of sites."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from onward.journal.head import Head
from onward.journal.witness import code_of
from onward.sealing.watchers import fingerprint_of
from onward.watch.forgetting import case_names
from onward.watch.interviewing import vouched_by
from onward.watch.reading import Said
from onward.watch.store import Store
from onward.watch.telling import told

SHOWN = 50
INTERVIEW_EVERY = timedelta(days=30)
GONE = tuple(
    f"homecoming.{end}"
    for end in ("departed", "died", "disappeared", "file_closed", "forcibly_taken", "resident_left", "transfer_signed")
)


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """A site, as far as oversight has read it; `code` is to be compared with a printed daily sheet."""

    node: str
    programme: str
    fingerprint: str
    feed: int
    feed_day: date
    tip: int
    code: str
    waiting: bool


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One envelope that was opened."""

    digest: str
    node: str
    site: str
    day: date
    said: Said
    answer: str
    answered: str


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a site's journal says."""

    site: str
    case: str
    day: date
    words: tuple[str, ...]


def sites(store: Store) -> list[Site]:
    """Every site."""
    return [
        Site(
            node=row["node"],
            programme=row["programme"],
            fingerprint=fingerprint_of(bytes(row["public"])),
            feed=row["feed"],
            feed_day=date.fromisoformat(row["feed_day"]),
            tip=row["tip"],
            code=code_of(Head(row["node"], row["tip"], bytes(row["hash"]), 0)),
            waiting=row["written"] > row["taken"],
        )
        for row in store.all("SELECT * FROM site ORDER BY programme, node")
    ]


def items(store: Store, kind: str) -> list[Item]:
    """Every envelope of a kind, those that nobody answered first."""
    sql = (
        "SELECT item.*, site.programme FROM item JOIN site USING (node) WHERE kind = ?"
        " ORDER BY answer <> '', item.day DESC, digest"
    )
    return [
        Item(
            digest=row["digest"],
            node=row["node"],
            site=row["programme"],
            day=date.fromisoformat(row["day"]),
            said=msgspec.json.decode(row["said"], type=Said),
            answer=row["answer"],
            answered=row["answered"],
        )
        for row in store.all(sql, (kind,))
    ]


def remarks(store: Store) -> list[tuple[date, str, str]]:
    """What was noticed as feeds were read, the latest first."""
    sql = "SELECT remark.*, programme FROM remark LEFT JOIN site USING (node) ORDER BY id DESC LIMIT 20"
    return [(date.fromisoformat(row["day"]), row["programme"] or "", row["sentence"]) for row in store.all(sql)]


def openings(store: Store) -> list[Line]:
    """The latest openings of an identity: who, of whom, and why."""
    return _latest(line for site in sites(store) for line in _openings(store, site))


def _openings(store: Store, site: Site) -> Iterator[Line]:
    cases = case_names(store, site.node)
    staff = {one.stream: one.event.name for one in told(store, site.node, "access.staff_joined")}  # type: ignore[attr-defined]  # of that kind
    for one in told(store, site.node, "cases.identity_opened"):
        said = (staff.get(one.author, ""), one.event.reason)  # type: ignore[attr-defined]  # as above
        yield Line(site=site.programme, case=cases.get(one.stream, ""), day=one.day, words=said)


def reviews(store: Store) -> list[Line]:
    """What the latest reviews of stay found, and why."""
    return _latest(line for site in sites(store) for line in _reviews(store, site))


def _reviews(store: Store, site: Site) -> Iterator[Line]:
    cases = case_names(store, site.node)
    for one in told(store, site.node, "oversight.review_decided"):
        said = (one.event.decision, one.event.reasons, one.event.by_name)  # type: ignore[attr-defined]  # of that kind
        yield Line(site=site.programme, case=cases.get(one.stream, ""), day=one.day, words=said)


def _latest(lines: Iterator[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: line.day, reverse=True)[:SHOWN]


def due(store: Store, today: date) -> list[Line]:
    """Residents with whom nobody spoke in private for a month, the longest first. No site has this list."""
    spoken, found = _spoken(store), []
    for site in sites(store):
        gone = {one.stream for one in told(store, site.node, *GONE)}
        for one in told(store, site.node, "reception.arrived"):
            name = one.event.case_name  # type: ignore[attr-defined]  # of that kind
            last = spoken.get((site.node, name.casefold()), str(one.day))
            if one.stream not in gone and last <= str(today - INTERVIEW_EVERY):
                found.append(Line(site=site.programme, case=name, day=one.day, words=(last,)))
    return sorted(found, key=lambda line: line.words)


def _spoken(store: Store) -> dict[tuple[str, str], str]:
    """When somebody whose mark it bears last spoke with a resident of a site, at the latest on the day on which it was
    read. Sites are told apart by their keys: how one calls itself is its own to say."""
    found: dict[tuple[str, str], str] = {}
    for one in items(store, "interview"):
        if vouched_by(store, one.said.mark):
            where, day = (one.node, one.said.case.strip().casefold()), str(one.day)
            found[where] = max(min(one.said.day or day, day), found.get(where, ""))
    return found
