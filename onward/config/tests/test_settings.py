from onward.access.rules.credentials import Argon2
from onward.config import settings


def test_passwords_are_kept_by_the_hasher_that_the_house_chose():
    assert [f"{Argon2.__module__}.{Argon2.__qualname__}"] == settings.PASSWORD_HASHERS
