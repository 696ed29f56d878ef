"""A password that will not do is refused in a sentence that the reader's language has."""

import pytest
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from onward.access.forms import ChoosePasswordForm, SignInForm
from onward.access.models import Account


def test_a_short_password_is_refused_in_words_that_are_translated() -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password("eleven-long")
    assert refused.value.messages == ["At least 12 characters. Several words that you alone would put together."]


def test_a_password_of_twelve_characters_will_do() -> None:
    validate_password("quiet-otters")


def test_a_common_one_is_refused_however_long() -> None:
    with pytest.raises(ValidationError):
        validate_password("123456789abc")


@pytest.mark.parametrize("password", [" olives on the roof ", "زيتون على السطح", "x" * 50 + " aB3!" * 20])
def test_of_any_signs_and_length_it_is_kept_as_it_was_typed(password: str) -> None:
    validate_password(password)
    kept = make_password(password)
    assert check_password(password, kept)
    assert not check_password(password + " ", kept)
    assert not check_password(password[1:], kept)


@pytest.mark.parametrize("form", [ChoosePasswordForm, SignInForm])
def test_no_form_trims_one_or_shows_it(form: type) -> None:
    fields = [field for name, field in form.base_fields.items() if "password" in name]
    assert fields
    assert {(field.strip, field.widget.input_type) for field in fields} == {(False, "password")}


@pytest.mark.parametrize("password", ["onwardonward1", "Onward-2026!", "sage-heron-407", "heron.heron.407"])
def test_what_is_made_of_names_that_others_know_is_refused(password: str) -> None:
    with pytest.raises(ValidationError, match="made of the programme's name or of yours"):
        validate_password(password, user=Account(username="sage-heron-407"))


def test_a_word_of_them_among_others_will_do() -> None:
    validate_password("onward past the olive trees", user=Account(username="sage-heron-407"))
