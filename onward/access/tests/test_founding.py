import re

from django.test import Client

from onward.access import actions
from onward.access.rules import ADMINISTRATOR, Actor
from onward.access.rules.credentials import Argon2
from onward.kit.ids import new_id

FOUNDER = Actor(id="onward", roles=frozenset({ADMINISTRATOR}), everywhere=True)


def test_the_first_administrator_sets_up_an_empty_programme_in_the_browser(bare_programme):
    added = actions.add_staff(
        FOUNDER, name="Administrator", roles=[ADMINISTRATOR], everywhere=True, password="first of all, me"
    )
    client = Client()
    assert client.post("/sign-in", {"login": added.username, "password": "first of all, me"}).status_code == 302
    assert "There is no site yet" in client.get("/places/").content.decode()
    client.post("/places/organisations/add", {"entry": new_id(), "name": "Azaz Group", "kind": "group"})
    organisation = re.search(r"organisations/([0-9a-f]{32})/change", client.get("/places/").content.decode())[1]
    sent = {"entry": new_id(), "name": "Azaz East", "kind": "camp", "organisation": organisation}
    site = client.post("/places/sites/add", sent)["Location"].rpartition("/")[2]
    sent = {
        "entry": new_id(),
        "name": "Salma",
        "roles": ["site_manager"],
        "sites": [site],
        "organisation": organisation,
    }
    assert (
        "shown now and never again" in client.post("/staff/add", sent | {"username": "sage-heron-407"}).content.decode()
    )
    bare_programme.check_rebuild()


def test_a_form_from_elsewhere_is_refused(cast):
    client = Client(enforce_csrf_checks=True)
    assert client.post("/sign-in", {"login": "a", "password": "b"}).status_code == 403
    assert client.post("/sign-out").status_code == 403


def test_passwords_are_kept_by_argon2id_in_little_memory():
    kept = Argon2().encode("four words that rhyme", "0123456789abcdef")
    assert "$argon2id$v=19$m=19456,t=2,p=1$" in kept
    assert Argon2().verify("four words that rhyme", kept)
    assert not Argon2().verify("four words that rime", kept)
