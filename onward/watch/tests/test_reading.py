"""A feed as it should be is read; one that was cut, forked, replayed, exchanged or forged is refused, with a reason."""

import hashlib
import os
import random
from collections import Counter

import msgspec
import pytest

from onward.cases.actions import note_identity, open_identity
from onward.journal import head, rows
from onward.journal.head import Head
from onward.journal.node import this_node
from onward.kit.dates import now, telling, today
from onward.oversight.actions import take_answers, write_feed
from onward.oversight.queries import all_answers, keep_item
from onward.sealing import feeds, vault
from onward.sealing.envelopes import (
    ANSWER_TEXT,
    ITEM_TEXT,
    answer_secret,
    identity_of,
    is_sign_of,
    new_receipt,
    open_text,
    recipient_of,
    seal_text,
    tag_of,
)
from onward.sealing.feeds import FeedRefused
from onward.watch import listing
from onward.watch.answering import answer_file, keep_answer
from onward.watch.interviewing import add_interviewer
from onward.watch.reading import Unknown, read_feed, set_aside
from onward.watch.telling import told
from tests.housing import arrive


def sent(office, receipt: str = "", **said: str) -> bytes:
    """An envelope as a browser sends it, kept by the site."""
    reply = {"tag": tag_of(receipt).hex(), "reply": recipient_of(answer_secret(receipt))} if receipt else {}
    item = seal_text({"kind": "complaint", **said, **reply}, office.store.keys.recipient, size=ITEM_TEXT)
    assert keep_item(item)
    return item


def test_a_new_site_is_compared_by_voice_first(office, site):
    with pytest.raises(Unknown) as unknown:
        read_feed(office.store, site(), day=today())
    assert listing.sites(office.store) == []
    read_feed(office.store, site(), day=today(), fingerprint=unknown.value.fingerprint.replace("-", " ").lower())
    assert [one.tip for one in listing.sites(office.store)] == [rows.tip(this_node()).number]


def test_from_the_complaint_to_its_answer(programme, cast, office, site):
    receipt = new_receipt()
    sent(office, receipt, about="treatment", words="The guard took my ring.")
    read = office.read(site())
    assert (read.items, read.remarks) == (1, ())
    (item,) = listing.items(office.store, "complaint")
    assert item.said.words == "The guard took my ring."
    take_answers(cast.adam, answers=answer_file(office.store, read.node, day=today()))
    assert answered(receipt) == ""  # oversight has it, and has not answered
    keep_answer(office.store, item.node, item.digest, "We come on Monday.", day=today())
    take_answers(cast.adam, answers=answer_file(office.store, read.node, day=today()))
    assert answered(receipt) == "We come on Monday."
    again = office.read(site())
    assert (again.items, again.remarks) == (0, ())


def test_a_day_without_room_for_more_envelopes_is_remarked_upon(programme, cast, office, site, monkeypatch):
    monkeypatch.setattr("onward.watch.telling.MOST_WAITING", 16)
    sent(office, words="I was first.")
    assert any("no room for more" in sentence for sentence in office.read(site()).remarks)


def answered(receipt: str) -> str | None:
    """What the door shows to whoever types this receipt."""
    told, size = all_answers(), 16 + ANSWER_TEXT + 200
    for at in range(0, len(told), size):
        if is_sign_of(tag_of(receipt), told[at : at + 16]):
            opened = open_text(told[at + 16 : at + size], [identity_of(answer_secret(receipt))], size=ANSWER_TEXT)
            return msgspec.json.decode(opened)["words"]
    return None


def test_files_of_answers_laid_side_by_side_do_not_tell_how_many_complained(programme, cast, office, site):
    """None, one or twenty complaints, answered or not, over many files: as many signs, and none in two of them."""
    sizes, seen = [], Counter()
    for complained in (0, 0, 1, 0, 4, 15, 0):
        for _each in range(complained):
            sent(office, new_receipt(), about="treatment", words="x")
        read = office.read(site())
        for item in listing.items(office.store, "complaint")[:2]:
            keep_answer(office.store, item.digest, "We come.", day=today())
        take_answers(cast.adam, answers=answer_file(office.store, read.node, day=today()))
        file, size = all_answers(), 16 + ANSWER_TEXT + 200
        assert file == all_answers()  # asked for twice, it is the same
        sizes.append(len(file))
        pieces = [file[at : at + size] for at in range(0, len(file), size)]
        seen.update(part for piece in pieces for part in (piece[:8], piece[8:16], piece[-32:]))
    assert set(seen.values()) == {1}
    assert len(set(sizes)) <= 2
    assert sizes == sorted(sizes)


