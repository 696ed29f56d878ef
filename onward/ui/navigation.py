"""The few links at the head of each page."""

from collections.abc import Iterable
from typing import NamedTuple

from django.http import HttpRequest


class Link(NamedTuple):
    """One link; `current` where the page is at or under its address."""

    label: str
    url: str
    current: bool


def links_for(request: HttpRequest, pairs: Iterable[tuple[str, str]]) -> list[Link]:
    """Links of (label, address), the one that leads closest to this page marked as current."""
    pairs = list(pairs)
    path = request.path
    near = [url for _, url in pairs if path == url or (url != "/" and path.startswith(url.rstrip("/") + "/"))]
    closest = max(near, key=len, default=None)
    return [Link(label, url, url == closest) for label, url in pairs]
