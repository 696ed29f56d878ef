"""Reading a feed: all of it, or nothing and the sentence that says what is wrong."""

import hashlib
from datetime import date

import msgspec

from onward.journal import rows
from onward.sealing.envelopes import ITEM_TEXT, EnvelopeRefused, open_text
from onward.sealing.feeds import FeedRefused, SiteFeed, opened
from onward.sealing.watchers import fingerprint_of, is_fingerprint
from onward.watch.chain import check_chain, rows_of
from onward.watch.forgetting import case_names, forget, streams_held
from onward.watch.store import Store
from onward.watch.telling import digests_listed, full_lists


class Unknown(Exception):
    """A site of which nothing was read yet: its fingerprint is to be compared by voice first."""

    def __init__(self, programme: str, fingerprint: str) -> None:
        super().__init__(f"This is the first feed of {programme}. Its fingerprint: {fingerprint}")
        self.programme, self.fingerprint = programme, fingerprint


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What is in an envelope; written by anybody, so nothing of it is believed but as words."""

    kind: str
    about: str = ""
    words: str = ""
    call: str = ""
    language: str = ""
    tag: str = ""
    reply: str = ""
    case: str = ""
    day: str = ""
    interpreter: str = ""
    pressed: str = ""
    mark: str = ""


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What a feed brought. `remarks` are what oversight should ask about."""

    node: str
    programme: str
    number: int
    entries: int
    items: int
    remarks: tuple[str, ...]


def read_feed(store: Store, content: bytes, *, day: date, fingerprint: str = "") -> Read:
    """Read a feed in. `fingerprint`: that of a new site, once it was compared. Raises FeedRefused, Unknown."""
    feed = opened(content, [store.keys.identity])
    if not isinstance(feed, SiteFeed):
        raise FeedRefused("These are answers to a site, and no feed of one.")
    node = hashlib.sha256(feed.public).hexdigest()[:32]
    with store.whole():
        site = store.one("SELECT * FROM site WHERE node = ?", (node,))
        if site is None and not is_fingerprint(fingerprint, fingerprint_of(feed.public)):
            raise Unknown(feed.programme, fingerprint_of(feed.public))
        last, tip = (site["feed"], site["tip"]) if site else (0, 0)
        if feed.number <= last:
            raise FeedRefused(
                f"Feed {feed.number} of this site, or a later one, was read already: the last is {last}. If the site "
                "says that this one is new, an old copy of its journal was put back."
            )
        found = rows_of(feed)
        check_chain(feed, found, node=node, tip=tip, at=lambda number: _hash_at(store, node, number))
        _keep_entries(store, node, [row for row in found if row.number > tip])
        named = case_names(store, node)
        _keep_keys(store, node, feed)
        fresh, remarks = _keep_items(store, node, feed, day)
        forget(store, node, {name for stream, name in named.items() if stream not in streams_held(store, node)})
        if feed.number > last + 1 and (last or site is None):
            remarks.append(f"Feeds {last + 1} to {feed.number - 1} never came; what they carried is in this one.")
        _keep_site(store, node, feed, found[-1])
        for sentence in remarks:
            store.run("INSERT INTO remark (day, node, sentence) VALUES (?, ?, ?)", (str(day), node, sentence))
    store.settle()
    return Read(
        node=node,
        programme=feed.programme,
        number=feed.number,
        entries=found[-1].number - tip,
        items=fresh,
        remarks=tuple(remarks),
    )


def _hash_at(store: Store, node: str, number: int) -> bytes | None:
    found = store.one("SELECT hash FROM entry WHERE node = ? AND number = ?", (node, number))
    return bytes(found["hash"]) if found else None


def _keep_entries(store: Store, node: str, new: list[rows.Row]) -> None:
    sql = "INSERT INTO entry (node, number, stream, kind, hash, stored) VALUES (?, ?, ?, ?, ?, ?)"
    for row in new:
        store.run(sql, (node, row.number, row.stream, row.kind, row.hash, msgspec.msgpack.encode(row)))


