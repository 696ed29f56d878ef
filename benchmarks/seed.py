"""A programme of any size, whose every entry is genuine: sealed, chained, projected by the projectors.

One resident's story is told through the actions that the screens call. Its entries are then written again for each
further case, with identifiers of their own and a day of their own, and every read model is rebuilt from the journal.
"""

import re
from base64 import b32encode
from datetime import timedelta
from pathlib import Path

import msgspec
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.db import transaction

from benchmarks.seeded import PASSWORD, SECOND_STEP, Seeded
from onward.access.actions import add_staff
from onward.access.queries import account_for, actor_from, staff_for
from onward.access.rules import ADMINISTRATOR, Actor
from onward.access.rules.grants import CASE, COORDINATOR, SITE
from onward.cases.actions import assign_case_worker
from onward.homecoming.actions import record_wish
from onward.journal import clock, head, keyring, rows
from onward.journal.body import kind_of, seal_event
from onward.journal.entries import Entry, to_microseconds
from onward.journal.node import this_node
from onward.journal.reading import history
from onward.journal.rebuild import rebuild
from onward.kit.dates import now, telling, today
from onward.kit.ids import derived_id
from onward.names import pick
from onward.places.actions import add_block, add_organisation, add_site
from onward.reception.actions import record_arrival
from onward.reception.rules import Person

FOUNDER = Actor(id="bench", roles=frozenset({ADMINISTRATOR}), everywhere=True)
DAYS = 900
SITES = 10
BATCH = 2_000
OPENS = ("record", "identity")
IDS = re.compile(rb"[0-9a-f]{32}")


def seed(cases: int) -> Seeded:
    """Fill an empty, unlocked programme with this many cases."""
    # The programme is older than its cases: an id from before the first story is nobody's own.
    with telling(now() - timedelta(days=DAYS + 2)):
        sites, workers, manager = _found()
    with telling(now() - timedelta(days=DAYS)):
        stories = [_story(site, worker, manager) for site, worker in zip(sites, workers, strict=True)]
    made = [story[0].stream for story in stories]
    _without_flushes()
    while len(made) < cases:
        with transaction.atomic():
            made += _write(stories, len(made), min(BATCH, cases - len(made)), cases)
    clock.confirm()
    begun = now()
    entries = rebuild()
    return Seeded(sites[0], made, entries, (now() - begun).total_seconds())


def _found() -> tuple[list[str], list[Actor], Actor]:
    group = add_organisation(FOUNDER, name="Group", kind="group")
    sites = [add_site(FOUNDER, name=f"Camp {n}", kind="camp", organisation=group) for n in range(SITES)]
    for site in sites:
        add_block(FOUNDER, site=site, name="A", places=40)
    workers = [_member(f"W. Bench {n}", f"worker{n}", CASE, site) for n, site in enumerate(sites)]
    for n, site in enumerate(sites):
        _member(f"M. Bench {n}", f"manager{n}", SITE, site)
    return sites, workers, _member("C. Bench", "coordinator", COORDINATOR)


def _member(name: str, username: str, role: str, *sites: str) -> Actor:
    added = add_staff(
        FOUNDER, name=name, roles=[role], sites=sites, everywhere=not sites, username=username, password=PASSWORD
    )
    account = account_for(FOUNDER, added.staff)
    app = {"secret": encrypt(b32encode(SECOND_STEP).decode())}
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data=app)
    return actor_from(staff_for(FOUNDER, added.staff))


def _story(site: str, worker: Actor, coordinator: Actor) -> list[Entry]:
    person = Person(name="Somebody of the bench", sex="woman", age="adult", with_whom="alone", nationality="FR")
    (case,) = record_arrival(worker, site=site, language="fr", people=[person], given=["water", "food"])
    assign_case_worker(coordinator, case=case, worker=worker.id)
    record_wish(worker, case=case, entry=derived_id(case, "wish"), on=today(), wish="home", country="France")
    return [entry for entry in history(case, opens=OPENS) if entry.event is not None]


def _without_flushes() -> None:
    # Seeding may be lost without harm; what is measured later runs in another process, with every flush.
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
    keyring._keyring().connection.execute("PRAGMA synchronous=OFF")  # noqa: SLF001 - nobody else may relax it


def _write(stories: list[list[Entry]], done: int, count: int, of: int) -> list[str]:
    node = this_node()
    tip = rows.tip(node)
    seq, number, last, recorded = tip.seq, tip.number, tip.hash, tip.clock
    made = []
    begun = now() - timedelta(days=DAYS)
    for place in range(done, done + count):
        story = stories[place % len(stories)]
        at = begun + timedelta(days=DAYS * (place + 1) / (of + 1))
        base = f"{int(at.timestamp() * 1000):012x}{place}"
        stream = derived_id(base, story[0].stream)
        own = _own_ids(story, base)
        for entry in story:
            seq, number, recorded = seq + 1, number + 1, max(recorded + 1, int(at.timestamp() * 1000) << 16)
            row = _again(entry, own, node=node, number=number, recorded=recorded, stream=stream, prev=last, at=at)
            rows.insert(row, seq)
            last = row.hash
        made.append(stream)
    transaction.on_commit(head.follow)
    return made


def _own_ids(story: list[Entry], base: str) -> dict[bytes, bytes]:
    """What must differ from case to case: the stream, entries, and everything whose id came from them."""
    before = story[0].stream.encode()[:12]
    text = b"".join([*(msgspec.json.encode(e.event) for e in story), *(e.id.encode() for e in story), before])
    ids = {found for found in IDS.findall(text) if found[:12] >= before} | {story[0].stream.encode()}
    return {own: derived_id(base, own.decode()).encode() for own in ids}


def _again(entry: Entry, own: dict[bytes, bytes], *, node, number, recorded, stream, prev, at) -> rows.Row:  # noqa: ANN001 - one call, just above
    text = IDS.sub(lambda found: own.get(found[0], found[0]), msgspec.json.encode(entry.event))
    event = msgspec.json.decode(text, type=type(entry.event))
    own_id = own[entry.id.encode()].decode()
    if hasattr(event, "case_name"):
        event = msgspec.structs.replace(event, case_name=f"{pick(own_id)} {number}")
    return rows.chained(
        rows.Row(
            id=own_id,
            node=node,
            number=number,
            stream=stream,
            kind=kind_of(event),
            happened_at=to_microseconds(at),
            precision=entry.precision.value,
            recorded_at=recorded,
            author=entry.author,
            cause="",
            corrects="",
            prev=prev,
            body=seal_event(event, entry_id=own_id, stream=stream),
        )
    )


def folder_size(folder: Path) -> int:
    """Bytes of all files of the programme."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
