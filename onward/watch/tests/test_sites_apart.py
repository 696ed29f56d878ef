"""What one site sends stays its own: by no id, digest or name does it take the place of another's."""

import hashlib
import os

import msgspec
import sqlcipher3

from onward.cases.actions import note_identity, open_identity
from onward.journal import rows
from onward.journal.head import Head
from onward.kit.dates import today
from onward.kit.ids import new_id
from onward.oversight.queries import keep_item
from onward.sealing import feeds
from onward.sealing.envelopes import ITEM_TEXT, seal_text
from onward.sealing.signatures import public_key, sign
from onward.sealing.watchers import fingerprint_of
from onward.watch import listing
from onward.watch.answering import keep_answer
from onward.watch.interviewing import add_interviewer
from onward.watch.reading import read_feed
from onward.watch.store import STORE, Store
from tests.housing import arrive


def by_another(feed: feeds.SiteFeed, **other) -> bytes:
    """A feed of another site, with a key of its own, that claims what is in this one."""
    key = os.urandom(32)
    node = hashlib.sha256(public_key(key)).hexdigest()[:32]
    row = rows.chained(
        msgspec.structs.replace(
            msgspec.convert(dict(zip(rows.FIELDS, feed.rows[0], strict=True)), rows.Row), node=node, id=new_id()
        )
    )
    text = msgspec.msgpack.encode(Head(node, 1, row.hash, 0))
    said = {"public": public_key(key), "number": 1, "after": 0, "rows": [msgspec.structs.astuple(row)], "answers": 0}
    return feeds.close(msgspec.structs.replace(feed, **said, head=text + sign(key, text), **other), key)


def heard(office, content: bytes) -> str:
    feed = feeds.opened(content, [office.store.keys.identity])
    return read_feed(office.store, content, day=today(), fingerprint=fingerprint_of(feed.public)).node


def test_a_site_that_claims_the_keys_envelopes_and_name_of_another_takes_nothing(programme, cast, office, site):
    case = arrive(programme, cast, "Quiet Cedar", site=cast.east)
    note_identity(cast.sami, case=case, names=["Amina"])
    open_identity(cast.sami, case=case, reason="To write to a lawyer.")
    mark = add_interviewer(office.store, "Nadia")
    interview = {"kind": "interview", "case": "Quiet Cedar", "day": "2030-01-01", "pressed": "no", "mark": mark}
    for item in ({"kind": "complaint", "about": "treatment", "words": "My ring."}, interview):
        keep_item(seal_text(item, office.store.keys.recipient, size=ITEM_TEXT))
    content = site()
    feed = feeds.opened(content, [office.store.keys.identity])
    false = [(key_id, stream, compartment, os.urandom(32)) for key_id, stream, compartment, _key in feed.keys]
    thief = heard(office, by_another(feed, keys=false))
    own = heard(office, content)
    (line,) = listing.openings(office.store)
    assert line.words == ("Sami", "To write to a lawyer.")
    assert {one.node for one in listing.items(office.store, "complaint")} == {thief, own}
    (theirs,) = [one for one in listing.items(office.store, "complaint") if one.node == own]
    keep_answer(office.store, own, theirs.digest, "We come.", day=today())
    answers = {one.node: one.answer for one in listing.items(office.store, "complaint")}
    assert answers == {own: "We come.", thief: ""}
    spoken = listing._spoken(office.store)  # the site's own, since both call themselves the same
    assert {node for node, _name in spoken} == {thief, own}
    heard(office, by_another(feed, keys=[], items=[]))
    assert listing.openings(office.store) == [line]


def test_a_store_of_the_earlier_form_is_brought_up_to_date(office, site):
    office.read(site())
    before = [sorted(map(tuple, office.store.all(f"SELECT * FROM {table}"))) for table in ("data_key", "item")]
    office.store.close()
    old = sqlcipher3.connect(str(office.folder / STORE), isolation_level=None)
    old.execute(f"PRAGMA key = \"x'{office.store.keys.store_key.hex()}'\"").fetchall()
    for table, first, rest in (
        ("data_key", "id BLOB PRIMARY KEY, node TEXT", "stream, compartment, key"),
        ("item", "digest TEXT PRIMARY KEY, node TEXT", "kind, said, day, answer, answered"),
    ):
        old.execute(f"CREATE TABLE x ({first}, {rest}) WITHOUT ROWID")
        columns = f"{first.split()[0]}, node, {rest}"
        old.execute(f"INSERT INTO x ({columns}) SELECT {columns} FROM {table}")
        old.execute(f"DROP TABLE {table}")
        old.execute(f"ALTER TABLE x RENAME TO {table}")
    old.execute("PRAGMA user_version = 0")
    old.close()
    office.store = Store(office.folder, office.store.keys)
    again = [sorted(map(tuple, office.store.all(f"SELECT * FROM {table}"))) for table in ("data_key", "item")]
    assert again == before
    assert office.read(site()).remarks == ()