def _keep_keys(store: Store, node: str, feed: SiteFeed) -> None:
    """All that the site still has: what was destroyed there is destroyed here."""
    store.run("DELETE FROM data_key WHERE node = ?", (node,))
    sql = "INSERT OR IGNORE INTO data_key (id, node, stream, compartment, key) VALUES (?, ?, ?, ?, ?)"
    for key_id, stream, compartment, key in feed.keys:
        if len(key) != 32 or len(key_id) != 16:
            raise FeedRefused("A data key in this feed has the wrong form.")
        store.run(sql, (key_id, node, stream, compartment, key))


def _keep_items(store: Store, node: str, feed: SiteFeed, day: date) -> tuple[int, list[str]]:
    """Open each envelope; remark on what cannot be opened, and on what was listed and is not there, or the reverse."""
    fresh, sealed_elsewhere = 0, 0
    here: set[str] = set()
    for sealed in feed.items:
        digest = hashlib.sha256(sealed).hexdigest()
        here.add(digest)
        if store.one("SELECT 1 FROM item WHERE node = ? AND digest = ?", (node, digest)):
            continue
        try:
            said = msgspec.json.decode(open_text(sealed, [store.keys.identity], size=ITEM_TEXT), type=Said)
        except (EnvelopeRefused, msgspec.DecodeError, UnicodeDecodeError):
            said = Said(kind="unreadable")
            sealed_elsewhere += 1
        fresh += said.kind not in ("nothing", "unreadable")
        sql = "INSERT INTO item (digest, node, kind, said, day) VALUES (?, ?, ?, ?, ?)"
        store.run(sql, (digest, node, said.kind, msgspec.json.encode(said), str(day)))
    listed = digests_listed(store, node, after=feed.after)
    known = {row["digest"] for row in store.all("SELECT digest FROM item WHERE node = ?", (node,))}
    remarks = []
    if sealed_elsewhere:
        remarks.append(f"Envelopes that cannot be opened: {sealed_elsewhere}. Another key, or exchanged on their way.")
    if missing := len(listed - known):
        remarks.append(f"Envelopes that the journal lists and that did not come: {missing}. Somebody removed them.")
    if full := full_lists(store, node, after=feed.after):
        remarks.append(f"Days on which there was no room for more envelopes: {full}. Whoever wrote later had to wait.")
    if unlisted := len(here - digests_listed(store, node, after=0)):
        remarks.append(f"Envelopes that the journal does not list: {unlisted}.")
    return fresh, remarks


def _keep_site(store: Store, node: str, feed: SiteFeed, last: rows.Row) -> None:
    store.run(
        "INSERT INTO site (node, public, programme, reply_to, feed, feed_day, tip, hash, taken)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (node) DO UPDATE SET programme = excluded.programme,"
        " reply_to = excluded.reply_to, feed = excluded.feed, feed_day = excluded.feed_day, tip = excluded.tip,"
        " hash = excluded.hash, taken = excluded.taken",
        (
            node,
            feed.public,
            feed.programme,
            feed.reply_to,
            feed.number,
            feed.day,
            last.number,
            last.hash,
            feed.answers,
        ),
    )


def set_aside(store: Store, fingerprint: str, *, first: int, reason: str, day: date) -> None:
    """Let go of a site's entries from `first` on, since it lost them for good and said so. Raises FeedRefused."""
    found = [
        row
        for row in store.all("SELECT * FROM site")
        if is_fingerprint(fingerprint, fingerprint_of(bytes(row["public"])))
    ]
    if not found or not 0 < first <= found[0]["tip"]:
        raise FeedRefused("There is no such site, or no such entry of it.")
    node, tip = found[0]["node"], found[0]["tip"]
    with store.whole():
        before = _hash_at(store, node, first - 1) or rows.START
        gone = [
            row["hash"].hex() for row in store.all("SELECT hash FROM entry WHERE node = ? AND number = ?", (node, tip))
        ]
        store.run("DELETE FROM entry WHERE node = ? AND number >= ?", (node, first))
        store.run("UPDATE site SET feed = 0, taken = 0, tip = ?, hash = ? WHERE node = ?", (first - 1, before, node))
        sentence = f"Entries {first} to {tip} were set aside ({gone[0]}): {reason}"
        store.run("INSERT INTO remark (day, node, sentence) VALUES (?, ?, ?)", (str(day), node, sentence))
