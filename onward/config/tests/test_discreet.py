"""Who tried to sign in, and how, is written nowhere: not in a table, a log, an address, a title or an error."""

import logging
import re
import time

import pytest
from django.core.cache import cache
from django.test import Client

from onward.access.models import Account
from onward.config.logs import SAME_IN_AN_HOUR, Discreet, Seldom
from tests.cast import PASSWORD
from tests.test_permissions import addresses

TYPED = "canary-heron-977"
WORDS = "a canary of four words"


@pytest.fixture(autouse=True)
def _no_throttle_left():
    cache.clear()


def tables(programme):
    names = [name for (name,) in programme.sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: programme.sql(f'SELECT * FROM "{name}"') for name in names}


def test_a_flood_of_tries_leaves_neither_name_nor_address_nor_password(programme, cast, caplog):
    before = tables(programme)
    client = Client(REMOTE_ADDR="203.0.113.77", headers={"user-agent": "CanaryBrowser"})
    with caplog.at_level(logging.DEBUG):
        answers = [client.post("/sign-in", {"login": TYPED, "password": WORDS}) for _ in range(8)]
    assert {answer.status_code for answer in answers} <= {422, 429}
    after = tables(programme)
    for canary in (TYPED, WORDS, "203.0.113.77", "CanaryBrowser"):
        assert canary not in str(after)
    told = "\n".join(Discreet().format(record) for record in caplog.records)
    assert TYPED not in told
    assert "203.0.113.77" not in told
    assert {name for name in after if after[name] != before[name]} <= {"django_session"}


def test_a_flood_fills_no_disk_with_its_log():
    seldom, written = Seldom(), []
    for number in range(5000):
        about = {"status_code": 503 if number % 2 else 403, "created": 7200.0 + number / 2000, "msg": f"/door/{number}"}
        record = logging.makeLogRecord({"name": "django.request", "levelno": logging.ERROR, **about})
        if seldom.filter(record):
            written.append(Discreet().format(record))
    assert len(written) == 2 * SAME_IN_AN_HOUR
    assert sum(line.endswith(" more") for line in written) == 2
    later = logging.makeLogRecord({"name": "django.request", "status_code": 503, "created": 10801.0})
    ours = [logging.makeLogRecord({"name": "onward.nightly", "msg": "ours", "created": 10801.0}) for _ in range(100)]
    assert all(seldom.filter(one) for one in (later, *ours))


def test_tries_are_put_off_by_name_and_the_cool_off_ends(cast, monkeypatch):
    name = Account.objects.get(staff=cast.sami.id).username
    for number in range(6):  # from as many addresses: the name is what is guarded
        Client(REMOTE_ADDR=f"10.0.0.{number}").post("/sign-in", {"login": name, "password": WORDS})
    fresh = Client(REMOTE_ADDR="10.0.0.99")
    assert "Wait five minutes" in fresh.post("/sign-in", {"login": name, "password": PASSWORD}).content.decode()
    later = time.time() + 301
    monkeypatch.setattr(time, "time", lambda: later)
    assert fresh.post("/sign-in", {"login": name, "password": PASSWORD}).status_code == 302


def test_tries_are_put_off_by_address_whatever_the_name(cast):
    client = Client(REMOTE_ADDR="10.0.0.7")
    for number in range(11):
        client.post("/sign-in", {"login": f"canary-heron-{number}", "password": WORDS})
    own = Account.objects.get(staff=cast.sami.id).username
    assert client.post("/sign-in", {"login": own, "password": PASSWORD}).status_code in (422, 429)
    assert Client(REMOTE_ADDR="10.0.0.8").post("/sign-in", {"login": own, "password": PASSWORD}).status_code == 302


def test_no_title_names_who_signs_in_and_no_page_repeats_a_password(cast):
    answer = Client().post("/sign-in", {"login": TYPED, "password": WORDS})
    page = answer.content.decode()
    assert TYPED not in re.search(r"<title>(.*?)</title>", page)[1]
    assert WORDS not in page
    assert "Location" not in answer


EXEMPT = {
    "door:leave": "the way out must never fail, and being led out harms nobody",
    "door:keep_words": "takes what is sealed already, from anybody",
}


def test_every_address_refuses_a_post_that_came_from_elsewhere(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(Account.objects.get(staff=cast.sami.id))
    taken = []
    for name, route, _address in addresses():
        path = "/" + re.sub(r"<[^>]*>", "1" * 32, route)
        answer = client.post(path, headers={"origin": "https://elsewhere.example"})
        if answer.status_code not in (403, 404, 405) and name not in EXEMPT:
            taken.append(f"{name}: {answer.status_code}")
    assert taken == []
