"""Every address, app by app."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

# App -> where its addresses begin.
PLACES = {
    "access": "",
    "places": "places/",
    "cases": "residents/",
    "waiting": "waiting/",
    "reception": "arrivals/",
    "shelter": "shelter/",
    "care": "care/",
    "courses": "courses/",
    "relief": "relief/",
    "homecoming": "homecoming/",
    "oversight": "reviews/",
    "erasure": "keeping/",
    "emergency": "emergencies/",
    "tracing": "tracing/",
    "reports": "reports/",
    "door": "door/",
    "desk": "",
}

urlpatterns: list[URLPattern | URLResolver] = [
    path("language", set_language, name="set_language"),
    *(path(prefix, include(f"onward.{app}.urls")) for app, prefix in PLACES.items()),
]

handler400 = "onward.config.errors.bad_request"
handler403 = "onward.config.errors.not_allowed"
handler404 = "onward.config.errors.not_found"
handler500 = "onward.config.errors.broken"
