"""A password that will not do is refused in a sentence that the reader's language has."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError


def test_a_short_password_is_refused_in_words_that_are_translated() -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password("eleven-long")
    assert refused.value.messages == ["At least 12 characters. Several words that you alone would put together."]


def test_a_password_of_twelve_characters_will_do() -> None:
    validate_password("quiet-otters")
