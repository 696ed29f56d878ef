import hashlib
from types import SimpleNamespace as Plain

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from onward.kit.errors import Outdated, RuleBroken
from onward.kit.ids import derived_id, is_drawn, new_id
from onward.ui import writing
from onward.ui.forms import EntryForm, LineField, MomentField, check_entry
from onward.ui.writing import written


class PlaceForm(EntryForm):
    place = LineField(label="Place")
    at = MomentField(label="When", required=False)


def send(act, data=None, *, version=None, **more):
    request = RequestFactory().post("/", data) if data is not None else RequestFactory().get("/")
    request.actor = Plain(id="someone", roles=frozenset())
    form = PlaceForm(request.POST or None, version=version)
    return written(request, form, act, template="ui/form_page.html", context={"go": "Save"}, done="/done/", **more)


@pytest.fixture
def acts(monkeypatch):
    said = []
    monkeypatch.setattr(writing, "changes_since", lambda *_: ())
    monkeypatch.setattr(writing, "_is_written", lambda entry: any(one["entry"] == entry for one in said))
    return said


def noting(acts):
    return lambda actor, **said: acts.append({"actor": actor.id, **said})


def test_it_shows_the_form_with_an_entry_of_its_own(acts):
    page = send(noting(acts))
    assert page.status_code == 200
    assert b'name="entry" value="' in page.content
    assert acts == []


def test_it_does_what_was_said_and_goes_on(acts):
    entry = new_id()
    page = send(noting(acts), {"entry": entry, "place": "B-14"})
    assert (page.status_code, page["Location"]) == (302, "/done/")
    assert acts == [{"actor": "someone", "entry": entry, "place": "B-14", "at": None}]


def test_sent_twice_it_is_written_once(acts):
    data = {"entry": new_id(), "place": "B-14"}
    assert send(noting(acts), data).status_code == send(noting(acts), data).status_code == 302
    assert len(acts) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": ""},
        {"place": "x" * 201},
        {"place": "a\0b"},
        {"entry": "nonsense"},
        {"at": "0001-01-01T00:00"},
        {"at": "soon"},
    ],
)
def test_what_does_not_hold_is_said_and_kept(acts, wrong):
    page = send(noting(acts), {"entry": new_id(), "place": "kept here", **wrong})
    assert page.status_code == 422
    assert b'class="error"' in page.content or b'class="notice late"' in page.content
    assert acts == []
    assert "place" in wrong or b"kept here" in page.content


def test_a_broken_rule_stands_beside_its_field(acts):
    def refuse(actor, **said):
        raise RuleBroken("That place is taken.", "place")

    page = send(refuse, {"entry": new_id(), "place": "B-14"})
    assert page.status_code == 422
    assert b'id="id_place_error">That place is taken.' in page.content
    assert b"autofocus" in page.content


def test_a_rule_about_no_field_stands_above_them(acts):
    def refuse(actor, **said):
        raise RuleBroken("The stay has ended.", "elsewhere")

    assert b'role="alert">The stay has ended.' in send(refuse, {"entry": new_id(), "place": "B-14"}).content


def test_a_stale_page_shows_what_changed_and_may_be_sent_again(acts):
    newer = new_id()

    def refuse(actor, *, after, **said):
        raise Outdated(since=[newer])

    page = send(refuse, {"entry": new_id(), "version": new_id(), "place": "kept here"}, version=new_id())
    assert page.status_code == 409
    assert b"Somebody wrote in this file" in page.content
    assert b"kept here" in page.content
    assert newer.encode() in page.content


def test_a_page_without_its_version_is_refused(acts):
    assert send(noting(acts), {"entry": new_id(), "place": "B-14"}, version=new_id()).status_code == 422


def test_the_version_reaches_the_act_as_after(acts):
    version = new_id()
    send(noting(acts), {"entry": new_id(), "version": version, "place": "B-14"}, version=version)
    assert acts[0]["after"] == version


def test_a_form_cannot_take_the_number_of_what_the_machine_will_say(monkeypatch):
    base = new_id()
    monkeypatch.setattr(hashlib, "sha256", lambda _text: Plain(digest=lambda: bytes(32)))
    assert not is_drawn(derived_id(base, "the one digest in four thousand"))
    monkeypatch.undo()
    check_entry(base)
    for derived in (derived_id(base, str(number)) for number in range(100)):
        with pytest.raises(ValidationError):
            check_entry(derived)
        assert EntryForm({"entry": derived}).sent_entry == ""
