"""Telling oversight: anybody may, nothing but an envelope is taken, and nothing says who it was."""

import logging

import pytest
from django.test import Client
from django.urls import reverse

from onward.oversight.rules.feeding import BATCH
from onward.oversight.tests.watching import watching
from onward.sealing.envelopes import MOST_WAITING
from tests.cast import client_for, resident
from tests.housing import arrive

BYTES = "application/octet-stream"


@pytest.fixture
def watch(programme, cast):
    return watching().named(cast.adam)


def give(content: bytes, client: Client | None = None, kind: str = BYTES):
    return (client or Client()).post(
        reverse("door:keep_words"), content, content_type=kind, headers={"content-length": str(len(content))}
    )


def kept(programme, item: bytes) -> int:
    return [bytes(one) for (one,) in programme.sql("SELECT sealed FROM oversight_sealeditem")].count(item)


def test_an_envelope_is_kept_and_the_answer_says_nothing(programme, watch, caplog):
    item = watch.item(words="x")
    before = programme.sql("SELECT count(*) FROM journal_entry")
    with caplog.at_level(logging.DEBUG, logger="onward"):
        answer = give(item)
    assert (answer.status_code, answer.content, dict(answer.cookies)) == (204, b"", {})
    assert give(item).status_code == 204
    assert kept(programme, item) == 1
    assert programme.sql("SELECT count(*) FROM journal_entry") == before
    assert caplog.text == ""


def test_what_is_no_envelope_is_not_taken(programme, watch):
    item = watch.item(words="x")
    plain = b"about=treatment&words=The+guard+took+my+ring."
    wrong = [plain, item[:-1], item + b"x", b"", bytes(len(item)), b"x" * 2_000_000]
    assert {give(each).status_code for each in wrong} == {422}
    assert give(plain, kind="application/x-www-form-urlencoded").status_code == 422
    assert give(item, kind="text/plain").status_code == 422
    assert programme.sql("SELECT count(*) FROM oversight_sealeditem") == [(0,)]


def test_a_resident_who_is_signed_in_leaves_no_more_than_anybody(programme, cast, watch):
    client = client_for(resident(arrive(programme, cast, "Quiet Cedar")))
    assert give(watch.item(words="x"), client).status_code == 204
    columns = {row[1] for row in programme.sql("PRAGMA table_info(oversight_sealeditem)")}
    assert columns == {"number", "sealed", "listed", "feed"}


def test_the_page_has_no_form_that_could_send_words(watch):
    page = Client().get(reverse("door:tell_oversight")).content.decode()
    forms = page.split("<form")[1:]
    assert all("textarea" not in form.split("</form>")[0] for form in forms)
    assert watch.watcher.recipient in page
    assert watch.watcher.fingerprint in Client().get(reverse("door:paper")).content.decode()
    assert "<title>Onward</title>" in page


def test_where_no_oversight_is_named_nothing_is_taken(programme, cast):
    item = watching().item(words="x")
    assert give(item).status_code == 422
    page = Client().get(reverse("door:tell_oversight")).content.decode()
    assert "No oversight is named here yet." in page
    assert "data-seal" not in page


def test_a_flood_is_put_off(programme, watch, monkeypatch):
    monkeypatch.setattr("onward.oversight.queries.envelopes.MOST_WAITING", BATCH)
    assert [give(watch.item(words=str(each))).status_code for each in range(BATCH + 1)] == [204] * BATCH + [503]
    assert MOST_WAITING > 100
