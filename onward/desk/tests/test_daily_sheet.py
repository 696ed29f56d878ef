from django.urls import reverse

from onward.journal import head, witness
from tests.cast import client_for

ADDRESS = "desk:daily_sheet"


def test_the_sheet_says_the_code_that_verify_takes(programme, cast):
    page = client_for(cast.salma).get(reverse(ADDRESS)).content.decode()
    code = witness.code_of(head.read())
    assert f"onward journal verify --code {code}" in page
    assert witness.check_code(code) is None


def test_only_those_who_keep_it_see_it(programme, cast):
    answers = {role: client_for(actor).get(reverse(ADDRESS)).status_code for role, actor in cast.staff.items()}
    assert {role for role, status in answers.items() if status == 200} == {"site_manager", "coordinator", "oversight"}


def test_a_journal_that_its_head_contradicts_has_no_sheet(programme, cast):
    (programme.folder / "head").unlink()
    page = client_for(cast.cora).get(reverse(ADDRESS)).content.decode()
    assert "There is nothing to print" in page
    assert "--code" not in page
