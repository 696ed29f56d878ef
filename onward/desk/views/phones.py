"""How a phone, or another machine on the same network, comes to this programme."""

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from onward.access.rules import needs


@needs("desk.see_phones")
@require_safe
def see_phones(request: HttpRequest) -> HttpResponse:
    """The address to open, as words and as a picture, and the fingerprint to compare; for the screen or on paper."""
    lan = settings.LAN
    if lan is None:
        return render(request, "desk/see_phones.html", {})
    context = {
        "addresses": lan.addresses,
        "install": lan.install_addresses[:1],
        "pairs": lan.fingerprint.split(":"),
        "picture": segno.make(lan.install_addresses[0], error="m").svg_data_uri(border=3)
        if lan.install_addresses
        else "",
    }
    return render(request, "desk/see_phones.html", context)
