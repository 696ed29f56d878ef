"""Every form: killed while it is sent, and erased with the file that it is about. A few of them; all, if deep."""

import os
import random
import select
import signal
import time
from datetime import timedelta

import pytest
from django.db import connections

from onward.config.erasing.act import erase_due
from onward.erasure.events import ErasureAsked, ErasureConfirmed
from onward.journal import head, rows
from onward.kit.dates import today
from onward.kit.ids import new_id
from tests.cast import client_for, the_cast
from tests.journeys.test_forms_answer import SCENES, Sender
from tests.pages_of import everything

WORD = "Canarybird"
SOME = ("homecoming:record_wish", "cases:note_identity", "homecoming:record_papers")
"""Those of `make test`: words, names that are looked up, a paper."""
EVERY = [*SOME, *(pytest.param(name, marks=pytest.mark.deep) for name in sorted(set(SCENES) - set(SOME)))]
TAKEN = (200, 302)
"""200 where what was made is shown at once, and never again: a card."""
KILLS, MANY = 2, 6


def told(name, programme) -> Sender:
    return Sender(name, programme, the_cast(), SCENES[name].setting(programme, the_cast()))


def planted(sender, *kinds) -> dict[str, list[str]]:
    """A word that nobody else has, in every text of the form."""
    texts = [name for name, field in sender.form.fields.items() if field.kind == "text" and field.name not in HIDDEN]
    return {name: f"{''.join(sender.right.get(name, ''))} {WORD}".strip() for name in texts if name not in kinds}


HIDDEN = ("entry", "version", "csrfmiddlewaretoken")


def send(sender) -> bool:
    """With the word in every field, else in those that take it one by one. Gives whether any did."""
    words = planted(sender)
    if sender.send(**words).status_code in TAKEN:
        return bool(words)
    wrong = set()
    for name, said in words.items():
        answer = sender.send(**{name: said})
        if answer.status_code in TAKEN:
            return True
        wrong.add(name)
    assert sender.send().status_code in TAKEN
    return False


KEPT = {"shelter:record_incident": "an incident is its site's, and of several people: the threat model says so"}
"""Forms whose words are in no file, each with its reason."""


@pytest.mark.parametrize("name", EVERY)
def test_what_a_form_took_is_gone_with_the_file(name, programme):
    sender = told(name, programme)
    if not sender.case:
        pytest.skip("about nobody's file")
    took = send(sender)
    case, asked = sender.case, new_id()
    before = everything(programme.folder).count(WORD.encode())
    programme.say(ErasureAsked(ground="own_request"), stream=case, id=asked)
    agreed = ErasureConfirmed(asked=asked, undo_until=today() - timedelta(days=1), alone=True)
    programme.say(agreed, stream=case)
    if name == "erasure:hold_file":
        assert erase_due() == (0, 0)
        return
    assert erase_due() == (1, 0)
    if name in KEPT:
        return
    assert WORD.encode() not in everything(programme.folder), f"{name} left something, of {before} places"
    assert took or not before
    programme.check_rebuild()
    assert programme.verify().fault is None


def killed(sender, entry, after: float) -> bool:
    """Send the form in a process that is killed after a while. Gives whether it said that it was done."""
    out, into = os.pipe()
    go, begin = os.pipe()
    for each in connections.all():
        each.close()
    sender.programme.close()
    child = os.fork()
    if not child:
        try:
            sender.programme.open()
            client = client_for(sender.actor)
            os.write(into, b"ready\n")
            os.read(go, 1)
            answer = client.post(sender.address, {**sender.form.said, **sender.right, "entry": entry})
            os.write(into, b"done\n" if answer.status_code in TAKEN else b"refused\n")
            time.sleep(30)
        finally:
            os._exit(1)
    os.close(into)
    assert os.read(out, 6) == b"ready\n"
    os.write(begin, b"g")
    select.select([out], [], [], after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    said = os.read(out, 100)
    for each in (out, go, begin):
        os.close(each)
    sender.programme.open()
    return said == b"done\n"


@pytest.mark.parametrize("name", EVERY)
def test_killed_while_it_is_sent_a_form_is_there_whole_or_not_at_all(name, programme, tmp_path):
    sender, chance = told(name, programme), random.Random(name)
    programme.close()
    kept = programme.copy_to(tmp_path / "kept")
    programme.open()
    for kill in range(KILLS if name in SOME else MANY):
        entry = new_id()
        done = killed(sender, entry, after=chance.uniform(0, 0.05) if kill else 20)
        assert done or kill, f"{name} was not taken"
        assert rows.exists(entry) or not done
        report = programme.verify()
        assert (report.fault, report.standing in head.SOUND) == (None, True)
        programme.check_rebuild()
        programme.become(kept)
