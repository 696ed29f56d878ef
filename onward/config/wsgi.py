"""The server's one door: Django when this process is unlocked; else the page that asks for the passphrase."""

from collections.abc import Callable, Iterable
from typing import Any

from onward.config import idle, nightly
from onward.config.folder import data_folder
from onward.config.unlocking import bring_up_to_date, weigh_date
from onward.config.worker import begin_worker
from onward.sealing import vault

begin_worker()  # before Django, so that its settings find the keys


def _django() -> Callable[..., Iterable[bytes]]:
    from django.core.wsgi import get_wsgi_application
    from django.urls import get_resolver

    application = get_wsgi_application()
    if vault.is_unlocked():
        bring_up_to_date()
        weigh_date(data_folder())
        nightly.begin()
        idle.begin()
    len(get_resolver().url_patterns)  # imported now, so that the first page does not wait for it
    return application


_unlocked = _django()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer one request."""
    if vault.is_unlocked():
        return _unlocked(environ, start_response)
    from onward.config.locked import answer_locked

    return answer_locked(environ, start_response)


def open_to_the_network() -> None:
    """Let the local network in, where that was asked for."""
    from onward.config.lan import open_doors

    open_doors(application)


if vault.is_unlocked():
    open_to_the_network()
