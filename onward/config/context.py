"""What every template may ask about the programme itself."""

from django.conf import settings
from django.http import HttpRequest


def programme(request: HttpRequest) -> dict[str, object]:
    """`programme` (its own name, as residents see it) and `demo` (whether this is the demonstration)."""
    return {"programme": settings.PROGRAMME, "demo": settings.DEMO}
