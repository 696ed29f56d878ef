import os

import pyrage
import pytest
from pyrage.x25519 import Identity

from onward.journal import rows
from onward.journal.erase import clear_traces
from onward.journal.keyring import keys_in
from onward.kit.dates import today
from onward.kit.errors import NotAllowed, RuleBroken
from onward.oversight.actions import list_items, name_key, take_answers, write_feed
from onward.oversight.queries import all_answers, feed_state, keep_item, key_now, lay_decoys
from onward.oversight.rules.feeding import BATCH, CARRIED
from onward.oversight.tests.watching import watching
from onward.sealing import vault
from onward.sealing.envelopes import (
    ANSWER_TEXT,
    ITEM_TEXT,
    MOST_WAITING,
    answer_secret,
    identity_of,
    new_receipt,
    open_text,
    recipient_of,
    seal_text,
    tag_of,
)
from onward.waiting.rules import CLOCK
from tests.housing import arrive


def test_a_key_is_named_with_the_fingerprint_that_was_heard_and_all_see_it(programme, cast):
    watch = watching().named(cast.adam)
    assert key_now().fingerprint == watch.watcher.fingerprint
    other = watching()
    for wrong in ({"key": other.file, "heard": watch.watcher.fingerprint}, {"key": b"{}", "heard": "x"}):
        with pytest.raises(RuleBroken):
            name_key(cast.adam, **wrong)
    altered = other.file.replace(b"Free Watch", b"Fake Watch")
    with pytest.raises(RuleBroken):
        name_key(cast.adam, key=altered, heard=other.watcher.fingerprint)
    with pytest.raises(NotAllowed):
        name_key(cast.salma, key=other.file, heard=other.watcher.fingerprint)
    other.named(cast.adam)
    assert key_now().fingerprint == other.watcher.fingerprint
    programme.check_rebuild()


def test_a_feed_carries_the_chain_the_head_and_the_keys_that_oversight_may_hold(programme, cast):
    arrive(programme, cast, "Quiet Cedar")
    watch = watching().named(cast.adam)
    number, content = write_feed(cast.nadia)
    feed = watch.read(content)
    assert (number, feed.number, feed.after) == (1, 1, 0)
    written = [rows.Row(**dict(zip(rows.FIELDS, one, strict=True))) for one in feed.rows]
    assert [one.number for one in written] == list(range(1, len(written) + 1))
    assert all(one.hash == rows.digest(one) for one in written)
    assert {name for _id, _stream, name, _key in feed.keys} <= set(CARRIED)
    assert len(feed.keys) == len(keys_in(CARRIED))
    assert watch.read(write_feed(cast.nadia)[1]).number == 2


def every_key_of_the_site() -> list[Identity]:
    """All 32 secret bytes that this machine has, each tried as age would take it."""
    held = vault.secrets()
    own = [held.database_key, held.keyring_key, held.wrapping_key, held.signing_key, held.exchange_key]
    every = [*own, bytes.fromhex(held.session_key), *(key for *_, key in keys_in(("record", "legal", "identity")))]
    return [identity_of(key) for key in every]


def test_the_site_with_all_its_keys_opens_neither_its_feed_nor_an_envelope(programme, cast):
    arrive(programme, cast, "Quiet Cedar")
    watch = watching().named(cast.adam)
    item = watch.item(words="The guard took my ring.")
    assert keep_item(item)
    list_items(CLOCK, day=today())
    _number, content = write_feed(cast.adam)
    keys = every_key_of_the_site()
    assert len(keys) > 10
    for sealed in (item, content):
        with pytest.raises(pyrage.DecryptError):
            pyrage.decrypt(sealed, keys)
    assert item in watch.read(content).items


def test_the_days_list_says_not_how_many_wrote(programme, cast):
    watch = watching().named(cast.adam)
    items = [watch.item(words=str(each)) for each in range(3)]
    assert all(keep_item(one) for one in [*items, items[0]])
    before = len(list(rows.of_node(rows.nodes()[0])))
    list_items(CLOCK, day=today())
    list_items(CLOCK, day=today())
    assert len(list(rows.of_node(rows.nodes()[0]))) == before + 1
    carried = watch.read(write_feed(cast.adam)[1]).items
    assert len(carried) == BATCH
    assert len({len(one) for one in carried}) == 1
    kinds = [open_text(one, [identity_of(watch.secret)], size=ITEM_TEXT).split(b'"')[3] for one in carried]
    assert sorted(kinds) == [b"complaint"] * 3 + [b"nothing"] * (BATCH - 3)
    programme.check_rebuild()


