"""The keyring: data keys, one per stream and compartment, wrapped, in an encrypted database of their own.

Erasing what was said about somebody is destroying their keys here; so this file is small, keeps no free pages
(`secure_delete`), and its write-ahead log is emptied after each destruction.
"""

import threading
from collections.abc import Collection, Iterable

from django.conf import settings

from onward.journal.keyring.file import KEYRING_FILE, Keyring, KeyringBusy

__all__ = [
    "COPIES_DAYS",
    "KEYRING_FILE",
    "Keyring",
    "KeyringBusy",
    "close",
    "count_keys",
    "destroy_stream_keys",
    "erased_streams",
    "key_among",
    "key_for",
    "keys_for",
    "keys_in",
]

COPIES_DAYS = 14
"""A copy of the keyring in a backup lives no longer than this: until then it opens what was erased since."""


class _Process:
    ring: Keyring | None = None
    opening = threading.Lock()


def _keyring() -> Keyring:
    folder, ring = settings.ONWARD_DATA, _Process.ring
    if ring is not None and ring.folder is folder:  # every part of every entry comes by here: no paths compared
        return ring
    with _Process.opening:
        if _Process.ring is None or _Process.ring.folder is not folder:
            close()
            _Process.ring = Keyring(folder)
        return _Process.ring


def close() -> None:
    """Close the file and forget every key."""
    if _Process.ring is not None:
        _Process.ring.forget()
        _Process.ring.connection.close()
        _Process.ring = None


def key_for(stream: str, compartment: str) -> tuple[bytes, bytes]:
    """The id and the key that seal `compartment` of `stream` now; made, durably, if there is none yet."""
    return _keyring().keys_for(stream, (compartment,))[compartment]


def keys_for(stream: str, compartments: Iterable[str]) -> dict[str, tuple[bytes, bytes]]:
    """The ids and keys of several compartments; those that are missing are made in one flush to the disk."""
    return _keyring().keys_for(stream, compartments)


def key_among(key_id: bytes, opens: Collection[str]) -> tuple[str, bytes] | None:
    """The compartment and the key with this id, if it is one of `opens`; None otherwise.

    Nobody without the keyring can tell which compartment it is; None, too, when it was never this node's or is gone.
    """
    return _keyring().key_among(key_id, opens)


def keys_in(compartments: Collection[str]) -> list[tuple[bytes, str, str, bytes]]:
    """Every key of some compartments, as (id, stream, compartment, key): for oversight's feed alone."""
    return _keyring().keys_in(compartments)


def destroy_stream_keys(stream: str) -> int:
    """Destroy every key of `stream`: what they sealed can never be read again, and nothing more can be said in it.

    Gives how many there were; done again, it destroys nothing more, and clears what was still on the disk.
    Raises KeyringBusy.
    """
    return _keyring().destroy(stream)


def erased_streams() -> list[str]:
    """The streams whose keys were destroyed."""
    return _keyring().erased()


def count_keys() -> int:
    """How many keys there are."""
    return _keyring().count()
