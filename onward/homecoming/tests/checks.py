"""What every act on the way onward has to answer, on the act itself and on its page."""

from typing import Any, ClassVar

import pytest
from django.urls import reverse

from onward.homecoming.tests.story import Story, elsewhere
from onward.journal.reading import history
from onward.kit.dates import today
from onward.kit.errors import NotAllowed, NotFound, Outdated
from onward.kit.ids import new_id
from tests.cast import client_for

FORM_WORDS = {True: "yes", False: "no"}


class ActTests:
    """Subclasses say which act, by whom, after which step, and what is said (`said_now`: what is looked up first)."""

    act: ClassVar[str]
    actor: ClassVar[str]
    before: ClassVar[str]
    kind: ClassVar[str]
    said: ClassVar[dict[str, Any]] = {}
    wrong: ClassVar[dict[str, Any]] = {}
    outsider: ClassVar[str] = "adam"

    def said_now(self, story: Story) -> dict[str, Any]:  # noqa: ARG002 - subclasses look in the story
        return self.said

    @pytest.fixture
    def told(self, story: Story) -> Story:
        return story.until(self.before) if self.before else story

    def who(self, story: Story) -> Any:
        return getattr(story.cast, self.actor)

    def page(self, story: Story) -> str:
        return reverse(f"homecoming:{self.act}", args=[story.case])

    def form(self, story: Story, **more: Any) -> dict[str, Any]:
        said = {**self.said_now(story), "on": today().isoformat(), "entry": new_id(), "version": story.version, **more}
        return {
            name: FORM_WORDS.get(value, value) if isinstance(value, bool) else value for name, value in said.items()
        }

    def test_it_records(self, told):
        told.do(self.act, self.who(told), **self.said_now(told))
        assert told.kinds()[-1] == self.kind

    def test_it_needs_the_role(self, told):
        with pytest.raises(NotAllowed):
            told.do(self.act, getattr(told.cast, self.outsider), **self.said_now(told))

    def test_another_site_gets_404(self, told):
        away = elsewhere(self.who(told), told.cast.west)
        with pytest.raises(NotFound):
            told.do(self.act, away, **self.said_now(told))

    def test_a_stale_page_loses(self, told):
        before = len(told.kinds())
        with pytest.raises(Outdated):
            told.do(self.act, self.who(told), after=new_id(), **self.said_now(told))
        assert len(told.kinds()) == before

    def test_sent_twice_it_is_written_once(self, told):
        said, entry = self.said_now(told), new_id()
        told.do(self.act, self.who(told), entry=entry, **said)
        told.do(self.act, self.who(told), entry=entry, **said)
        assert [one.id for one in history(told.case)].count(entry) == 1

    def test_its_page_shows_and_writes(self, told):
        client, page = client_for(self.who(told)), self.page(told)
        assert client.get(page).status_code == 200
        form = self.form(told)
        assert client.post(page, form).status_code == 302
        assert client.post(page, form).status_code == 302
        assert told.kinds()[-1] == self.kind
        assert [one.id for one in history(told.case)].count(form["entry"]) == 1

    def test_its_page_says_what_is_wrong_and_writes_nothing(self, told):
        client, before = client_for(self.who(told)), told.kinds()
        for wrong in (
            {"on": "3026-01-01"},
            {"on": "no day"},
            {"on": ""},
            {"entry": "x"},
            *([self.wrong] if self.wrong else []),
        ):
            answer = client.post(self.page(told), self.form(told, **wrong))
            assert answer.status_code == 422
        assert told.kinds() == before

    def test_its_page_bears_hostile_words(self, told):
        client, before = client_for(self.who(told)), told.kinds()
        texts = [name for name, value in self.said_now(told).items() if isinstance(value, str)]
        for name in texts:
            for words in ("\x00", "A" * 9000):
                answer = client.post(self.page(told), self.form(told, **{name: words}))
                assert answer.status_code == 422
        assert told.kinds() == before

    def test_its_page_shows_what_changed_meanwhile(self, told):
        client = client_for(self.who(told))
        form = self.form(told)
        told.programme.say(_moved(), stream=told.case)
        assert client.post(self.page(told), form).status_code == 409
        assert form["entry"] not in [one.id for one in history(told.case)]

    def test_its_page_is_not_for_others(self, told):
        for actor, status in ((told.cast.adam, 403), (told.cast.omar, (403, 404))):
            answer = client_for(actor).get(self.page(told))
            assert answer.status_code in (status if isinstance(status, tuple) else (status,))


def _moved() -> Any:
    from onward.cases.events import LibertyRecorded

    return LibertyRecorded(may_leave="yes")
