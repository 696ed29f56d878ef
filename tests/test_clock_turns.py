"""The machine's clock goes wrong by years, backwards, or stands still: in the running program."""

import re
import time
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlcipher3
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from onward.access.models import Account
from onward.access.tests.test_passkeys import asked, at_the_second_step, with_passkey
from onward.access.tests.test_second_step import code_for, with_second_step
from onward.cases.queries import case_for
from onward.config import locked, sqlcipher
from onward.config.cli import serving
from onward.config.cli.words import Refused
from onward.config.erasing.act import erase_due
from onward.config.unlocking import weigh_date
from onward.homecoming.tests.story import Story
from onward.journal import clock, reading, rows
from onward.kit import dates
from onward.kit.dates import end_of, start_of
from onward.sealing import locking, vault
from onward.waiting.queries import account_for
from tests.cast import PASSWORD, client_for
from tests.programme import PASSPHRASE

YEARS = (timedelta(days=3653), -timedelta(days=3653))


@pytest.fixture
def turn(monkeypatch):
    """Turn the wall clock of everything; the steady one goes on."""
    real = (time.time, dates.now)

    def turned(by: timedelta) -> None:
        monkeypatch.setattr(time, "time", lambda: real[0]() + by.total_seconds())
        monkeypatch.setattr(clock, "_wall_ms", lambda: int((real[0]() + by.total_seconds()) * 1000))
        monkeypatch.setattr("django.utils.timezone.now", lambda: real[1]() + by)

    yield turned
    clock.forget()


def wish(client, case, **more):
    address = reverse("homecoming:record_wish", args=[case])
    form = client.get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    return client.post(address, {**sent, "wish": "home", "country": "France", "informed": "All.", **more})


@pytest.mark.parametrize("by", YEARS)
def test_where_nobody_looked_nothing_is_written_until_somebody_says_that_the_date_is_right(
    programme, cast, turn, by, monkeypatch
):
    story = Story(programme, cast)
    turn(by)
    monkeypatch.setenv("ONWARD_SERVING", "1")
    weigh_date(settings.ONWARD_DATA)
    monkeypatch.delenv("ONWARD_SERVING")
    client, entries = client_for(cast.sami), rows.count()
    page = client.get("/today").content.decode()
    assert "Nothing can be written until somebody says that this is right." in page
    assert client.get(reverse("desk:case", args=[story.case])).status_code == 200
    refused = wish(client, story.case)
    assert (refused.status_code, rows.count()) == (422, entries)
    assert erase_due() == (0, 0)
    assert client.post(reverse("waiting:confirm_date")).status_code == 302
    assert "Nothing can be written" not in client.get("/today").content.decode()
    assert wish(client, story.case).status_code == 302
    last = reading.history(story.case)[-1]
    assert last.kind == "homecoming.wish_recorded"  # the order is the journal's, whatever the clock says
    assert last.recorded_at > reading.history(story.case)[-2].recorded_at


@pytest.mark.parametrize("by", YEARS)
def test_staff_sign_in_and_out_whatever_the_clock_says(programme, cast, turn, by):
    turn(by)
    client = Client()
    who = {"login": Account.objects.get(staff=cast.salma.id).username, "password": PASSWORD}
    assert client.post(reverse("account_login"), who).status_code == 302
    assert client.get("/").status_code in (200, 302)
    turn(timedelta(0))
    answer = client.get("/")
    assert answer.status_code in (200, 302)
    assert Client().post(reverse("account_login"), who).status_code == 302


def test_a_session_ends_when_the_clock_leaps_over_its_end(programme, cast, turn):
    client = client_for(cast.sami)
    assert client.get("/today").status_code == 200
    turn(timedelta(days=2))
    assert client.get("/today").status_code == 302


def test_a_clock_that_stands_still_keeps_the_order(programme, cast):
    with programme.at(datetime(2026, 3, 5, 12, tzinfo=UTC)):
        story = Story(programme, cast).until("consent")
    said = reading.history(story.case)
    assert [one.number for one in said] == sorted(one.number for one in said)
    assert len({one.recorded_at for one in said}) == len(said)


