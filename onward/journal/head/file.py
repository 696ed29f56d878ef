"""The head's file: two slots of fixed size, each a head and its signature, written in place."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from django.conf import settings

from onward.journal.node import public
from onward.sealing import sign, vault, verify

HEAD_FILE = "head"
SLOT_BYTES = 512
SIGNATURE_BYTES = 64


class Head(msgspec.Struct, frozen=True):
    """The end of a node's chain: printed on the daily sheet, and carried by every bundle."""

    node: str
    number: int
    hash: bytes
    recorded_at: int


_decoder = msgspec.msgpack.Decoder(Head)


def path() -> Path:
    """Where the head is kept."""
    return Path(settings.ONWARD_DATA) / HEAD_FILE


def signed(head: Head) -> bytes:
    """The head and its signature, as one string of bytes."""
    text = msgspec.msgpack.encode(head)
    return text + sign(vault.secrets().signing_key, text)


def opened(slot: bytes, public_key: bytes) -> Head | None:
    """The head that a slot holds; None if it is empty, torn or signed by somebody else."""
    length = int.from_bytes(slot[:2], "big")
    text, signature = slot[2 : 2 + length - SIGNATURE_BYTES], slot[2 + length - SIGNATURE_BYTES : 2 + length]
    if length <= SIGNATURE_BYTES or not verify(public_key, text, signature):
        return None
    try:
        return _decoder.decode(text)
    except msgspec.DecodeError:
        return None


def slot_of(head: Head) -> bytes:
    """The slot that holds the head."""
    content = signed(head)
    return (len(content).to_bytes(2, "big") + content).ljust(SLOT_BYTES, b"\0")


def file_of(head: Head) -> bytes:
    """The content of a whole file that says this head: for a copy of the journal that ends there."""
    return slot_of(head) + bytes(SLOT_BYTES)


def read() -> Head | None:
    """The last head that was written; None if there is none that this node signed."""
    try:
        raw = path().read_bytes()
    except FileNotFoundError:
        return None
    return latest_of(slots_of(raw))[0]


def slots_of(raw: bytes) -> tuple[bytes, bytes]:
    """The two slots of a file's bytes."""
    return raw[:SLOT_BYTES], raw[SLOT_BYTES : 2 * SLOT_BYTES]


def latest_of(slots: tuple[bytes, bytes]) -> tuple[Head | None, int]:
    """The later head, and which slot to write next: never the one that holds it."""
    found = [(head, place) for place, slot in enumerate(slots) if (head := opened(slot, public())) is not None]
    if not found:
        return None, 0
    head, place = max(found, key=lambda each: each[0].number)
    return head, 1 - place


@contextmanager
def held() -> Iterator[int]:
    """The open file, locked against other threads and processes."""
    file = os.open(path(), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        if os.fstat(file).st_size < 2 * SLOT_BYTES:
            _make_room(file)
        yield file
    finally:
        os.close(file)


def _make_room(file: int) -> None:
    # Full size from the start: later writes change no metadata, and fdatasync suffices.
    os.pwrite(file, b"\0" * (2 * SLOT_BYTES), 0)
    os.fsync(file)
    folder = os.open(path().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def start_anew() -> None:
    """Let go of the old head."""
    with held() as file:
        _make_room(file)
