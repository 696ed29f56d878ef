"""Whatever is asked, of every address, by anybody: an answer that was meant, never a failure, never a stack trace."""

import random
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from onward.access.rules import GRANTS
from onward.desk import actions
from onward.door.views import entering, locking
from onward.kit.ids import new_id
from tests.cast import client_for, resident
from tests.headers import bare
from tests.journeys.pages import Form, forms
from tests.test_permissions import addresses
from tests.world import NAMES, made

SEED = 20261123
FEW, MANY = 500, 10_000
METHODS = ("GET",) * 8 + ("POST",) * 9 + ("HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW")
ODD = (
    "",
    "0",
    "-1",
    "9" * 400,
    "1e999",
    "NaN",
    "None",
    "null",
    "\x00",
    "a\x00b\x1b[2J",
    "\ud7ff\ufffe",
    "\u202e\u2067אבג",
    "😀" * 80,
    "'; DROP TABLE cases_case; --",
    "%s%n{0}{x}{{y}}{% load %}",
    "<script>alert(1)</script>",
    "../../../etc/passwd",
    "//elsewhere.example",
    "javascript:alert(1)",
    "0001-01-01",
    "9999-12-31T23:59",
    "2026-02-30",
    "x" * 5_000,
    "f" * 32,
    "F" * 32,
    "٠١٢٣٤٥",
    *NAMES,
)
QUERIES = ("after", "before", "site", "stage", "who", "show", "case", "next", "people", "look", "q", "page", "wish")
TYPES = (None,) * 6 + (
    "application/json",
    "multipart/form-data; boundary=",
    "text/plain",
    "multipart/form-data",
    "application/x-www-form-urlencoded; charset=utf-99",
    "\xff",
)
BODIES = (
    b"\xff\xfe\x00entry=\xc3\x28&words=%ff%00%zz",
    b"&".join(b"f%d=1" % number for number in range(2_000)),
    b"words=" + b"x" * 1_100_000,
    b'--edge\r\nContent-Disposition: form-data; name="scan"; filename="a\r\n\r\n',
    b"--edge\r\n" * 500,
    b'{"entry": [[[[[[[[[[',
)
RAW = ("application/x-www-form-urlencoded", "multipart/form-data; boundary=edge", "application/json")
FILES = ("../../../etc/passwd", "a\r\nX: y.pdf", "\x00.png", "x" * 3_000, '";name="entry', "CON.pdf", "صورة.pdf")
CONTENTS = (b"", b"%PDF-", b"\x89PNG\r\n\x1a\n" + bytes(99), b"\xff\xd8\xff" + bytes(99), b"<svg onload=alert(1)>")
HEADERS = (
    {"HTTP_ACCEPT_LANGUAGE": "xx-" * 300},
    {"HTTP_ACCEPT_LANGUAGE": "ar;q=abc, fr;q=1e9"},
    {"HTTP_HX_REQUEST": "true"},
    {"HTTP_HOST": "elsewhere.example"},
    {"HTTP_X_FORWARDED_HOST": "elsewhere.example"},
    {"HTTP_REFERER": "\x00"},
    {"HTTP_COOKIE": "onward_session=" + "y" * 4_000},
    {"HTTP_COOKIE": "onward_language=../../x; onward_csrf=%00"},
    {"HTTP_IF_MODIFIED_SINCE": "yesterday"},
    {"HTTP_RANGE": "bytes=9-1"},
    {"HTTP_ACCEPT_ENCODING": "gzip;q=nonsense"},
)
TELLS = re.compile(r"Traceback|Exception(?!s\b)|django\.|site-packages|SELECT ")
"""Words of a programme that broke; *Exceptions* is the name of a page at the relief counter."""
ENDS_THE_PLAY = ("access:change_staff", "desk:end_staff", "access:renew_access")
"""Sent whole, these leave nobody to ask; they are sent broken."""


