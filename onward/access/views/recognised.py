"""Another organisation's sign-in (OpenID Connect), where one is named: what django-allauth does differently.

Imported only there. Who signs in over there is recognised by the number that they have there, and by nothing else: no
name, address or token is asked for or kept, nobody gets an account by it, and the second step is asked for here.
"""

import hashlib
import hmac
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from ipaddress import ip_address
from pathlib import Path
from typing import Any, NoReturn, TypeVar
from urllib.parse import urlsplit

import jwt
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from requests import RequestException

ELSEWHERE = "elsewhere"
NONCE = "elsewhere_nonce"
SIGNED = ("RS256", "PS256", "ES256", "EdDSA")
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
CLAIMS = ("iss", "sub", "aud", "exp", "iat", "nonce")
CLOCKS_DIFFER_SECONDS = 60
WAIT_SECONDS = 6
MOST_OUT = 4
_out = threading.BoundedSemaphore(MOST_OUT)
_pool = ThreadPoolExecutor(MOST_OUT, thread_name_prefix="elsewhere")
_Told = TypeVar("_Told")

NOT_LINKED = _(
    "No account here knows this sign-in. Sign in with your password, then link it on the page of your account."
)
FAILED = _("That did not work. Try again, or sign in with your password.")


def named() -> Any:
    """What `programme.toml` says of it."""
    return settings.PROGRAMME.oidc


def turned_back(request: HttpRequest, sentence: str) -> HttpResponse:
    """To where one came from, with what went wrong."""
    messages.error(request, sentence)
    return redirect("access:see_account" if request.user.is_authenticated else "account_login")


def is_private(address: object) -> bool:
    """Whether what is sent there is read by nobody on its way: over TLS, or within this very machine."""
    found = urlsplit(address) if isinstance(address, str) else urlsplit("")
    if found.scheme == "https":
        return bool(found.hostname)
    try:
        return found.scheme == "http" and ip_address(found.hostname or "").is_loopback
    except ValueError:
        return False


def within_seconds(ask: Callable[[], _Told]) -> _Told:
    """What the other machine tells, if it tells it in time: looking its name up heeds no time limit of `requests`.

    Few such questions are out at once; where all are, the next is told at once that nobody answers.
    """
    if not _out.acquire(blocking=False):
        raise RequestException("as many questions are out as may be")
    told = _pool.submit(ask)
    told.add_done_callback(lambda _told: _out.release())
    try:
        return told.result(WAIT_SECONDS)
    except FutureTimeout as late:
        raise RequestException("it did not answer in time") from late


class Recognised(OpenIDConnectProvider):  # type: ignore[misc]  # allauth ships no types
    """Whoever has that other sign-in: asked for a number, and nothing more."""

    pkce_enabled_default = True

    def get_default_scope(self) -> list[str]:
        """No profile and no address."""
        return ["openid"]

    def get_auth_params(self) -> dict[str, str]:
        """A word that must come back within what is signed: it was made for this browser, now."""
        nonce = self.request.session[NONCE] = secrets.token_urlsafe(24)
        return {"nonce": nonce}

    def get_oauth2_adapter(self, request: HttpRequest) -> "Exchange":
        """How the two programs speak."""
        return Exchange(request)

    def extract_uid(self, data: dict[str, Any]) -> str:
        """A number of ours, from whose sign-in it is and their number there: it leads nobody back."""
        return hashlib.sha256(f"{data['iss']} {data['sub']}".encode()).hexdigest()

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - as allauth calls it
        """Whatever else was said is not kept."""
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - as above
        """Nor is any account filled with it."""
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:  # noqa: ARG002 - as above
        """Nor does an address open anything."""
        return []


