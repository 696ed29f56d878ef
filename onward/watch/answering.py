"""What goes back to a site: how far oversight has read, and answers that only the holders of receipts open."""

import hashlib
import os
from datetime import date, timedelta

import msgspec

from onward.sealing.envelopes import ANSWER_TEXT, EnvelopeRefused, recipient_of, seal_text, sign_of
from onward.sealing.feeds import Answer, AnswerFeed, close
from onward.watch.reading import Said
from onward.watch.store import Store

KEPT = timedelta(days=90)
"""So long after it was read, or answered, an answer goes with each file."""
STEP = 32
"""A file has so many answers, or a multiple of it, decoys among them."""
LONGEST = 900
"""Signs of an answer: in any script they fit into its envelope."""


def keep_answer(store: Store, node: str, digest: str, words: str, *, day: date) -> None:
    """Answer a complaint that came from a site."""
    sql = "UPDATE item SET answer = ?, answered = ? WHERE node = ? AND digest = ?"
    store.run(sql, (words.strip()[:LONGEST], str(day), node, digest))


def answer_file(store: Store, node: str, *, day: date) -> bytes:
    """The file for a site: everything to be told there now, filled up with decoys."""
    site = store.one("SELECT * FROM site WHERE node = ?", (node,))
    since = str(day - KEPT)
    sql = "SELECT * FROM item WHERE node = ? AND kind = 'complaint' AND (day > ? OR answered > ?)"
    answers = [made for row in store.all(sql, (node, since, since)) if (made := _answer(row))]
    many = _filled(store, node, len(answers))
    answers += [(os.urandom(16), _sealed("", recipient_of(os.urandom(32)))) for _each in range(many - len(answers))]
    number = site["written"] + 1
    store.run("UPDATE site SET written = ? WHERE node = ?", (number, node))
    feed = AnswerFeed(
        to=site["reply_to"],
        public=store.keys.public,
        number=number,
        node=node,
        read=site["feed"],
        upto=site["tip"],
        answers=sorted(answers),
    )
    return close(feed, store.keys.signing_key)


def _filled(store: Store, node: str, answers: int) -> int:
    """How many a file has: a multiple of STEP, never fewer than the last one had.

    Where the next step begins is drawn once for each site: whoever has complaints of their own sent until a file grows
    learns little of how many others there were.
    """
    drawn = hashlib.sha256(b"onward fill 1\0" + store.keys.signing_key + node.encode()).digest()[0] % STEP
    before = int(store.own(f"answers to {node}") or 0)
    many = max(before, -(-(answers + drawn) // STEP) * STEP, STEP)
    if many != before:
        store.keep_own(f"answers to {node}", str(many))
    return many


def _answer(row: dict[str, str]) -> Answer | None:
    said = msgspec.json.decode(row["said"], type=Said)
    try:
        tag = bytes.fromhex(said.tag)
        return (sign_of(tag), _sealed(row["answer"], said.reply)) if len(tag) == 16 else None
    except (ValueError, EnvelopeRefused):
        return None  # whoever wrote it wants no answer


def _sealed(words: str, reply: str) -> bytes:
    return seal_text({"words": words}, reply, size=ANSWER_TEXT)