class Hostile:
    """Somebody who tries things, the same each time for the same seed."""

    def __init__(self, programme: Any, cast: Any, seed: int) -> None:
        self.dice = random.Random(seed)
        self.world = made(programme, cast)
        self.known = sorted(self.world.ids | {cast.west, cast.checkpoint, cast.relief, cast.adam.id, new_id()})
        residents = [resident(case) for case in self.world.objects["case"]]
        actors = [*cast.staff.values(), cast.wafa, cast.omar, *self.world.strangers.values(), *residents]
        self.actors = [None, *actors]
        self.clients = [self.client(actor) for actor in self.actors]
        self.routes = [(name, route, address) for name, route, address in addresses()]

    def client(self, actor: Any) -> Client:
        client = client_for(actor) if actor else Client()
        client.raise_request_exception = False
        return client

    def value(self) -> str:
        return self.dice.choice(self.known) if self.dice.random() < 0.5 else self.dice.choice(ODD)

    def who(self, permission: str) -> int:
        """Mostly somebody who may, or nearly nothing would be tried behind the first door."""
        able = [at for at, one in enumerate(self.actors) if one and one.roles & GRANTS.get(permission, frozenset())]
        return self.dice.choice(able if able and self.dice.random() < 0.8 else range(len(self.actors)))

    def path(self) -> tuple[str, str, str]:
        name, route, address = self.dice.choice(self.routes)
        for word in address.pattern.converters:
            right = self.dice.choice(self.world.objects.get(word, self.known))
            route = route.replace(f"<str:{word}>", right if self.dice.random() < 0.8 else self.value())
        return name, "/" + route, getattr(address.callback, "permission", "")

    def query(self) -> dict[str, str]:
        return {self.dice.choice(QUERIES): self.value() for _ in range(self.dice.choice((0, 0, 1, 3)))}

    def data(self, client: Client, path: str) -> dict[str, Any]:
        """What the form there would send, here and there something else."""
        form = (forms(client.get(path).content.decode()) or [Form(path, {})])[0]
        said: dict[str, Any] = dict(form.said)
        for field in form.fields.values():
            roll = self.dice.random()
            if field.kind == "file":
                said[field.name] = self.file() if roll < 0.5 else self.value()
                continue
            if roll < 0.3 and field.choices:
                said[field.name] = [self.dice.choice(field.choices)]
            elif roll < 0.45:
                said[field.name] = [self.value() for _ in range(self.dice.choice((1, 1, 2, 40)))]
            elif roll < 0.5:
                said.pop(field.name, None)
        return said | {self.dice.choice(("entry", "version", "zz", *QUERIES)): self.value()}

    def file(self) -> SimpleUploadedFile:
        sent = SimpleUploadedFile("a", self.dice.choice(CONTENTS))
        sent._name = self.dice.choice(FILES)  # Django would tidy it; a stranger does not
        return sent

    def requests(self, number: int) -> Iterator[tuple[str, str, Any]]:
        for _ in range(number):
            name, path, permission = self.path()
            who = self.who(permission)
            method = self.dice.choice(METHODS)
            more: dict[str, Any] = dict(self.dice.choice(HEADERS)) if self.dice.random() < 0.15 else {}
            if query := self.query():
                more["query_params"] = query
            if name in ENDS_THE_PLAY and method == "POST":
                more["content_type"] = "text/plain"
            answer = self.ask(self.clients[who], method, path, more)
            yield name, f"{method} {path!r} {query}", answer
            if answer.status_code in (302, 400):  # signed out, or sent with a broken cookie
                self.clients[who] = self.client(self.actors[who])

    def ask(self, client: Client, method: str, path: str, more: dict[str, Any]) -> Any:
        if method != "POST":
            return client.generic(method, path, **more)
        kind = more.pop("content_type", None) or self.dice.choice(TYPES)
        if kind is None:
            return client.post(path, self.data(client, path), **more)
        if self.dice.random() < 0.5:
            return client.generic("POST", path, self.dice.choice(BODIES), self.dice.choice(RAW), **more)
        return client.generic("POST", path, data=self.value() * 3, content_type=kind, **more)


def broken(hostile: Hostile, number: int) -> list[str]:
    found = []
    for name, what, answer in hostile.requests(number):
        page = b"".join(answer.streaming_content) if answer.streaming else answer.content
        told = TELLS.findall(page.decode("utf-8", "replace"))
        told += bare(answer)
        if answer.status_code >= 500 or told or urlsplit(answer.get("Location", "")).netloc:
            found.append(f"{name}: {what}: {answer.status_code} {told} {answer.get('Location', '')}")
    return found


@pytest.fixture
def hostile(programme, cast, monkeypatch) -> Hostile:
    monkeypatch.setattr(entering, "SAME_TIME", 0)
    for room in (actions, locking):
        monkeypatch.setattr(room, "lock_soon", lambda _folder: None)
    return Hostile(programme, cast, SEED)


def test_a_few_hundred_odd_requests(hostile, programme):
    assert broken(hostile, FEW) == []
    assert programme.verify().fault is None


@pytest.mark.deep
def test_ten_thousand_odd_requests(hostile, programme):
    assert broken(hostile, MANY) == []
    assert programme.verify().fault is None
    programme.check_rebuild()


@pytest.mark.parametrize("after", ["abc.x", "2020-99-99.x", "..", "9" * 30 + ".x"])
def test_a_page_that_begins_at_no_such_place_begins_at_the_beginning(cast, after):
    for path in ("waiting:see_matters", "oversight:see_reviews", "desk:unexplained", "desk:residents"):
        for shown in ("", "escalated", "decided"):
            assert client_for(cast.nadia).get(reverse(path), {"show": shown, "after": after}).status_code == 200
