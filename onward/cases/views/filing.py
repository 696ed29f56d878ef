"""What all forms of a file share: whose file it is, where Cancel and Save lead."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods

from onward.ui.forms import EntryForm
from onward.ui.writing import written

if TYPE_CHECKING:
    from onward.cases.models import Case

writes = require_http_methods(["GET", "HEAD", "POST"])


def file_url(case: str) -> str:
    """Where a resident's file is shown."""
    try:
        return reverse("desk:case", args=[case])
    except NoReverseMatch:
        return reverse("cases:see_history", args=[case])


def filed(
    request: HttpRequest,
    file: "Case",
    form: EntryForm,
    act: Callable[..., object],
    *,
    done: str | Callable[[str], str] = "",
    message: str = "",
    **page: Any,
) -> HttpResponse:
    """Show a short form of a file, or do what it says and go back to the file. URL and template have one name."""
    match = request.resolver_match
    assert match is not None  # noqa: S101 - every request that reaches a view has been resolved
    return written(
        request,
        form,
        partial(act, case=file.id),
        template=f"cases/{match.url_name}.html",
        context={"case": file, "back": file_url(file.id), **page},
        done=done or file_url(file.id),
        message=message,
    )
