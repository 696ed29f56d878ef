"""Every page that needs no address of its own, as each role sees it on a phone: nothing stands in anyone's way."""

import gzip

import msgspec
import pytest
from django.urls import URLResolver, get_resolver

from onward.access.rules import Actor
from tests.cast import client_for

pytestmark = pytest.mark.browser


def addresses(patterns, before="/"):
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, address)
        elif not set("<^$(") & set(address):
            yield address


def pages(cast):
    """(address, answer), each address once: the first of the cast who may see it."""
    people = [one for one in msgspec.structs.asdict(cast).values() if isinstance(one, Actor)]
    seen = set()
    for client in map(client_for, people):
        for address in addresses(get_resolver().url_patterns):
            if address in seen:
                continue
            answer = client.get(address)
            if answer.status_code == 200 and "text/html" in answer["Content-Type"]:
                seen.add(address)
                yield address, answer


def test_no_page_stands_in_the_way(cast, show):
    found = []
    for address, answer in pages(cast):
        shown = show(answer.content.decode(), answer["Content-Security-Policy"])
        found += shown.faults(f"page-{address.strip('/').replace('/', '-') or 'first'}", (360, "light"))
    assert found == []


def test_no_page_is_heavy(cast):
    heavy = [address for address, answer in pages(cast) if len(gzip.compress(answer.content)) > 15_000]
    assert heavy == []
