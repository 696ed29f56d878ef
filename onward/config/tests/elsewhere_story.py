"""A programme that names another sign-in, lived through in a process of its own: `python -m` this, with its folder."""

import html
import os
import re
import sys
import threading
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

from onward.config.tests.provider import CLIENT, SECRET, Provider, new_key
from tests.pace import lock_cheaply

lock_cheaply()
FOLDER = Path(sys.argv[1])
PROVIDER = Provider()
(FOLDER / "word").write_text(f"{SECRET}\n")
(FOLDER / "programme.toml").write_text(
    f'[oidc]\nname = "Relief House"\naddress = "{PROVIDER.address}"\nclient = "{CLIENT}"\nsecret = "word"\n'
)
os.environ |= {"ONWARD_DATA": str(FOLDER), "DJANGO_SETTINGS_MODULE": "onward.config.settings"}

import django  # noqa: E402 - the folder first

from onward.sealing import vault  # noqa: E402

vault.create(FOLDER, "a passphrase that only tests use")
django.setup()

from allauth.mfa.totp.internal import auth as totp  # noqa: E402 - after the set-up
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client as Browser  # noqa: E402

from onward.access.actions import add_staff, renew_access  # noqa: E402
from onward.access.models import Account  # noqa: E402
from onward.access.rules import Actor  # noqa: E402
from onward.config.backup.tables import KEPT, LEFT_OUT  # noqa: E402
from onward.journal import clock  # noqa: E402


class Client(Browser):
    def __init__(self) -> None:
        super().__init__(SERVER_NAME="localhost")


BACK = "/sign-in/elsewhere/back"


def led(client: Client, path: str) -> dict[str, str]:
    """Press the button, follow the link, agree over there."""
    page = client.post(path)
    assert page.status_code == 200, page.status_code
    address = re.search(r'<a class="button go" href="([^"]+)"', page.content.decode())
    assert address
    return PROVIDER.agree(html.unescape(address[1]))


def refused(client: Client, words: str, **query: str) -> None:
    """Whoever comes back with this is nobody, and is told one sentence."""
    answer = client.get(BACK, query)
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in"), answer.content
    assert words in client.get("/sign-in").content.decode()
    assert "_auth_user_id" not in client.session


def begun() -> tuple[Any, Actor]:
    """A member of staff, with a second step."""
    call_command("migrate", verbosity=0)
    clock.confirm()
    founder = Actor(id="onward", roles=frozenset({"administrator"}), everywhere=True)
    added = add_staff(founder, name="Rosa", roles=["administrator"], everywhere=True, username="blue-heron")
    account = Account.objects.get()
    account.must_choose_password = False
    account.set_password("five herons over the lake")
    account.save()
    totp.TOTP.activate(account, "JBSWY3DPEHPK3PXP")
    assert added
    return account, founder


def code(which: int) -> str:
    """One of the three codes that are taken now: each is taken once."""
    return totp.format_hotp_value(totp.hotp_value("JBSWY3DPEHPK3PXP", [*totp.yield_hotp_counters_from_time()][which]))


def linked(account: Any) -> None:
    """By the owner alone, who has just said the password; nothing of them is kept."""
    client = Client()
    assert client.post("/account/elsewhere").status_code == 302  # a visitor
    client.force_login(account)
    assert client.post("/account/elsewhere")["Location"].startswith("/account/confirm")  # once it is sure who asks
    said = {"login": "blue-heron", "password": "five herons over the lake"}
    client = Client()
    assert client.post("/sign-in", said)["Location"] == "/sign-in/code"
    answer = client.post("/sign-in/code", {"code": code(1)})
    assert answer["Location"] == "/", answer.content
    client.post("/account/confirm?next=/account/elsewhere", {"password": said["password"]})
    asked = client.get("/account/elsewhere")
    assert b"Whoever runs it could sign in as you" in asked.content, asked.headers
    answer = client.get(BACK, led(client, "/account/elsewhere"))
    assert (answer.status_code, answer["Location"]) == (302, "/account")
    assert b"Linked" in client.get("/account").content
    row = SocialAccount.objects.get()
    assert (row.user_id, row.extra_data) == (account.pk, {})
    assert re.fullmatch("[0-9a-f]{64}", row.uid)
    assert PROVIDER.sent["scope"] == "openid"


