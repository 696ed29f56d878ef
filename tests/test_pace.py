"""Tests that share what is dear to make stay together."""

from tests.pace import together


def test_what_shares_a_story_stays_in_one_worker():
    form = "tests/journeys/test_forms_answer.py::test_it_refuses[care:record_need]"
    clear = "tests/journeys/test_nothing_in_the_clear.py::test_no_word[care:record_need]"
    assert together(form) == together(clear) != together(form.replace("record_need", "close_need"))
    ways = [f"tests/journeys/ways/test_{one}.py::test_it" for one in ("a_child", "mind_changed")]
    assert together(ways[0]) == together(ways[1])
    assert together("onward/desk/tests/test_case.py::test_it[en]") == "onward/desk/tests/test_case.py"
