"""The certificates of this place, in its data folder: what is public in the clear, the private keys sealed."""

import os
import socket
import struct
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from secrets import token_hex

import msgspec

from onward.sealing import unwrap, vault, wrap
from onward.sealing.certificates import Pair, is_stale, issue, make_authority, names_in, vouched

FOLDER = "tls"
AUTHORITY, SERVER = "authority", "server"
SIOCGIFADDR = 0x8915


class Certificates(msgspec.Struct, frozen=True):
    """The authority that phones come to trust, and the server's own pair, which it vouches for."""

    authority: bytes
    server: Pair


def certificates(folder: Path, names: Sequence[str], *, at: datetime, anew: bool = False) -> Certificates:
    """Those in the folder, made where they are missing; the server's made anew near its end, or for other names.

    A name outside local networks that was not said when the authority was made is left out.
    """
    authority = _kept(folder, AUTHORITY)
    if authority is None:
        authority = make_authority(f"Site certificate {token_hex(3)}", at=at, others=names)
        _keep(folder, AUTHORITY, authority)
    server, names = _kept(folder, SERVER), vouched(authority.certificate, names)
    if server is None or anew or is_stale(server.certificate, names, at=at):
        server = issue(authority, names, at=at)
        _keep(folder, SERVER, server)
    return Certificates(authority=authority.certificate, server=server)


def kept_names(folder: Path) -> list[str]:
    """The names that the server's certificate in the folder is for; none where there is none."""
    server = _kept(folder, SERVER)
    return [] if server is None else names_in(server.certificate)


def replace_authority(folder: Path) -> None:
    """Forget the authority and what it vouched for: the next start makes another, which phones must take anew."""
    for what in (SERVER, AUTHORITY):
        for path in _paths(folder, what):
            path.unlink(missing_ok=True)


def _paths(folder: Path, what: str) -> tuple[Path, Path]:
    return folder / FOLDER / f"{what}.pem", folder / FOLDER / f"{what}.key"


def _about(what: str) -> bytes:
    return f"tls {what}".encode()


def _kept(folder: Path, what: str) -> Pair | None:
    certificate, key = _paths(folder, what)
    try:
        sealed = key.read_bytes()
        return Pair(certificate.read_bytes(), unwrap(vault.secrets().wrapping_key, sealed, about=_about(what)))
    except FileNotFoundError:
        return None


def _keep(folder: Path, what: str, pair: Pair) -> None:
    certificate, key = _paths(folder, what)
    certificate.parent.mkdir(mode=0o700, exist_ok=True)
    _put(key, wrap(vault.secrets().wrapping_key, pair.key, about=_about(what)))
    _put(certificate, pair.certificate)


def _put(path: Path, content: bytes) -> None:
    fresh = path.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def names_of_this_machine(own: Sequence[str] = ()) -> list[str]:
    """By what others on the network may reach this machine: names of its own choosing first, then what it is called,
    then its addresses."""
    called = socket.gethostname().split(".")[0].lower()
    names = [*own, *([f"{called}.local"] if called.replace("-", "").isalnum() else []), *_addresses()]
    return [*dict.fromkeys([*names, "localhost", "127.0.0.1"])]


def _addresses() -> list[str]:
    """The addresses of this machine's networks; none where the system does not say."""
    import fcntl

    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _number, name in socket.if_nameindex():
            with suppress(OSError):
                answer = fcntl.ioctl(asking.fileno(), SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
                found.append(socket.inet_ntoa(answer[20:24]))
    return [one for one in found if not one.startswith("127.")]
