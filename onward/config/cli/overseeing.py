"""On oversight's own machine: `onward oversight`."""

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from onward.config.cli.words import Refused, ask, new_passphrase, passphrase_in
from onward.sealing import WrongPassphrase
from onward.watch import keys

if TYPE_CHECKING:
    from onward.watch.store import Store

WORDS = "ONWARD_OVERSIGHT_PASSPHRASE_FILE"
HOST = "127.0.0.1"


def init(chosen: argparse.Namespace) -> int:
    """Make oversight's folder."""
    folder = Path(chosen.folder)
    passphrase = "" if keys.exists(folder) else new_passphrase(WORDS)
    from onward.watch.store import begin

    try:
        made = keys.create(folder, passphrase)
    except FileExistsError:
        raise Refused(
            f"{folder} holds something already: name an empty folder, on a machine that no host keeps."
        ) from None
    begin(folder, made, name=chosen.name, address=chosen.address).close()
    print(f"Oversight's folder is {folder}. Its private keys are in it and nowhere else: keep a copy of it, elsewhere.")
    print(f"Fingerprint: {made.watcher(chosen.name, chosen.address).fingerprint}")
    print("Read it out to each site over the telephone. Write the file for a site with: onward oversight key")
    return 0


def key(chosen: argparse.Namespace) -> int:
    """Write the public half."""
    store = _opened(chosen.folder)
    from onward.sealing.watchers import public_file

    watcher = store.keys.watcher(store.own("name"), store.own("address"))
    Path(chosen.file).write_bytes(public_file(watcher, store.keys.signing_key))
    store.close()
    print(f"{chosen.file} is for sites. Fingerprint: {watcher.fingerprint}")
    return 0


def read(chosen: argparse.Namespace) -> int:
    """Read a feed."""
    store = _opened(chosen.folder)
    from onward.sealing.feeds import FeedRefused
    from onward.watch.reading import Unknown, read_feed

    try:
        found = read_feed(
            store, Path(chosen.feed).read_bytes(), day=datetime.now(UTC).date(), fingerprint=chosen.fingerprint
        )
    except Unknown as unknown:
        raise Refused(f"{unknown}. Compare it by voice, then give it with --fingerprint.") from None
    except FeedRefused as refused:
        raise Refused(str(refused)) from None
    finally:
        store.close()
    print(f"Feed {found.number} of {found.programme}. New entries: {found.entries:,}. New envelopes: {found.items:,}.")
    for sentence in found.remarks:
        print(sentence)
    return 0


def set_aside(chosen: argparse.Namespace) -> int:
    """Begin a chain anew."""
    store = _opened(chosen.folder)
    from onward.sealing.feeds import FeedRefused
    from onward.watch.reading import set_aside as begin_anew

    try:
        begin_anew(store, chosen.site, first=chosen.first, reason=chosen.because, day=datetime.now(UTC).date())
    except FeedRefused as refused:
        raise Refused(str(refused)) from None
    finally:
        store.close()
    print("Set aside. It is remarked upon; the next feed is read from there.")
    return 0


def serve(chosen: argparse.Namespace) -> int:
    """Serve oversight's pages."""
    folder = _folder(chosen.folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "onward.watch.settings"
    os.environ["ONWARD_OVERSIGHT"] = str(folder)
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    print(f"Oversight's pages are at http://{HOST}:{chosen.port}/ for this machine alone.", flush=True)
    Granian(
        "onward.watch.wsgi:application",
        address=HOST,
        port=chosen.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=1,
        websockets=False,
        log_level=LogLevels.error,
    ).serve()
    return 0


def _folder(named: str) -> Path:
    folder = Path(named).resolve()
    if not keys.exists(folder):
        raise Refused(f"{folder} is not oversight's folder: make one with `onward oversight init`.")
    return folder


def _opened(named: str) -> "Store":
    folder = _folder(named)
    os.environ["DJANGO_SETTINGS_MODULE"] = "onward.watch.settings"
    import django

    django.setup()
    from onward.watch.store import Store

    file = os.environ.get(WORDS)
    try:
        return Store(folder, keys.unlock(folder, passphrase_in(Path(file)) if file else ask("Passphrase: ")))
    except (WrongPassphrase, ValueError):
        raise Refused("That passphrase does not open this folder.") from None
