import pytest
from django.urls import reverse

from onward.desk import actions
from onward.sealing import locking
from tests.cast import client_for, resident

URL = reverse("desk:lock")


@pytest.fixture
def ends(monkeypatch):
    """What would have ended this process."""
    ended = []
    monkeypatch.setattr(actions, "lock_soon", lambda folder: (locking.mark(folder), ended.append(folder)))
    return ended


def test_any_of_the_staff_may_lock(programme, cast, ends):
    for number, actor in enumerate(cast.staff.values(), 1):
        answer = client_for(actor).post(URL)
        assert "This is locked." in answer.content.decode()
        assert len(ends) == number
    assert locking.is_marked(programme.folder)


def test_a_resident_or_a_mere_visit_does_not_lock(programme, cast, ends):
    assert client_for(resident("0" * 32)).post(URL).status_code == 403
    assert client_for(cast.sami).get(URL).status_code == 405
    assert ends == []


def test_the_button_is_on_every_page_of_staff(programme, cast):
    assert f'action="{URL}"' in client_for(cast.sami).get(reverse("desk:today")).content.decode()
    assert f'action="{URL}"' not in client_for(resident("0" * 32)).get(reverse("account_login")).content.decode()
