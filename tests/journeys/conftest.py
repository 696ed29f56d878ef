"""A served programme for each story, with the cast in it, and the windows into it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.test import override_settings
from playwright.sync_api import Browser

from onward.access.models import Account
from onward.access.rules import Actor
from onward.kit.dates import now
from tests.cast import PASSWORD, Cast
from tests.journeys.codes import give_everybody_an_app
from tests.journeys.serving import Served
from tests.journeys.windows import Windows
from tests.programme import PASSPHRASE, Programme

REAL = override_settings(PASSWORD_HASHERS=["onward.access.rules.credentials.Argon2"])


class Stage:
    """A programme that is served: its cast, its server, and who signs in by which name."""

    def __init__(self, programme: Programme, cast: Cast, windows: Callable[..., Windows], served: Served) -> None:
        self.programme, self.cast, self.served, self.windows = programme, cast, served, windows
        self.usernames: dict[str, str] = {}

    def ended(self) -> datetime:
        """Stop the server and take its folder over. Gives the moment at which the story ended."""
        self.served.stop()
        self.programme.open()
        return self.served.now

    def username(self, actor: Actor) -> str:
        return self.usernames[actor.id]


def _sign_in_names() -> dict[str, str]:
    """Everybody's sign-in name; their passwords kept as the real server keeps them, and an app for the second step."""
    with REAL:
        Account.objects.update(password=make_password(PASSWORD))
    give_everybody_an_app()
    return dict(Account.objects.values_list("staff", "username"))


@contextmanager
def staged(programme: Programme, cast: Cast, chromium: Browser) -> Iterator[Stage]:
    """Serve a programme from the coming noon on, and close every window in the end."""
    usernames = _sign_in_names()
    programme.close()
    noon = (now() + timedelta(days=1)).replace(hour=12, minute=0)
    served = Served(programme.folder, PASSPHRASE, noon)
    opened: list[Windows] = []

    def windows(**how: object) -> Windows:
        opened.append(Windows(chromium, served, **how))
        return opened[-1]

    stage = Stage(programme, cast, windows, served)
    stage.usernames = usernames
    yield stage
    for each in opened:
        each.close()
    served.stop()


@pytest.fixture
def stage(programme: Programme, cast: Cast, chromium: Browser) -> Iterator[Stage]:
    with staged(programme, cast, chromium) as stage:
        yield stage
