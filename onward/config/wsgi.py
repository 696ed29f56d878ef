"""The server's one door: Django when this process is unlocked; else the page that asks for the passphrase."""

import os
from collections.abc import Callable, Iterable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward.config.settings")

from onward.config.worker import begin_worker

begin_worker()

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from onward.config.locked import answer_locked
from onward.sealing import vault

_unlocked = get_wsgi_application()
len(get_resolver().url_patterns)  # imported now, so that the first page does not wait for it


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer one request."""
    if vault.is_unlocked():
        return _unlocked(environ, start_response)
    return answer_locked(environ, start_response)
