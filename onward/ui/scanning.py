"""Pages that scan: the one thing that their policy allows beyond every other page's is to run the barcode reader."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def scans(view: View) -> View:
    """Put closest to a view whose page includes `ui/components/camera.html`; where it leads on, no policy is eased."""
    allowed: View = csp_update({"script-src": ["'wasm-unsafe-eval'"]})(lambda _request, answer: answer)

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        return answer if answer.has_header("Location") else allowed(request, answer)

    return answered
