"""The sealed body of an entry: one part per compartment, each (key id, nonce, ciphertext), bound to the entry's id.

From outside, a part shows neither its compartment nor, for an event of a closed compartment, its kind.
"""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Any

import msgspec

from onward.journal import keyring
from onward.journal.compartments import RECORD
from onward.journal.events import EVENTS, Event
from onward.sealing import CannotOpen, open_sealed, seal

CLOSED_KIND = "journal.closed"
Among = Callable[[bytes, Collection[str]], tuple[str, bytes] | None]
"""A key's id, and the compartments that may be opened -> the compartment that it is of, and the key."""

_parts = msgspec.msgpack.Decoder(list[tuple[bytes, bytes, bytes]])
_fields = msgspec.json.Decoder(dict[str, msgspec.Raw])
_decoders: dict[type[Event], msgspec.json.Decoder[Any]] = {}


class _Closed(msgspec.Struct, frozen=True):
    kind: str
    event: msgspec.Raw


_closed = msgspec.json.Decoder(_Closed)


def kind_of(event: Event, within: str = "") -> str:
    """The kind that the envelope shows; `within`: the compartment that the whole of it is said in."""
    return CLOSED_KIND if within or event.closed else event.kind


def as_read_back(event: Event) -> Event:
    """The event as it will be read for ever: what does not fit its type is refused now, not found out years later.

    It is also what projectors see, so that what is lived is what a rebuild replays. Raises msgspec.ValidationError.
    """
    return _decode(type(event), msgspec.json.encode(event))


def _plain_parts(event: Event, within: str) -> dict[str, bytes]:
    whole = msgspec.json.encode(event)
    if closed := within or event.closed:
        return {closed: msgspec.json.encode(_Closed(event.kind, msgspec.Raw(whole)))}
    if not event.compartments:
        return {RECORD: whole}
    split: dict[str, dict[str, msgspec.Raw]] = {RECORD: {}}
    for name, value in _fields.decode(whole).items():
        split.setdefault(event.compartments.get(name, RECORD), {})[name] = value
    return {compartment: msgspec.json.encode(fields) for compartment, fields in split.items()}


def seal_event(event: Event, *, entry_id: str, stream: str, within: str = "") -> bytes:
    """The body of an entry, sealed with the stream's keys; keys that are missing are made first, durably."""
    plain = _plain_parts(event, within)
    keys = keyring.keys_for(stream, plain)
    about = entry_id.encode()
    return msgspec.msgpack.encode(
        [(keys[name][0], *seal(keys[name][1], text, about=about)) for name, text in plain.items()]
    )


def open_event(
    body: bytes, *, entry_id: str, kind: str, opens: Collection[str], among: Among = keyring.key_among
) -> Event | None:
    """The event, with the compartments in `opens`; None when none of it may, or can, be opened here.

    `among` finds the keys: this node's keyring, or on oversight's machine the keys that came with a feed.
    """
    return open_within(body, entry_id=entry_id, kind=kind, opens=opens, among=among)[0]


def open_within(
    body: bytes, *, entry_id: str, kind: str, opens: Collection[str], among: Among = keyring.key_among
) -> tuple[Event | None, str]:
    """The same, and the closed compartment that the whole of it was said in, if it was."""
    plain = _open_parts(body, entry_id.encode(), opens, among)
    if kind == CLOSED_KIND:
        return _from_closed(plain)
    event_class = EVENTS.get(kind)
    if event_class is None or RECORD not in plain:
        return None, ""
    if len(plain) == 1:
        return _decode(event_class, plain[RECORD]), ""
    merged: dict[str, msgspec.Raw] = {}
    for text in plain.values():
        merged |= _fields.decode(text)
    return _decode(event_class, msgspec.json.encode(merged)), ""


def _open_parts(body: bytes, about: bytes, opens: Collection[str], among: Among) -> Mapping[str, bytes]:
    plain = {}
    for key_id, nonce, ciphertext in _parts.decode(body):
        found = among(key_id, opens)
        if found is None:
            continue
        compartment, key = found
        try:
            plain[compartment] = open_sealed(key, nonce, ciphertext, about=about)
        except CannotOpen:
            # `verify` names the entry that was altered; a screen shows the others.
            continue
    return plain


def _from_closed(plain: Mapping[str, bytes]) -> tuple[Event | None, str]:
    for compartment, text in plain.items():
        closed = _closed.decode(text)
        if event_class := EVENTS.get(closed.kind):
            return _decode(event_class, bytes(closed.event)), compartment
    return None, ""


def _decode(event_class: type[Event], text: bytes) -> Event:
    decoder = _decoders.get(event_class)
    if decoder is None:
        decoder = _decoders[event_class] = msgspec.json.Decoder(event_class)
    event: Event = decoder.decode(text)
    return event


def without(event: Event, opens: Collection[str], *, within: str = "") -> Event | None:
    """The event as a reader sees it who has only the compartments in `opens`: defaults stand for the rest."""
    if closed := within or event.closed:
        return event if closed in opens else None
    if RECORD not in opens:
        return None
    hidden = [name for name, compartment in event.compartments.items() if compartment not in opens]
    if not hidden:
        return event
    blank = _blank(type(event), tuple(hidden))
    return msgspec.structs.replace(event, **blank)


def _blank(event_class: type[Event], names: tuple[str, ...]) -> dict[str, Any]:
    fields = _described(event_class)
    return {
        name: fields[name].default if fields[name].default is not msgspec.NODEFAULT else fields[name].default_factory()
        for name in names
    }


@cache
def _described(event_class: type[Event]) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.name: field for field in msgspec.structs.fields(event_class)}
