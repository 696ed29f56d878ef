"""A site whose oversight is named, and oversight's own folder."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from onward.kit.dates import today
from onward.oversight.actions import list_items, name_key, write_feed
from onward.sealing.watchers import fingerprint_of, public_file
from onward.waiting.rules import CLOCK
from onward.watch import keys
from onward.watch.reading import Read, read_feed
from onward.watch.store import Store, begin

WORDS = "quiet harbour seven lanterns"


class Office(msgspec.Struct):
    """Oversight's office: its folder, its store, and what it does."""

    folder: Path
    store: Store

    def read(self, feed: bytes, *, day: date | None = None) -> Read:
        from onward.journal.node import public

        return read_feed(self.store, feed, day=day or today(), fingerprint=fingerprint_of(public()).lower())

    def named(self, actor) -> "Office":
        watcher = self.store.keys.watcher("Free Watch", "Box 9")
        key = public_file(watcher, self.store.keys.signing_key)
        name_key(actor, key=key, heard=watcher.fingerprint)
        return self


@pytest.fixture(scope="session")
def _folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("office") / "office"
    keys.create(folder, WORDS)
    return folder


@pytest.fixture
def office(_folder, tmp_path):
    import shutil

    folder = Path(shutil.copytree(_folder, tmp_path / "office"))
    made = Office(folder, begin(folder, keys.unlock(folder, WORDS), name="Free Watch", address="Box 9"))
    yield made
    made.store.close()


@pytest.fixture
def site(programme, cast, office):
    """Give the next feed: `site()`, with what waits listed first."""
    office.named(cast.adam)

    def written() -> bytes:
        list_items(CLOCK, day=today())
        return write_feed(cast.nadia)[1]

    return written
