"""At the checkpoint, on a phone: one person is recorded in at most twenty-five taps and keys."""

import pytest

from tests.journeys.conftest import Stage
from tests.journeys.people import Staff

pytestmark = pytest.mark.browser

MOST = 25


class Counting(Staff):
    """Counts every tap, and every key that a person would press."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.windows(name="phone"), stage.cast.rosa, stage.username(stage.cast.rosa), phone=True)
        self.count = 0

    def tap(self, name: str, value: str) -> None:
        """Tap what is chosen, on its words, as a finger does."""
        chosen = self.field(name, value)
        self.page.locator("label", has=self.page.locator(f'[name="{name}"][value="{value}"]')).first.tap()
        assert chosen.is_checked()
        self.count += 1

    def tap_link(self, path: str) -> None:
        self.follow(path)
        self.count += 1

    def unfold(self, name: str) -> None:
        if not self.page.locator(f'[name="{name}"]').is_visible():
            self.field(name)
            self.count += 1

    def type(self, name: str, words: str) -> None:
        self.unfold(name)
        self.page.locator(f'[name="{name}"]').tap()
        self.page.keyboard.type(words)
        self.count += 1 + len(words)

    def send(self, words: str) -> None:
        self.press(words)
        self.count += 1


@pytest.fixture
def rosa(stage: Stage) -> Counting:
    return Counting(stage)


def test_one_person_is_recorded_in_few_taps(stage, rosa):
    """From Today: who she is as she stands there, what she needs, what she was given and told, and a card."""
    rosa.tap_link("/arrivals/new/")
    rosa.tap("language", "fr")
    rosa.tap("p0-sex", "woman")
    rosa.tap("p0-age", "adult")
    rosa.tap("p0-needs", "hurt")
    rosa.tap("p0-needs", "hungry")
    rosa.tap("p0-with_whom", "alone")
    rosa.type("p0-name", "Amina")
    rosa.tap("given", "water")
    rosa.tap("given", "food")
    rosa.tap("told", "next")
    rosa.tap("told", "card")
    rosa.send("Record the arrival")
    rosa.send("Print card")
    assert rosa.page.locator(".pin").inner_text().strip().isdecimal()
    assert rosa.count <= MOST, rosa.count


def test_the_least_that_is_asked_is_four_taps(stage, rosa):
    rosa.tap_link("/arrivals/new/")
    rosa.tap("language", "uz")
    rosa.send("Record the arrival")
    rosa.send("Print card")
    assert rosa.count == 4