def signed_in() -> None:
    """The other sign-in stands for the password, never for the second step."""
    client = Client()
    assert b"Relief House" in client.get("/sign-in").content
    answer = client.get(BACK, led(client, "/sign-in/elsewhere"))
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/code")
    assert client.get("/staff").status_code == 302  # not yet
    for word in ("Canary", "canary", "4711"):
        assert word not in str(dict(client.session))
    assert client.post("/sign-in/code", {"code": code(2)})["Location"] == "/"
    assert client.get("/staff").status_code == 200


def lied_to() -> None:
    """Nothing that does not hold opens anything."""
    failed = "That did not work"
    for lies in ({"aud": "somebody else"}, {"iss": "https://elsewhere.example"}, {"exp": 1}, {"nonce": "old"}):
        PROVIDER.lies = lies
        client = Client()
        refused(client, failed, **led(client, "/sign-in/elsewhere"))
    PROVIDER.lies, PROVIDER.key = {}, new_key()  # signed by another
    client = Client()
    refused(client, failed, **led(client, "/sign-in/elsewhere"))
    PROVIDER.algorithm, PROVIDER.key = "HS256", "the public key, taken for a word between the two" * 2
    client = Client()
    refused(client, failed, **led(client, "/sign-in/elsewhere"))
    PROVIDER.algorithm, PROVIDER.key = "RS256", PROVIDER.published
    client = Client()
    query = led(client, "/sign-in/elsewhere")
    refused(client, failed, **(query | {"state": "another's"}))
    refused(Client(), failed, **query)  # in another browser
    refused(client, failed, state=query["state"], error="access_denied")


def strangers() -> None:
    """Who is known over there alone gets no account; and none is kept of them."""
    PROVIDER.lies = {"sub": "4712"}
    client = Client()
    refused(client, "No account here knows this sign-in", **led(client, "/sign-in/elsewhere"))
    assert (Account.objects.count(), SocialAccount.objects.count()) == (1, 1)
    PROVIDER.lies = {}


def unanswered() -> None:
    """Where the look-up of its name hangs, one is told within seconds; and no more such questions than a few wait."""
    from onward.access.views import recognised

    hangs, begun_at = threading.Event(), time.monotonic()
    with (
        patch.object(recognised, "WAIT_SECONDS", 0.2),
        patch("socket.getaddrinfo", side_effect=lambda *_said, **_more: hangs.wait(30) and []),
    ):
        for _try in range(6):
            client = Client()
            assert client.post("/sign-in/elsewhere").status_code == 302
            assert "cannot be reached from here" in client.get("/sign-in").content.decode()
        assert time.monotonic() - begun_at < 8, "each waits for the look-up"
        assert sum(one.name.startswith("elsewhere") for one in threading.enumerate()) == 4
        hangs.set()


def ended(account: Any, founder: Actor) -> None:
    """A new password ends the link; the other machine away, one is told."""
    renew_access(founder, staff=account.staff)
    assert SocialAccount.objects.count() == 0
    PROVIDER.server.shutdown()
    PROVIDER.server.server_close()
    client = Client()
    assert client.post("/sign-in/elsewhere").status_code == 302
    assert "cannot be reached from here" in client.get("/sign-in").content.decode()


def nothing_kept() -> None:
    assert not SocialApp.objects.exists()
    assert not SocialToken.objects.exists()
    tables = {name for name in connection.introspection.table_names() if name.startswith("socialaccount_")}
    assert tables <= {*KEPT, *LEFT_OUT}
    assert "/userinfo" not in PROVIDER.asked
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{name}"')
            assert "canary" not in str(cursor.fetchall()).lower(), name


if __name__ == "__main__":
    account, founder = begun()
    assert PROVIDER.asked == []  # nothing is asked before somebody wants to sign in
    linked(account)
    signed_in()
    lied_to()
    strangers()
    nothing_kept()
    unanswered()
    ended(account, founder)
    sys.stdout.write("lived through\n")
