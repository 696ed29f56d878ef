"""The doors to the local network: TLS for the program, and a plain page that says how a phone comes to trust it.

The process that holds the keys opens them when it is unlocked, beside its supervisor's own door on loopback: so the
private key of the certificate lies in the memory of that process alone, and a locked programme has no door to the
network at all. It is unlocked where it runs.
"""

import asyncio
import os
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any

import msgspec

from onward.config.tls import Certificates, certificates, names_of_this_machine
from onward.kit import dates
from onward.sealing.certificates import as_pem, fingerprint_of, names_in

LAN = "ONWARD_LAN"
"""Set by `serve --tls` for its workers: the ports and the names, as JSON."""
EVERYWHERE = "0.0.0.0"  # noqa: S104 - the network is asked for by name
THREADS = 2
NO_TLS: tuple[Any, ...] = (False, None, None, None, "tls1.3", None, [], False)

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Lan(msgspec.Struct, frozen=True, kw_only=True):
    """Where this programme is reached on the local network, and how a phone knows that it is the right one."""

    port: int
    install_port: int
    names: tuple[str, ...]
    fingerprint: str = ""
    authority: bytes = b""

    @property
    def addresses(self) -> list[str]:
        """The address of the program, by each name that means something elsewhere."""
        return [f"https://{_in_address(name)}:{self.port}/" for name in self.names if _is_elsewhere(name)]

    @property
    def install_addresses(self) -> list[str]:
        """Where a phone finds the certificate: by number first, since nothing has been agreed on for a number."""
        named = [name for name in self.names if _is_elsewhere(name)]
        named.sort(key=lambda name: not name.replace(".", "").isdigit())
        return [f"http://{_in_address(name)}:{self.install_port}/" for name in named]


def _in_address(name: str) -> str:
    return f"[{name}]" if ":" in name else name


def _is_elsewhere(name: str) -> bool:
    return name != "localhost" and not name.startswith("127.")


def wanted(port: int, install_port: int, own_names: Sequence[str]) -> Lan:
    """What `serve --tls` asks for."""
    return Lan(port=port, install_port=install_port, names=tuple(names_of_this_machine(own_names)))


_opening = threading.Lock()
_open: list[Any] = []


def open_doors(program: Application) -> None:
    """Open them, if this process was told to and is unlocked. Says so in a sentence where it cannot be done."""
    told = os.environ.get(LAN)
    with _opening:
        if not told or _open:
            return
        from django.conf import settings

        lan = msgspec.json.decode(told, type=Lan)
        try:
            made = certificates(settings.ONWARD_DATA, lan.names, at=dates.now())
            _open.append(_door(lan.port, program, tls=made))
            from onward.config.installing import answer_install

            _open.append(_door(lan.install_port, answer_install))
        except (AttributeError, OSError, RuntimeError, TypeError, ValueError) as refused:
            sys.stderr.write(f"The network has no door: {refused or type(refused).__name__}\n")
            return
        lan = _vouched(lan, made)
        settings.LAN = lan
        settings.ALLOWED_HOSTS = [*dict.fromkeys([*settings.ALLOWED_HOSTS, *map(_in_address, lan.names)])]


def _vouched(lan: Lan, made: Certificates) -> Lan:
    """The same under the names alone for which there is a certificate; what is left out is said."""
    known = names_in(made.server.certificate)
    if missing := [name for name in lan.names if name not in known]:
        sys.stderr.write(
            f"Not reached as {', '.join(missing)}: `onward certificate replace` makes an authority for it.\n"
        )
    names = tuple(name for name in lan.names if name in known)
    fingerprint = fingerprint_of(made.authority)
    return msgspec.structs.replace(lan, names=names, fingerprint=fingerprint, authority=made.authority)


def _door(port: int, program: Application, *, tls: Certificates | None = None) -> Any:
    """One more listener of the server, within this process."""
    scheduler: Any = import_module("granian._futures")
    inner: Any = import_module("granian._granian")
    wrapping: Any = import_module("granian.wsgi")

    loop = asyncio.new_event_loop()
    listening = inner.ListenerSpec(EVERYWHERE, port, 128).build()
    secured, held = (NO_TLS, None) if tls is None else _secured(tls)
    own = (1, 1, THREADS, 30, 128, "auto" if tls else "1", None, None, None)
    worker = inner.WSGIWorker(1, (None, listening), None, *own, *secured, (None, None))
    told = inner.WorkerSignal()
    answering = wrapping._callback_wrapper(program, {})  # noqa: SLF001 - granian has no public door within a process
    worker.serve_mtr(scheduler._new_cbscheduler(loop, answering, impl_asyncio=True), loop, told)  # noqa: SLF001 - as above
    if held is not None:
        os.close(held)
    return worker, told, loop, listening


def _secured(tls: Certificates) -> tuple[tuple[Any, ...], int]:
    """What the listener reads its certificate and key from: memory that has no name in any folder."""
    held = os.memfd_create("tls")
    both = tls.server.certificate + as_pem(tls.server.key)
    os.write(held, both)
    path = f"/proc/self/fd/{held}"
    return (True, path, path, None, "tls1.3", None, [], False), held
