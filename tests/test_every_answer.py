"""Every answer of every address carries the headers by which a browser keeps nothing and runs nothing of others."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings as ours
from django.test import Client
from django.urls import reverse

from onward.config import locked
from tests.cast import client_for
from tests.headers import ALWAYS, POLICY, bare
from tests.test_permissions import places  # noqa: F401 - a fixture

ROOT = Path(__file__).parent.parent


def test_every_address_answers_with_them_to_a_visitor_and_to_staff(cast, places):  # noqa: F811 - the fixture
    clients = [Client(), client_for(cast.staff["case_worker"])]
    public = [reverse(name) for name in ("account_login", "account_logout", "door:sign_in", "door:month", "desk:front")]
    found = {}
    for path in (*(path for path, _ in places), *public):
        for client in clients:
            answer = client.get(path)
            if lacks := bare(answer):
                found[f"{path} {answer.status_code}"] = lacks
    assert found == {}


@pytest.mark.parametrize(
    ("path", "more", "status"),
    [
        ("/nowhere", {}, 404),
        ("/", {"HTTP_HOST": "elsewhere.example"}, 400),
        ("/door/leave", {}, 405),
        (f"{ours.STATIC_URL}ui/look.css", {}, 200),
        (f"{ours.STATIC_URL}ui/none.css", {}, 404),
        ("/static/../../etc/passwd", {}, 404),
    ],
)
def test_a_refusal_and_a_file_carry_them_too(programme, path, more, status):
    answer = Client().get(path, **more)
    answer.close()
    assert answer.status_code == status
    assert bare(answer, path) == []


def test_a_request_is_never_sent_back_as_an_answer(cast):
    for client, path in ((Client(), "/door/"), (Client(), "/sign-in"), (client_for(cast.staff["case_worker"]), "/")):
        answer = client.generic("TRACE", path, HTTP_X_CANARY="Amina Canary")
        assert b"Canary" not in answer.content
        assert answer["Content-Type"].startswith("text/html")
        assert bare(answer) == []


def test_a_failure_and_a_form_from_elsewhere_carry_them_too(programme, settings):
    settings.ROOT_URLCONF = "onward.config.tests.pages"
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    for answer, status in ((client.get("/broken"), 500), (client.post("/posted"), 403)):
        assert answer.status_code == status
        assert bare(answer) == []


@pytest.mark.parametrize("path", ["/", "/residents/"])
def test_a_locked_programme_carries_them_too(path):
    said = {}
    asked = {"HTTP_HOST": "127.0.0.1", "PATH_INFO": path, "REQUEST_METHOD": "GET", "wsgi.input": BytesIO()}
    locked.answer_locked(asked, lambda _status, headers: said.update(headers))
    assert {name: said.get(name) in value for name, value in ALWAYS.items()} == dict.fromkeys(ALWAYS, True)
    assert [each for each in POLICY if each not in said["Content-Security-Policy"]] == []
    assert said["Cache-Control"] == "no-store"


AS_DEPLOYED = """
import django; django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test import Client
call_command("check", deploy=True, fail_level="WARNING")
answer = Client().get("/nowhere", HTTP_HOST="onward.lan")
print(answer["Strict-Transport-Security"], settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
"""


def test_with_tls_the_settings_hold_what_a_deployment_wants():
    folder = {"ONWARD_DATA": str(ROOT / "tests/deployed"), "DJANGO_SETTINGS_MODULE": "onward.config.settings"}
    begun = [sys.executable, "-c", AS_DEPLOYED]
    # As a deployment starts, whatever a browser test has left in this worker's environment.
    known = {name: said for name, said in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    done = subprocess.run(begun, cwd=ROOT, env={**known, **folder}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].split(" ") == [
        "max-age=31536000;",
        "includeSubDomains",
        "__Host-onward_session",
        "__Host-onward_csrf",
    ]


ON_OVERSIGHTS_MACHINE = """
import django; django.setup()
from django.test import Client
from django.urls import get_resolver
from tests.headers import bare
asked = ["/", "/nowhere", "/static/ui/look.css", "/static/none.css"]
asked += ["/" + str(each.pattern).replace("<str:", "").replace(">", "") for each in get_resolver().url_patterns]
for path in asked:
    for answer in (Client().get(path), Client(enforce_csrf_checks=True).post(path)):
        if lacks := bare(answer):
            print(path, answer.status_code, lacks)
"""


def test_oversights_own_program_answers_with_them_too(tmp_path):
    of_its_own = {"ONWARD_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "onward.watch.settings"}
    done = subprocess.run(
        [sys.executable, "-c", ON_OVERSIGHTS_MACHINE],
        cwd=ROOT,
        env={**os.environ, **of_its_own},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
