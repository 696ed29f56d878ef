"""A passkey as the second step, answered by a key made of a few lines."""

import json
import os
import re

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.core.cache import cache
from django.test import Client
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from onward.access.models import Account
from tests.cast import PASSWORD, client_for

HERE = "localhost"
PRESENT = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV


@pytest.fixture(autouse=True)
def _no_throttle_left():
    cache.clear()


class Key:
    """What a phone or a key for a USB port does, when it is asked."""

    def __init__(self) -> None:
        self.private, self.id, self.count = ec.generate_private_key(ec.SECP256R1()), os.urandom(16), 0

    def created(self, options, origin=f"http://{HERE}"):
        data = AttestedCredentialData.create(
            b"\0" * 16, self.id, ES256.from_cryptography_key(self.private.public_key())
        )
        flags = PRESENT | AuthenticatorData.FLAG.AT
        about = AuthenticatorData.create(sha256(HERE.encode()), flags, 0, data)
        said = self._said("webauthn.create", options, origin)
        return self._answer(said, attestationObject=AttestationObject.create("none", about, {}))

    def got(self, options, origin=f"http://{HERE}"):
        self.count += 1
        about = AuthenticatorData.create(sha256(HERE.encode()), PRESENT, self.count)
        said = self._said("webauthn.get", options, origin)
        signed = self.private.sign(about + said.hash, ec.ECDSA(SHA256()))
        return self._answer(said, authenticatorData=about, signature=signed)

    def _said(self, kind, options, origin):
        challenge = options["publicKey"]["challenge"]
        return CollectedClientData.create(type=kind, challenge=challenge, origin=origin)

    def _answer(self, said, **response):
        response = {name: websafe_encode(bytes(value)) for name, value in response.items()}
        response["clientDataJSON"] = websafe_encode(bytes(said))
        own = websafe_encode(self.id)
        return json.dumps(
            {"id": own, "rawId": own, "type": "public-key", "response": response, "clientExtensionResults": {}}
        )


def asked(page):
    found = re.search(r'data-options="([^"]*)"', page.content.decode())[1]
    return json.loads(found.replace("&quot;", '"'))


def with_passkey(actor):
    client, key = client_for(actor), Key()
    client.defaults["HTTP_HOST"] = HERE
    client.post("/account/confirm?next=/account/passkeys/add", {"password": PASSWORD})
    options = asked(client.get("/account/passkeys/add"))
    added = client.post("/account/passkeys/add", {"name": "My key", "credential": key.created(options)})
    assert (added.status_code, added["Location"]) == (302, "/account/codes")
    return client, key


def at_the_second_step(actor):
    client = Client(headers={"host": HERE})
    username = Account.objects.get(staff=actor.id).username
    assert client.post("/sign-in", {"login": username, "password": PASSWORD})["Location"] == "/sign-in/code"
    return client


def is_in(client):
    return client.get("/account").status_code == 200


def test_it_opens_after_the_password_and_answers_once(cast):
    _, key = with_passkey(cast.sami)
    client = at_the_second_step(cast.sami)
    answer = key.got(asked(client.get("/sign-in/code")))
    assert client.post("/sign-in/code", {"credential": answer}).status_code == 302
    assert is_in(client)
    again = at_the_second_step(cast.sami)
    again.get("/sign-in/code")
    assert again.post("/sign-in/code", {"credential": answer}).status_code == 422  # heard on its way, and sent again
    assert not is_in(again)


@pytest.mark.parametrize("wrong", ["another key", "another address", "nonsense", "a list", "not text"])
def test_nothing_else_opens(cast, wrong):
    _, key = with_passkey(cast.sami)
    client = at_the_second_step(cast.sami)
    options = asked(client.get("/sign-in/code"))
    stranger = Key()
    stranger.id = key.id
    answers = {
        "another key": stranger.got(options),
        "another address": key.got(options, origin="https://elsewhere.example"),
        "nonsense": '{"id": 1}',
        "a list": "[1, 2]",
        "not text": '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": 7}}',
    }
    assert client.post("/sign-in/code", {"credential": answers[wrong]}).status_code == 422
    assert not is_in(client)


def test_it_is_confirmed_listed_and_removed(cast):
    client, key = with_passkey(cast.sami)
    assert "My key" in client.get("/account").content.decode()
    passkey = re.search(r"passkeys/remove\?passkey=(\d+)", client.get("/account").content.decode())[1]
    answer = key.got(asked(client.get("/account/confirm/passkey")))
    assert client.post("/account/confirm/passkey?next=/account", {"credential": answer})["Location"] == "/account"
    assert client_for(cast.omar).get(f"/account/passkeys/remove?passkey={passkey}").status_code in (302, 404)
    omar = client_for(cast.omar)
    omar.post("/account/confirm?next=/account", {"password": PASSWORD})
    assert omar.post("/account/passkeys/remove", {"passkey": passkey}).status_code == 404
    assert client.get(f"/account/passkeys/remove?passkey={passkey}").status_code == 200
    assert client.post("/account/passkeys/remove", {"passkey": passkey}).status_code == 302
    assert "My key" not in client.get("/account").content.decode()


@pytest.mark.parametrize(
    "answer", ["", "{}", "[]", '{"id": "AA", "rawId": "AA", "response": {"attestationObject": "AA"}}']
)
def test_what_no_key_answers_is_not_added(cast, answer):
    client = client_for(cast.sami)
    client.defaults["HTTP_HOST"] = HERE
    client.post("/account/confirm?next=/account", {"password": PASSWORD})
    client.get("/account/passkeys/add")
    assert client.post("/account/passkeys/add", {"name": "x", "credential": answer}).status_code == 422
    assert client.post("/account/confirm/passkey", {"credential": answer}).status_code in (302, 422)


def test_the_page_says_where_none_can_work(cast):
    client = client_for(cast.sami)
    client.post("/account/confirm?next=/account", {"password": PASSWORD})
    page = client.get("/account/passkeys/add").content.decode()
    assert "needs JavaScript" in page
    assert "ui/passkeys.js" in page
