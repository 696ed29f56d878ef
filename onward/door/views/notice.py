"""What is kept, who reads it, which rights there are: for everybody, before any card is asked for."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def see_notice(request: HttpRequest) -> HttpResponse:
    """The privacy notice. It says nothing of whoever reads it."""
    return render(request, "door/see_notice.html", {"years": settings.KEEPING.years})