def pages(programme) -> list[bytes]:
    """The pages of the database as they lie in its file, its log emptied; one that was written again differs."""
    assert clear_traces()
    held = programme.database.read_bytes()
    return [held[at : at + 4096] for at in range(0, len(held), 4096)]


def test_whoever_reads_the_files_sees_neither_that_somebody_wrote_nor_when(programme, cast):
    watch = watching().named(cast.adam)
    lay_decoys()
    count = "SELECT count(*), count(DISTINCT length(sealed)), total(listed) FROM oversight_sealeditem"
    said, before = programme.sql(count), pages(programme)
    assert said == [(BATCH, 1, 0)]
    arrive(programme, cast, "Quiet Cedar")
    between = pages(programme)
    assert keep_item(watch.item(words="x"))
    after = pages(programme)
    # It lies where a decoy lay, in pages that are older than whatever was written before it.
    assert len(before) <= len(between) == len(after)
    changed = [at for at, page in enumerate(after) if page != between[at]]
    assert 1 < len(changed) < 5
    assert max(changed) < len(before)
    programme.reopen()
    lay_decoys()
    assert programme.sql(count) == said


def test_decoys_are_for_whoever_is_oversight_now(programme, cast):
    watching().named(cast.adam)
    lay_decoys()
    watch = watching().named(cast.adam)
    lay_decoys()
    list_items(CLOCK, day=today())
    carried = watch.read(write_feed(cast.adam)[1]).items
    assert len({open_text(one, [identity_of(watch.secret)], size=ITEM_TEXT) for one in carried}) == 1


def test_who_would_fill_the_disk_fills_one_days_list(programme, cast):
    watch = watching().named(cast.adam)
    kept = [keep_item(watch.item(words=str(each))) for each in range(MOST_WAITING + 2)]
    assert kept == [True] * MOST_WAITING + [False] * 2


def test_an_answer_comes_back_for_the_receipt_alone(programme, cast):
    watch, receipt = watching().named(cast.adam), new_receipt()
    keep_item(watch.item(words="x", tag=tag_of(receipt).hex(), reply=recipient_of(answer_secret(receipt))))
    list_items(CLOCK, day=today())
    feed = watch.read(write_feed(cast.adam)[1])
    sealed = seal_text({"words": "We come."}, recipient_of(answer_secret(receipt)), size=ANSWER_TEXT)
    take_answers(cast.nadia, answers=watch.answers(feed, 1, [(tag_of(receipt), sealed)]))
    assert (feed_state().read, feed_state().upto, feed_state().taken) == (1, feed.rows[-1][2], 1)
    told = all_answers()
    assert told == tag_of(receipt) + sealed
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, every_key_of_the_site())
    assert b"We come." in open_text(told[16:], [identity_of(answer_secret(receipt))], size=ANSWER_TEXT)
    later = watch.read(write_feed(cast.adam)[1])
    assert later.items == []
    assert later.after == feed.rows[-1][2]
    programme.check_rebuild()


def test_answers_that_are_old_anothers_or_from_another_future_are_refused(programme, cast):
    watch = watching().named(cast.adam)
    feed = watch.read(write_feed(cast.adam)[1])
    right, other = watch.answers(feed, 2), watching()
    take_answers(cast.nadia, answers=right)
    wrong = [
        right,
        watch.answers(feed, 1),
        other.answers(feed, 3),
        watch.answers(feed, 3, node="0" * 32),
        watch.answers(feed, 3, upto=10_000),
        watch.answers(feed, 3, upto=1),
        watch.answers(feed, 3, to=recipient_of(os.urandom(32))),
        watch.answers(feed, 3, [(b"short", b"")]),
        write_feed(cast.adam)[1],
        b"",
    ]
    for each in wrong:
        with pytest.raises(RuleBroken):
            take_answers(cast.nadia, answers=each)
    assert feed_state().taken == 2