class Exchange(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth ships no types
    """What is asked of the other machine, and what is believed of its answers."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request, ELSEWHERE)
        self._told: dict[str, Any] = {}

    @property
    def openid_config(self) -> dict[str, Any]:
        """Where the other machine answers, by its own word; only under its own name, and only in private."""
        if not self._told:
            issuer = named().address.rstrip("/")
            told = _asked(f"{issuer}/.well-known/openid-configuration")
            if str(told.get("issuer", "")).rstrip("/") != issuer or not all(
                is_private(told.get(at)) for at in ENDPOINTS
            ):
                raise OAuth2Error("what it says of itself does not hold")
            self._told = told
        return self._told

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:  # noqa: ARG002 - as allauth calls it
        """Where the browser comes back to."""
        path = reverse("access:come_back")
        address = settings.PROGRAMME.address.rstrip("/")
        return address + path if address else request.build_absolute_uri(path)

    def parse_token(self, data: dict[str, Any]) -> SocialToken:  # noqa: ARG002 - as above
        """What would open the person's own things over there: not wanted."""
        return SocialToken()

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> Any:  # noqa: ARG002 - as above
        """Who it is, if the signature, the name, the time and our own word hold."""
        config, nonce = self.openid_config, request.session.pop(NONCE, "")
        try:
            signed = kwargs["response"]["id_token"]
            keys = jwt.PyJWKSet.from_dict(_asked(config["jwks_uri"]))
            said = jwt.decode(
                signed,
                keys[jwt.get_unverified_header(signed)["kid"]],
                algorithms=list(SIGNED),
                audience=app.client_id,
                issuer=config["issuer"],
                leeway=CLOCKS_DIFFER_SECONDS,
                options={"require": list(CLAIMS)},
            )
            held = nonce and hmac.compare_digest(str(said["nonce"]).encode(), nonce.encode())
        except (jwt.PyJWTError, KeyError, TypeError, ValueError) as wrong:
            raise OAuth2Error("what it signed does not hold") from wrong
        if not held or said.get("azp", app.client_id) != app.client_id:
            raise OAuth2Error("it was signed for somebody else")
        return self.get_provider().sociallogin_from_response(request, said)


class Elsewhere(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Only an account that its owner linked is opened."""

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Recognised:  # noqa: ARG002 - as allauth calls it
        """The one that `programme.toml` names."""
        there = named()
        secret = (Path(settings.ONWARD_DATA) / there.secret).read_text(encoding="utf-8").strip() if there.secret else ""
        app = SocialApp(provider="openid_connect", provider_id=ELSEWHERE, name=there.name, client_id=there.client)
        app.secret, app.settings = secret, {"server_url": there.address}
        return Recognised(request, app=app)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002 - as above
        """Nobody gets an account by it."""
        return False

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:  # noqa: ARG002 - as above
        """Nothing that is said there is written anywhere here."""
        return sociallogin.user

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Let go of the token; let in only whom an account here knows."""
        sociallogin.token = None
        if sociallogin.state.get("process") != AuthProcess.CONNECT and not sociallogin.is_existing:
            raise ImmediateHttpResponse(turned_back(request, str(NOT_LINKED)))

    def on_authentication_error(self, request: HttpRequest, provider: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002 - as above
        """One sentence, whatever it was."""
        raise ImmediateHttpResponse(turned_back(request, str(FAILED)))

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:  # noqa: ARG002 - as above
        """Back to one's own account."""
        return reverse("access:see_account")

    def get_requests_session(self) -> Any:
        """Asked for five seconds at most, at the very address that was named."""
        session = super().get_requests_session()
        session.max_redirects = 0
        asked = session.request
        session.request = lambda *said, **more: within_seconds(lambda: asked(*said, **more))
        return session


def _asked(address: str) -> dict[str, Any]:
    """What the other machine answers there. Raises OAuth2Error, RequestException."""
    with get_adapter().get_requests_session() as session:
        answer = session.get(address)
        answer.raise_for_status()
        told = answer.json()
    if not isinstance(told, dict):
        raise OAuth2Error("it answers what nobody asked")
    return told
