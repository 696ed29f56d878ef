"""The resident's pages as people see them: on a small telephone, in three languages, in the dark, on paper."""

import pytest

from tests.browser import barriers, overflow, shot, small_targets

pytestmark = pytest.mark.browser

PAGES = {"way": "/door/way", "questions": "/door/questions"}


@pytest.fixture
def look(stay, show):
    client = stay.lived().browser()

    def looked(address, language, **more):
        client.cookies["onward_language"] = language
        answer = client.get(address)
        return show(answer.content.decode(), answer["Content-Security-Policy"], **more)

    return looked


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("en", 360, "light"), ("ar", 320, "light"), ("fr", 320, "dark"), ("ar", 1280, "dark"), ("en", 1280, "light")],
)
def test_nothing_stands_in_the_way(look, page, language, width, scheme):
    shown = look(PAGES[page], language, width=width, scheme=scheme)
    shot(shown.page, f"door-{page}-{language}-{width}-{scheme}")
    assert overflow(shown.page) == 0
    assert small_targets(shown.page) == []
    assert barriers(shown.page) == []
    assert shown.said == []
