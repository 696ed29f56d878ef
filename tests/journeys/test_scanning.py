"""A counter: a scanner, which is a keyboard, and a camera before which a real card is held, on one page in Chromium."""

import pytest
import segno
from playwright.sync_api import Browser

from onward.cases.actions import issue_card
from onward.kit.ids import new_id
from onward.relief.actions import add_thing
from tests.browser import barriers
from tests.housing import arrive
from tests.journeys.conftest import staged
from tests.journeys.people import Staff
from tools.chromium import find

pytestmark = pytest.mark.browser
WIDTH, HEIGHT = 640, 480


def film(code: str, path) -> None:
    """What a camera sees of a card that is held still: its own QR code in a grey room, as raw video."""
    rows = [list(row) for row in segno.make(code, error="m", micro=False).matrix_iter(scale=8, border=4)]
    left, top = (WIDTH - len(rows[0])) // 2, (HEIGHT - len(rows)) // 2
    picture = bytearray(b"\x80" * WIDTH * HEIGHT)
    for y, row in enumerate(rows):
        start = (top + y) * WIDTH + left
        picture[start : start + len(row)] = bytes(20 if dark else 235 for dark in row)
    frame = b"FRAME\n" + bytes(picture) + b"\x80" * (WIDTH * HEIGHT // 2)
    path.write_bytes(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n".encode() + frame * 2)


@pytest.fixture
def camera(tmp_path, chromium: Browser):
    """Chromium with a camera that films a file; what is before it is put there first."""
    path = tmp_path / "card.y4m"
    how = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
    browsers = []

    def opened(code: str) -> Browser:
        film(code, path)
        args = ["--no-sandbox", *how, f"--use-file-for-fake-video-capture={path}"]
        browsers.append(chromium.browser_type.launch(executable_path=find(), args=args))
        return browsers[-1]

    yield opened
    for browser in browsers:
        browser.close()


def test_cards_are_served_by_scanner_and_by_camera_and_nobody_twice(programme, cast, camera):
    cases = [arrive(programme, cast, name, site=cast.east) for name in ("Quiet Cedar", "Clear River")]
    typed, held = (issue_card(cast.salma, case=case).code for case in cases)
    lunch = add_thing(cast.salma, site=cast.east, name="Lunch", entry=new_id())
    with staged(programme, cast, camera(held)) as stage:
        windows = stage.windows(name="counter")
        ravi = Staff(windows, cast.ravi, stage.username(cast.ravi))
        ravi.go("/relief/")
        ravi.follow(f"/relief/things/{lunch}/")
        page = ravi.page
        here = page.url

        def scan(code: str, verdict: str, words: str) -> None:
            page.keyboard.type(code + "\n", delay=2)
            page.wait_for_selector(f"[data-verdict={verdict}]:has-text('{words}')")

        with windows.expecting(422):
            scan(typed, "yes", "Give it.")
            scan(typed, "no", "They had it today already.")
            scan("0" * 26, "no", "no card of anybody here")
            page.get_by_role("button", name="Use the camera").click()
            page.wait_for_selector("[data-verdict=yes]")
            assert page.get_by_text("2 today").is_visible()
            assert barriers(page) == []
            page.wait_for_timeout(1500)  # the card stays before the camera: it is one card
            assert page.locator("[data-verdict=yes]").count() == 1
            page.get_by_role("button", name="Stop the camera").click()
            scan(held, "no", "They had it today already.")
        assert page.url == here  # nobody left the page
        assert windows.faults == []
