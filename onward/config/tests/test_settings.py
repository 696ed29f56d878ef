from onward.access.rules.credentials import Argon2
from onward.config import settings


def test_passwords_are_kept_by_the_hasher_that_the_house_chose():
    assert [f"{Argon2.__module__}.{Argon2.__qualname__}"] == settings.PASSWORD_HASHERS


def test_no_cookie_that_names_a_reader_outlives_the_browser(programme, client):
    cookies = client.get("/door/").cookies
    assert {name: cookie["max-age"] for name, cookie in cookies.items()} == {"onward_csrf": ""}
