"""The script that asks a browser for a passkey, in a real one with a key of its own."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.templatetags.static import static

from onward.access.tests.test_passkeys import HERE, at_the_second_step
from tests.cast import PASSWORD, client_for

pytestmark = pytest.mark.browser
KEY = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
KEY |= {"hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}


class Bridge:
    """A browser at http://localhost whose pages a test client fetches."""

    def __init__(self, chromium):
        self.context = chromium.new_context()
        self.page, self.client, self.answer = self.context.new_page(), None, None
        self.page.route("**/*", self.handle)
        asked = self.context.new_cdp_session(self.page)
        asked.send("WebAuthn.enable")
        asked.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})

    def handle(self, route):
        path, sent = urlsplit(route.request.url).path, route.request.post_data
        if not route.request.is_navigation_request():
            # A font that the build has not fetched, or the browser's own icon, is no answer to what was pressed.
            found = finders.find(path.removeprefix(static(""))) if path.startswith(static("")) else None
            kind = "text/javascript" if path.endswith(".js") else "text/css"
            body = Path(found).read_bytes() if found else b""
            route.fulfill(status=200 if found else 404, body=body, content_type=kind)
            return
        said = {name: values[0] for name, values in parse_qs(sent or "").items()}
        self.answer = self.client.post(path, said) if sent else self.client.get(path)
        headers = {"Content-Security-Policy": self.answer["Content-Security-Policy"]}
        route.fulfill(body=self.answer.content or b"<p>done", content_type="text/html", headers=headers)

    def press(self, client, path, button):
        """Open the page as that client, press, and give the status and address of the answer."""
        self.client = client
        self.page.goto(f"http://{HERE}{path}")
        with self.page.expect_navigation():
            self.page.locator(button).click()
        return self.answer.status_code, self.answer.get("Location", "")


def test_a_browser_makes_a_passkey_and_opens_with_it(cast, chromium):
    cache.clear()
    client = client_for(cast.sami)
    client.defaults["HTTP_HOST"] = HERE
    client.post("/account/confirm?next=/account", {"password": PASSWORD})
    bridge = Bridge(chromium)
    try:
        assert bridge.press(client, "/account/passkeys/add", "[data-passkey] button") == (302, "/account/codes")
        assert bridge.press(at_the_second_step(cast.sami), "/sign-in/code", "[data-passkey] button") == (302, "/")
    finally:
        bridge.context.close()