def test_oversight_sees_openings_and_what_was_destroyed_is_destroyed_there(programme, cast, office, site):
    from onward.journal.keyring import destroy_stream_keys

    case = arrive(programme, cast, "Quiet Cedar", site=cast.east)
    note_identity(cast.sami, case=case, names=["Zenobia Mirkovic"])
    open_identity(cast.sami, case=case, reason="To write to a lawyer.")
    office.read(site())
    (line,) = listing.openings(office.store)
    assert (line.case, line.words) == ("Quiet Cedar", ("Sami", "To write to a lawyer."))
    noted = list(told(office.store, this_node(), "cases.identity_noted"))
    assert not any("Zenobia" in str(one.event) for one in noted)
    destroy_stream_keys(case)
    office.read(site())
    assert listing.openings(office.store) == []


def test_a_resident_with_whom_nobody_spoke_is_due_here_and_on_no_site(programme, cast, office, site):
    from datetime import timedelta

    arrive(programme, cast, "Quiet Cedar", site=cast.east)
    office.read(site())
    assert listing.due(office.store, today()) == []
    later = today() + timedelta(days=31)
    assert [one.case for one in listing.due(office.store, later)] == ["Quiet Cedar"]
    mark = add_interviewer(office.store, "Nadia")
    for number, (said, still) in enumerate({"": 1, "0" * 12: 1, mark.lower(): 0}.items(), 1):
        with telling(now() + timedelta(days=20 + number)):
            sent(office, kind="interview", case="quiet cedar", day="9999-12-31", pressed="no", mark=said)
            office.read(site(), day=today())
        assert len(listing.due(office.store, later)) == still
    assert listing.due(office.store, later + timedelta(days=60)) != []


def refused(office, feed: bytes) -> str:
    before = office.store.all("SELECT * FROM site"), office.store.all("SELECT count(*) FROM entry")
    with pytest.raises(FeedRefused) as why:
        office.read(feed)
    assert [list(map(tuple, each)) for each in before] == [
        list(map(tuple, office.store.all(sql))) for sql in ("SELECT * FROM site", "SELECT count(*) FROM entry")
    ]
    return str(why.value)


def resealed(feed: feeds.SiteFeed, office, **other) -> bytes:
    """As a site could write it that has its own key and no scruples."""
    return feeds.close(msgspec.structs.replace(feed, **other), vault.secrets().signing_key)


def signed(number: int, digest: bytes) -> bytes:
    return head.signed(Head(this_node(), number, digest, 0))


def again(stored: list[tuple], at: int) -> list[tuple]:
    """The chain written again from a place on, every hash right."""
    found = [msgspec.convert(dict(zip(rows.FIELDS, one, strict=True)), rows.Row) for one in stored]
    found[at] = msgspec.structs.replace(found[at], author="somebody else")
    for place in range(at, len(found)):
        prev = found[place - 1].hash if place else found[place].prev
        found[place] = rows.chained(msgspec.structs.replace(found[place], prev=prev))
    return [msgspec.structs.astuple(one) for one in found]


def test_a_fork_a_cut_a_gap_and_a_replay_are_refused_with_what_is_wrong(programme, cast, office, site):
    first, _lost, second = site(), site(), site()
    one, two = (feeds.opened(each, [office.store.keys.identity]) for each in (first, second))
    office.read(first)
    fork = again(two.rows, 5)
    cut = {"number": 4, "rows": one.rows[:-2], "head": signed(one.rows[-3][2], one.rows[-3][-1])}
    told = {
        "read already": first,
        "written again from there": resealed(two, office, rows=fork, head=signed(fork[-1][2], fork[-1][-1])),
        "cut off": resealed(one, office, **cut),
        "never came": resealed(two, office, after=two.rows[-2][2], rows=two.rows[-1:]),
        "or was altered": resealed(two, office, rows=[*two.rows[:3], *two.rows[4:]]),
        "where the signed head says": resealed(two, office, head=one.head),
        "another reader": resealed(two, office, to=recipient_of(os.urandom(32))),
    }
    found = {sentence: refused(office, content) for sentence, content in told.items() if sentence != "another reader"}
    assert [sentence for sentence, why in found.items() if sentence not in why] == []
    assert "cannot be opened" in refused(office, told["another reader"])
    assert office.read(second).number == 3


