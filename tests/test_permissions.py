"""Every address and every action is guarded by the one table GRANTS, and the guard holds for every role."""

import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

import onward
from onward.access.rules import GRANTS, ROLES
from onward.kit.ids import new_id

PUBLIC = {
    "set_language": "a visitor reads the sign-in page in their own language",
    "desk:front": "leads everyone to their own first page",
    "account_login": "this is where one becomes somebody",
    "account_logout": "this is where one becomes nobody",
    "access:see_limits": "says what is promised and what is not, before anybody signs in",
    "account_inactive": "says that an account is closed, to whom it belonged",
    "mfa_authenticate": "the second step, before the session begins",
    "reports:calendar_feed": "a device that follows the calendar: the address is the key, and no name is in it",
    "door:sign_in": "this is where a resident's card is asked for",
    "door:leave": "the way out, for whoever is in a hurry",
    "door:tell_oversight": "anybody may complain, and nobody is asked who they are",
    "door:keep_words": "keeps an envelope that is sealed already, from anybody",
    "door:answers": "gives every answer, sealed, to whoever asks; only a receipt opens one",
    "door:paper": "a letter on paper instead",
    "door:see_notice": "what is kept, who reads it, which rights there are: before a card is asked for",
    "door:lock": "whoever sits at this machine may lock it; from any other it is not there",
    "door:month": "a calendar, where the way out leads",
}
"""Addresses that need no permission, each with its reason."""

APPS = [name for name in (config.name for config in apps.get_app_configs()) if name.startswith("onward.")]


def addresses(resolver=None, before="", space="") -> Iterator[tuple[str, str, URLPattern]]:
    for each in (resolver or get_resolver()).url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each, route, f"{space}{each.namespace}:" if each.namespace else space)
        else:
            yield f"{space}{each.name}", route, each


def actions() -> Iterator[tuple[str, object]]:
    for app in APPS:
        if find_spec(f"{app}.actions") is None:
            continue
        room = import_module(f"{app}.actions")
        inside = [
            import_module(f"{room.__name__}.{m.name}") for m in pkgutil.iter_modules(getattr(room, "__path__", []))
        ]
        for module in (room, *inside):
            for name, function in inspect.getmembers(module, inspect.isfunction):
                if not name.startswith("_") and function.__module__ == module.__name__:
                    yield f"{module.__name__}.{name}", function


def test_every_address_names_a_permission_or_says_why_not():
    unguarded = [
        name
        for name, _, address in addresses()
        if name not in PUBLIC and getattr(address.callback, "permission", None) not in GRANTS
    ]
    assert unguarded == []  # put @needs("app.verb_noun") on the view, and its line into GRANTS


def test_what_is_public_is_there():
    assert set(PUBLIC) - {name for name, _, _ in addresses()} == set()


def test_every_action_is_guarded():
    open_doors = [name for name, action in actions() if getattr(action, "permission", None) not in GRANTS]
    assert open_doors == []  # put @needs("app.verb_noun") on it, outermost


def test_every_action_takes_the_actor_first_and_the_rest_by_name():
    odd = []
    for name, action in actions():
        first, *rest = inspect.signature(action).parameters.values()
        if (first.name, first.default) != ("actor", first.empty) or any(p.kind is not p.KEYWORD_ONLY for p in rest):
            odd.append(name)
    assert odd == []


def test_every_grant_is_of_a_role_of_the_house():
    assert {p: roles - set(ROLES) for p, roles in GRANTS.items() if roles - set(ROLES) or not roles} == {}


def test_every_grant_opens_something():
    guards = {getattr(address.callback, "permission", None) for _, _, address in addresses()}
    guards |= {getattr(action, "permission", None) for _, action in actions()}
    assert set(GRANTS) - guards == set()  # nothing asks for it: take its line out of GRANTS


def test_nothing_asks_for_a_permission_that_is_not_in_the_table():
    asks = re.compile(r"\b(?:needs|may)\((?:[^()\"]*,\s*)?\"([a-z]+\.[a-z_]+)\"")
    sources = [path for path in Path(onward.__path__[0]).rglob("*.py") if "tests" not in path.parts]
    asked = {name for path in sources for name in asks.findall(path.read_text(encoding="utf-8"))}
    assert len(asked) > 40
    assert asked - set(GRANTS) == set()


@pytest.fixture
def places(cast) -> Iterator[tuple[str, str]]:
    """(address, permission) of every guarded page, about somebody or something of the cast."""
    known = {"site": cast.east, "block": cast.east_tents, "organisation": cast.group, "staff": cast.sami.id}
    found = []
    for name, route, address in addresses():
        if name not in PUBLIC:
            path = "/" + route
            for parameter, converter in address.pattern.converters.items():
                kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
                value = "1" if kind == "int" else known.get(parameter, new_id())
                path = path.replace(f"<{kind}:{parameter}>", value).replace(f"<{parameter}>", value)
            found.append((path, address.callback.permission))
    return found


def test_a_visitor_is_led_to_sign_in_and_sees_nothing(places):
    client = Client()
    answers = {path: (client.get(path), client.post(path)) for path, _ in places}
    wrong = [path for path, pair in answers.items() if any(one.status_code != 302 for one in pair)]
    assert wrong == []
