import logging
import re

import pytest
from django.test import Client

from onward.config.logs import Discreet, configure


@pytest.fixture
def client(programme, settings):
    settings.ROOT_URLCONF = "onward.config.tests.pages"
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        ("/not-found", 404, "There is nothing here."),
        ("/nowhere-at-all", 404, "There is nothing here."),
        ("/not-allowed", 403, "This is not part of your work."),
        ("/rule-broken", 422, "A family is not parted."),
        ("/outdated", 409, "Somebody wrote here before you."),
        ("/broken", 500, "Something broke here."),
    ],
)
def test_each_refusal_is_a_page_with_one_clear_sentence(client, path, status, sentence):
    answer = client.get(path)
    page = answer.content.decode()
    assert answer.status_code == status
    assert sentence in page
    assert "Canary" not in page
    assert "Traceback" not in page


def test_a_form_from_elsewhere_is_refused(client):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/posted")
    assert answer.status_code == 403
    assert "<h1>Nothing was saved.</h1>" in answer.content.decode()
    assert "part of your work" not in answer.content.decode()


def test_a_door_that_was_tried_is_in_the_log_in_universal_time_and_who_tried_it_is_not(client, capsys):
    configure()
    client.get("/not-allowed?name=Amina+Canary")
    said = capsys.readouterr().err
    assert re.match(r"\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z WARNING onward.config.errors refused .*pages.* to nobody", said)
    assert "Canary" not in said


def test_a_host_name_that_is_not_ours_is_refused(client):
    assert client.get("/fine", headers={"host": "elsewhere.example"}).status_code == 400


@pytest.mark.parametrize("path", ["/fine", "/not-found", "/broken"])
def test_every_answer_forbids_what_no_page_needs(client, path):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_static_files_may_be_kept_under_an_address_that_changes_with_them(client, settings):
    answer = client.get(f"{settings.STATIC_URL}ui/look.css", headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200
    assert "max-age=31536000" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Encoding"] == "gzip"
    answer.close()
    missing = client.get(f"{settings.STATIC_URL}ui/none.css")
    assert missing.headers["Cache-Control"] == "no-store"


def test_the_log_names_the_route_and_the_place_and_nobody(client, capsys):
    record = _logged(client, "/broken?name=Amina+Canary")
    line = Discreet().format(record)
    assert "Canary" not in line
    assert "?" not in line
    assert "builtins.ValueError at tests/pages.py" in line
    assert "500" in line


def test_another_librarys_message_is_not_repeated():
    foreign = logging.LogRecord("somelibrary", logging.ERROR, "x.py", 1, "about %s", ("Amina Canary",), None)
    ours = logging.LogRecord("onward.config", logging.INFO, "x.py", 1, "unlocked", (), None)
    assert "Canary" not in Discreet().format(foreign)
    assert "somelibrary" in Discreet().format(foreign)
    assert "unlocked" in Discreet().format(ours)


def _logged(client, path):
    found = []

    class Catch(logging.Handler):
        def emit(self, record):
            found.append(record)

    handler = Catch()
    logging.getLogger("django.request").addHandler(handler)
    try:
        client.get(path)
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    return found[-1]