@pytest.mark.parametrize("zone", ["Europe/Paris", "Asia/Damascus"])
def test_days_have_24_hours_or_not_and_each_is_counted_once(programme, cast, zone, settings):
    settings.TIME_ZONE = zone
    from django.utils import timezone

    timezone.get_default_timezone.cache_clear()
    try:
        with programme.at(start_of(date(2026, 3, 20)) + timedelta(hours=9)):
            story = Story(programme, cast)
        spring = date(2026, 3, 29)
        assert (end_of(spring) - start_of(spring)) <= timedelta(hours=24)
        with programme.at(start_of(date(2026, 11, 20)) + timedelta(hours=1)):
            account = account_for(cast.sami, story.case)
            assert sum(row.days for row in account.rows) == account.days
            arrived = case_for(cast.sami, story.case).arrived_on
            assert account.days == (date(2026, 11, 20) - arrived).days
    finally:
        timezone.get_default_timezone.cache_clear()


def test_who_unlocks_by_hand_is_asked_about_a_date_that_is_far(programme, turn, monkeypatch):
    monkeypatch.setattr(locking, "name_holder", lambda _folder, **_since: True)
    turn(YEARS[0])
    held, environ = vault.secrets(), {"PATH_INFO": "/", "REQUEST_METHOD": "POST"}
    vault.forget()
    try:
        status, page = unlock(environ, f"passphrase={PASSPHRASE}")
        assert status.startswith("422")
        assert 'name="date_is_right"' in page
        assert not vault.is_unlocked()
        assert unlock(environ, f"passphrase={PASSPHRASE}&date_is_right=1")[0].startswith("303")
        assert (vault.is_unlocked(), clock.is_doubted()) == (True, False)
    finally:
        vault.hold(held)


def unlock(environ, body):
    from io import BytesIO

    said = []
    form = {"wsgi.input": BytesIO(body.replace(" ", "+").encode()), "CONTENT_LENGTH": str(len(body))}
    answer = locked.answer_locked({**ENVIRON, **environ, **form}, lambda status, _headers: said.append(status))
    return said[0], b"".join(answer).decode()


ENVIRON = {"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "wsgi.url_scheme": "http"}


def test_an_old_sqlite_is_refused_in_one_sentence_and_swap_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(sqlcipher3, "sqlite_version_info", (3, 51, 2))
    assert "needs SQLite 3.51.3 or later" in sqlcipher.fault()
    monkeypatch.setitem(__import__("sys").modules, "onward.config.sqlcipher", None)
    with pytest.raises(Refused):
        serving._check_machine()
    head = "Filename Type Size Used Priority\n"
    for lines, swaps in (("", False), ("/dev/sda2 partition 9 0 -2\n", True), ("/dev/zram0 partition 9 0 5\n", False)):
        (tmp_path / "swaps").write_text(head + lines)
        assert serving.swaps(tmp_path / "swaps") is swaps
    assert serving.swaps(tmp_path / "none") is False


@pytest.mark.parametrize("by", YEARS)
def test_a_code_of_the_app_is_refused_then_and_a_spare_code_or_a_passkey_lets_in(programme, cast, turn, by):
    client, secret = with_second_step(cast.sami)
    spare = re.findall(r"<li><code>([0-9a-z]+)</code></li>", client.get("/account/codes").content.decode())
    _, key = with_passkey(cast.nadia)
    right = code_for(secret)
    turn(by)
    cache.clear()
    client = at_the_second_step(cast.sami)
    assert client.post("/sign-in/code", {"code": right}).status_code == 422
    assert client.post("/sign-in/code", {"code": spare[0]}).status_code == 302
    assert client.get("/today").status_code == 200
    client = at_the_second_step(cast.nadia)
    answer = key.got(asked(client.get("/sign-in/code")))
    assert client.post("/sign-in/code", {"credential": answer}).status_code == 302
    assert client.get("/account").status_code == 200
