"""What every template may ask about the programme itself."""

from django.conf import settings
from django.http import HttpRequest


def programme(_: HttpRequest) -> dict[str, object]:
    """Context processor: `programme` (its own name, as residents see it), `demo` (whether nobody in it is real),
    `elsewhere` (the name of another sign-in, where one is named)."""
    oidc = settings.PROGRAMME.oidc
    return {"programme": settings.PROGRAMME_NAME, "demo": settings.DEMO, "elsewhere": oidc.name if oidc else ""}