def test_a_feed_that_was_lost_or_an_envelope_that_was_removed_is_remarked_upon(programme, cast, office, site):
    sent(office, words="x")
    site()
    feed = feeds.opened(site(), [office.store.keys.identity])
    mine = sent(office, words="not listed")
    read = office.read(resealed(feed, office, items=[*feed.items[1:], mine]))
    said = " ".join(read.remarks)
    assert "Feeds 1 to 1 never came" in said
    assert "did not come: 1" in said
    assert "does not list: 1" in said


def test_after_a_loss_that_was_told_the_chain_goes_on_from_there(programme, cast, office, site):
    first = feeds.opened(site(), [office.store.keys.identity])
    office.read(resealed(first, office))
    fork = again(first.rows, len(first.rows) - 2)
    other = resealed(first, office, number=2, rows=fork, head=signed(fork[-1][2], fork[-1][-1]))
    assert "written again" in refused(office, other)
    (known,) = listing.sites(office.store)
    set_aside(office.store, known.fingerprint, first=fork[-2][2], reason="The disk broke.", day=today())
    assert office.read(other).entries == 2
    assert "The disk broke." in listing.remarks(office.store)[0][2]


def mutants(content: bytes, other: bytes, count: int):
    """Damaged files: bits turned, cut, added to, parts exchanged with another feed's."""
    chance = random.Random(4)
    for _each in range(count):
        at, where = chance.randrange(len(content)), bytearray(content)
        match chance.randrange(5):
            case 0:
                where[at] ^= 1 << chance.randrange(8)
                yield bytes(where)
            case 1:
                yield content[:at]
            case 2:
                yield content + chance.randbytes(chance.randrange(1, 99))
            case 3:
                yield content[:at] + other[at:] if content[at:] != other[at:] else content[:at]
            case _:
                end = min(len(content), at + chance.randrange(1, 200))
                yield content[:at] + content[end:]


def forged(feed: feeds.SiteFeed, reader: str, count: int):
    """Sealed again by somebody who knows oversight's public key, after anything was altered within."""
    chance = random.Random(5)
    body = msgspec.msgpack.encode(feed)
    stranger = os.urandom(32)
    for _each in range(count):
        at = chance.randrange(len(body))
        altered = body[:at] + bytes([body[at] ^ 1 << chance.randrange(8)]) + body[at + 1 :]
        signature = feeds.sign(chance.choice([stranger, os.urandom(32)]), feeds.SIGNED + altered)
        payload = feeds.MAGIC + signature + len(altered).to_bytes(8, "big") + altered
        yield feeds.pyrage.encrypt(payload + bytes(-len(payload) % feeds.STEP), [feeds.Recipient.from_str(reader)])


def check_mutants(office, site, count: int) -> None:
    first, content = site(), site()
    feed = feeds.opened(content, [office.store.keys.identity])
    office.read(first)
    known = hashlib.sha256(content).digest()
    accepted = tried = 0
    for each in (*mutants(content, first, count - count // 5), *forged(feed, feed.to, count // 5)):
        assert hashlib.sha256(each).digest() != known
        tried += 1
        try:
            office.read(each)
        except FeedRefused:
            continue
        accepted += 1
    assert (tried, accepted) == (count, 0)
    assert office.read(content).number == 2


def test_no_mutant_of_a_feed_is_read(programme, office, site):
    check_mutants(office, site, 150)


@pytest.mark.deep
def test_no_mutant_of_two_thousand_is_read(programme, office, site):
    check_mutants(office, site, 2_000)


def test_answers_are_no_feed_and_a_feed_is_sealed_to_its_reader_alone(cast, office, site):
    read = office.read(site())
    assert "cannot be opened" in refused(office, answer_file(office.store, read.node, day=today()))
    content = write_feed(cast.adam)[1]
    with pytest.raises(FeedRefused):
        feeds.opened(content, [identity_of(vault.secrets().exchange_key)])
