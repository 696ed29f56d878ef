"""Pages that scan: the one thing that their policy allows beyond every other page's is to run the barcode reader."""

from collections.abc import Callable

from csp.decorators import csp_update
from django.http import HttpResponse

View = Callable[..., HttpResponse]


def scans(view: View) -> View:
    """Put on a view whose page includes `ui/components/camera.html`."""
    allowed: View = csp_update({"script-src": ["'wasm-unsafe-eval'"]})(view)
    return allowed
