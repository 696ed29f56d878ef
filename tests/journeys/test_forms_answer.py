"""Every form, with wrong, missing, absurd and hostile values: one clear sentence, nothing lost, nothing written."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.urls import reverse

from onward.access.actions import change_staff
from onward.access.rules import GRANTS, Actor
from onward.cases.events import LibertyRecorded
from onward.kit.ids import new_id
from tests.cast import FOUNDER, Cast, client_for, resident, the_cast
from tests.housing import arrive
from tests.journeys.courses import COURSES
from tests.journeys.daily import DAILY
from tests.journeys.emergencies import EMERGENCIES
from tests.journeys.erasing import ERASING
from tests.journeys.leaving import LEAVING
from tests.journeys.pages import Form, forms, mistakes
from tests.journeys.relief import RELIEF
from tests.journeys.scenes import NO_SCENE
from tests.journeys.scenes import SCENES as MOST
from tests.journeys.settings import Ids
from tests.journeys.tracing import TRACES
from tests.pace import is_whole
from tests.programme import Programme
from tests.test_permissions import addresses

SCENES = {**MOST, **LEAVING, **ERASING, **COURSES, **EMERGENCIES, **DAILY, **TRACES, **RELIEF}
WORDS = {
    "long": "x" * 10_000,
    "emoji": "😀👩‍👧",
    "right to left": "\u202e\u2067אבג",
    "control": "a\x00b\x07\x1b",
    "sql": "'; DROP TABLE cases_case; --",
    "html": "<script>alert(1)</script>",
}
NEVER = {"date": ["31 February", "2026-02-31", "0000-00-00", "9999-12-31", "-5"], "number": ["-5", "1e999", "9" * 300]}
NEVER["datetime-local"] = [*NEVER["date"], "2026-13-45T99:99"]


class Sender:
    """One form, before the one who sends it, in the programme of its scene."""

    def __init__(self, name: str, programme: Programme, cast: Cast, ids: Ids) -> None:
        scene = SCENES[name]
        self.programme, self.cast, self.ids = programme, cast, ids
        self.case = self.ids.get("case", "")
        self.actor = resident(self.case) if scene.who == "resident" else getattr(cast, scene.who)
        self.client = client_for(self.actor)
        self.address = address_of(name, self.ids)
        actors = {key: one.id for key, one in msgspec.structs.asdict(cast).items() if isinstance(one, Actor)}
        known = {**msgspec.structs.asdict(cast), **actors, **self.ids}
        self.right = {field: _said(said, known) for field, said in scene.said.items()}
        self.form = self.shown()

    def shown(self) -> Form:
        answer = self.client.get(self.address)
        assert answer.status_code == 200, self.address
        (form,) = [form for form in forms(answer.content.decode()) if "entry" in form.fields][:1]
        return form

    def send(self, form: Form | None = None, /, **said: Any) -> Any:
        """Send what would be right, but for `said`; None leaves a field out."""
        whole = {**(form or self.form).said, **self.right, **said}
        return self.client.post(self.address, {name: value for name, value in whole.items() if value is not None})

    def entries(self) -> int:
        return self.programme.sql("SELECT count(*) FROM journal_entry")[0][0]


def _said(said: Any, known: dict[str, Any]) -> Any:
    return [each.format_map(known) for each in said] if isinstance(said, list) else said.format_map(known)


def address_of(name: str, ids: dict[str, str]) -> str:
    (pattern,) = [each for full, _route, each in addresses() if full == name]
    return reverse(name, kwargs={each: ids[each] for each in pattern.pattern.converters})


class Ready:
    """The one form that is being sent in this worker: its tests follow each other in one programme.

    Each begins where the story ends: where the test before wrote something, the programme is put back.
    """

    name = ""
    sender: Sender
    written = 0
    folder: Path | None = None

    @classmethod
    def leave(cls) -> None:
        if cls.folder:
            shutil.rmtree(cls.folder, ignore_errors=True)
        cls.name, cls.folder = "", None

    @classmethod
    def tell(cls, name: str, template: Path) -> Sender:
        cls.leave()
        cls.folder = Path(tempfile.mkdtemp(prefix="onward-scene-"))
        programme = Programme(Path(shutil.copytree(template, cls.folder / "data")))
        programme.open()
        ids = SCENES[name].setting(programme, the_cast())
        programme.close()
        programme.copy_to(cls.folder / "kept")
        programme.open()
        cls.sender = Sender(name, programme, the_cast(), ids)
        cls.name, cls.written = name, cls.sender.entries()
        return cls.sender

    @classmethod
    def again(cls) -> Sender:
        sender = cls.sender
        sender.programme.open()
        if sender.entries() != cls.written:
            sender.programme.become(cls.folder / "kept")
            sender.client = client_for(sender.actor)
        return sender


@pytest.fixture(scope="module", autouse=True)
def _scenes_forgotten() -> Iterator[None]:
    yield
    Ready.leave()


@pytest.fixture
def sender(request, templates, django_db_blocker) -> Iterator[Sender]:
    name = request.param
    with django_db_blocker.unblock():
        ready = Ready.again() if Ready.name == name else Ready.tell(name, templates.of_today())
        yield ready
        ready.programme.close()


def each_form(test: Any) -> Any:
    """Once per form; all tests of one form in the same worker, where its story is told."""
    return pytest.mark.parametrize("sender", list(SCENES), indirect=True)(test)


def refusals(sender: Sender) -> dict[str, list[Any]]:
    """The field that is wrong ("": the sign of the page itself) -> what is sent there: none may ever be written."""
    found: dict[str, list[Any]] = {"": ["", "x", "🙂", None]}
    for name in sender.form.of_kind("radio", "checkbox", "select"):
        if sender.form.fields[name].choices != ["on"]:
            found[name] = ["nonsense", "0" * 32, WORDS["html"]]
    for kind, never in NEVER.items():
        found |= dict.fromkeys(sender.form.of_kind(kind), never)
    return found | {name: [WORDS["control"], WORDS["long"]] for name in sender.form.of_kind("text")}


def rounds(wrong: dict[str, list[Any]]) -> Iterator[dict[str, Any]]:
    """What is wrong in one sending: the sign of the page alone; of the fields, all at once, and then each alone.

    `make test` tries each field alone with the first wrong value only: all others are sent together, field by field
    named in the answer.
    """
    signs = wrong.pop("")
    yield from ({"entry": sign} for sign in signs)
    for turn in range(max(map(len, wrong.values()), default=0)):
        yield {name: each[turn] for name, each in wrong.items() if turn < len(each)}
    for name, each in wrong.items():
        yield from ({name: one} for one in (each if is_whole() else each[:1]))


@each_form
def test_it_refuses_what_cannot_be_in_one_sentence_and_keeps_the_rest(sender):
    before, wrong = sender.entries(), []
    for said in rounds(refusals(sender)):
        answer = sender.send(**said)
        page = answer.content.decode()
        told = mistakes(page)
        kept = [one for name, one in sender.right.items() if name not in said and isinstance(one, str)]
        lost = [one for one in kept if one and one not in page]
        silent = {"" if name == "entry" else name for name in said} - set(told)
        if answer.status_code != 422 or silent or lost:
            wrong.append((said, answer.status_code, told, lost))
    assert wrong == []
    assert sender.entries() == before


@each_form
def test_nothing_at_all_is_refused_or_enough(sender):
    before = sender.entries()
    assert sender.client.post(sender.address, {}).status_code in (200, 422)
    assert sender.entries() == before


@each_form
def test_hostile_words_are_kept_as_words_or_refused(sender, tmp_path):
    texts = sender.form.of_kind("text")
    kept = sender.programme.copy_to(tmp_path / "kept")
    for words in WORDS.values() if texts else ():
        before = sender.entries()
        answer = sender.send(**dict.fromkeys(texts, words))
        assert answer.status_code in (200, 302, 422)
        assert (sender.entries() == before) == (answer.status_code == 422)
        if answer.status_code == 302:
            answer = sender.client.get(answer.url)
        assert b"<script>alert" not in answer.content
        if sender.entries() != before:
            sender.programme.become(kept)


@each_form
def test_what_is_right_is_written_once_however_often_it_is_sent(sender):
    before = sender.entries()
    first = sender.send()
    written = sender.entries()
    assert first.status_code in (200, 302), mistakes(first.content.decode())
    assert written > before
    again = sender.send()
    assert again.status_code in (200, 302, 422)
    assert sender.entries() == written


@each_form
def test_a_page_that_has_grown_old_is_shown_what_changed(sender):
    if "version" not in sender.form.said:
        pytest.skip("nothing on this page is decided on what it shows")
    if sender.case:
        sender.programme.say(LibertyRecorded(may_leave="no"), stream=sender.case, by=sender.cast.cora.id)
    elif "/staff/" in sender.address:
        change_staff(FOUNDER, staff=sender.cast.omar.id, name="Omar", roles=["case_worker"], everywhere=True)
    else:
        assert sender.send(sender.shown()).status_code in (200, 302)
    before = sender.entries()
    answer = sender.send()
    assert answer.status_code == 409
    assert 'class="notice wait" role="alert"' in answer.content.decode()
    assert sender.entries() == before


@each_form
def test_elsewhere_it_is_not_found(sender):
    if not sender.case or "resident" in sender.actor.roles or sender.actor.everywhere:
        pytest.skip("reaches everywhere")
    other = arrive_elsewhere(sender)
    address = sender.address.replace(sender.case, other)
    if address == sender.address:
        pytest.skip("no case in its address")
    before = sender.entries()
    assert sender.client.get(address).status_code == 404
    assert sender.client.post(address, {**sender.form.said, **sender.right}).status_code == 404
    assert sender.entries() == before


def arrive_elsewhere(sender: Sender) -> str:
    return arrive(sender.programme, sender.cast, "Still Harbour", site=new_id())


def test_no_form_is_left_out(cast):
    """Whatever takes a post has a scene here, or a reason why not."""
    missing = []
    for name, _route, pattern in addresses():
        if name in SCENES or name in NO_SCENE:
            continue
        permission = getattr(pattern.callback, "permission", "")
        roles = GRANTS.get(permission, frozenset())
        actor = next((one for role, one in cast.staff.items() if role in roles), resident(new_id()))
        ids = dict.fromkeys(pattern.pattern.converters, new_id())
        if client_for(actor).post(reverse(name, kwargs=ids)).status_code != 405:
            missing.append(name)
    assert missing == []
    assert set(SCENES) | set(NO_SCENE) <= {name for name, _route, _pattern in addresses()}
