"""Oversight as tests play it: its keys, and what it does with them."""

import os

import msgspec

from onward.oversight.actions import name_key
from onward.sealing import public_key
from onward.sealing.envelopes import ITEM_TEXT, identity_of, recipient_of, seal_text
from onward.sealing.feeds import AnswerFeed, SiteFeed, close, opened
from onward.sealing.watchers import Watcher, public_file


class Watching(msgspec.Struct, frozen=True):
    """Both secrets of one oversight."""

    secret: bytes
    signing: bytes

    @property
    def watcher(self) -> Watcher:
        return Watcher(
            name="Free Watch",
            address="Box 9, Gaziantep",
            recipient=recipient_of(self.secret),
            public=public_key(self.signing).hex(),
        )

    @property
    def file(self) -> bytes:
        return public_file(self.watcher, self.signing)

    def named(self, actor) -> "Watching":
        name_key(actor, key=self.file, heard=self.watcher.fingerprint.lower(), compared_with="Nadia")
        return self

    def read(self, feed: bytes) -> SiteFeed:
        return opened(feed, [identity_of(self.secret)])

    def item(self, **said: str) -> bytes:
        return seal_text({"kind": "complaint", **said}, recipient_of(self.secret), size=ITEM_TEXT)

    def answers(self, feed: SiteFeed, number: int, answers=(), **other) -> bytes:
        said = {
            "to": feed.reply_to,
            "public": public_key(self.signing),
            "number": number,
            "node": feed.rows[0][1],
            "read": feed.number,
            "upto": feed.rows[-1][2],
            "answers": list(answers),
        }
        return close(AnswerFeed(**{**said, **other}), self.signing)


def watching() -> Watching:
    return Watching(os.urandom(32), os.urandom(32))
