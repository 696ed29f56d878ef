"""The few pages of oversight's own program."""

from datetime import date
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from onward.kit.dates import today
from onward.sealing import WrongPassphrase
from onward.sealing.feeds import FeedRefused
from onward.sealing.watchers import public_file
from onward.watch import listing, opened
from onward.watch.answering import LONGEST, answer_file, keep_answer
from onward.watch.interviewing import add_interviewer, interviewers, vouched_by
from onward.watch.keys import PUBLIC
from onward.watch.opened import needs_open
from onward.watch.reading import Read, Unknown, read_feed
from onward.watch.store import Store
from onward.watch.words import ABOUT, DECIDED, PRESSED


@require_http_methods(["GET", "HEAD", "POST"])
def open_here(request: HttpRequest) -> HttpResponse:
    """Ask for the passphrase."""
    if request.method != "POST":
        return render(request, "watch/open.html")
    try:
        token = opened.open_folder(request.POST.get("passphrase", ""))
    except (WrongPassphrase, ValueError):
        return render(request, "watch/open.html", {"wrong": True}, status=422)
    answer = redirect("sites")
    answer.set_cookie(opened.COOKIE, token, httponly=True, samesite="Strict")
    return answer


@require_POST
@needs_open
def shut(request: HttpRequest, store: Store) -> HttpResponse:  # noqa: ARG001 - asked only that it is open
    """Close the folder at once."""
    opened.close_folder()
    return redirect("open")


@require_safe
@needs_open
def sites(request: HttpRequest, store: Store) -> HttpResponse:
    """Every site: how far it was read, and what was noticed."""
    return render(request, "watch/sites.html", _sites(store))


def _sites(store: Store, **more: object) -> dict[str, object]:
    watcher = store.keys.watcher(store.own("name"), store.own("address"))
    return {"sites": listing.sites(store), "remarks": listing.remarks(store), "own": watcher, **more}


@require_safe
@needs_open
def key_file(request: HttpRequest, store: Store) -> HttpResponse:  # noqa: ARG001 - asks nothing
    """The public half of oversight's key, for a site."""
    watcher = store.keys.watcher(store.own("name"), store.own("address"))
    return _file(PUBLIC, public_file(watcher, store.keys.signing_key))


def _file(name: str, content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer


@require_POST
@needs_open
def take_feed(request: HttpRequest, store: Store) -> HttpResponse:
    """Read a feed in; or say, loudly, why not. A new site's fingerprint is compared first."""
    file = request.FILES.get("feed")
    content = bytes(file.read()) if file else b""
    heard = request.POST.get("fingerprint", "")
    try:
        read: Read = read_feed(store, content, day=today(), fingerprint=heard)
    except FeedRefused as refused:
        return render(request, "watch/sites.html", _sites(store, refused=str(refused)), status=422)
    except Unknown as unknown:
        return render(request, "watch/sites.html", _sites(store, unknown=unknown, mistyped=bool(heard)), status=422)
    return render(request, "watch/sites.html", _sites(store, read=read))


@require_POST
@needs_open
def write_answers(request: HttpRequest, store: Store, node: str) -> HttpResponse:  # noqa: ARG001 - asks nothing
    """The file that goes back to a site."""
    if node not in {site.node for site in listing.sites(store)}:
        raise Http404
    return _file(f"onward-{node[:8]}-answers-{today()}.age", answer_file(store, node, day=today()))


@require_safe
@needs_open
def complaints(request: HttpRequest, store: Store) -> HttpResponse:
    """What people wrote, those first that nobody answered."""
    return render(request, "watch/complaints.html", {"items": listing.items(store, "complaint")})


@require_http_methods(["GET", "HEAD", "POST"])
@needs_open
def complaint(request: HttpRequest, store: Store, node: str, digest: str) -> HttpResponse:
    """One of them, and its answer."""
    found = next((one for one in listing.items(store, "complaint") if (one.node, one.digest) == (node, digest)), None)
    if found is None:
        raise Http404
    words = request.POST.get("words", "").strip()
    if request.method == "POST" and 0 < len(words) <= LONGEST:
        keep_answer(store, node, digest, words, day=today())
        return redirect("complaints")
    wrong = request.method == "POST"
    page = {
        "item": found,
        "about": ABOUT.get(found.said.about, found.said.about),
        "longest": LONGEST,
        "wrong": wrong,
        "typed": words or found.answer,
    }
    return render(request, "watch/complaint.html", page, status=422 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_open
def interviews(request: HttpRequest, store: Store) -> HttpResponse:
    """Private interviews, who holds them, and with whom one is due."""
    name = request.POST.get("name", "").strip()
    if request.method == "POST" and name:
        add_interviewer(store, name)
        return redirect("interviews")
    items = [
        (one, PRESSED.get(one.said.pressed, one.said.pressed), vouched_by(store, one.said.mark))
        for one in listing.items(store, "interview")
    ]
    lines = [(one, date.fromisoformat(one.words[0]) if _is_day(one.words[0]) else one.day) for one in _due(store)]
    return render(request, "watch/interviews.html", {"items": items, "due": lines, "interviewers": interviewers(store)})


def _due(store: Store) -> list[listing.Line]:
    return listing.due(store, today())


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@require_safe
@needs_open
def openings(request: HttpRequest, store: Store) -> HttpResponse:
    """The latest openings of an identity."""
    rows = [(line, [(_("Who"), line.words[0]), (_("Why"), line.words[1])]) for line in listing.openings(store)]
    return render(request, "watch/lines.html", {"rows": rows, "name": _("Identities opened"), "most": listing.SHOWN})


@require_safe
@needs_open
def reviews(request: HttpRequest, store: Store) -> HttpResponse:
    """What the latest reviews of stay found."""
    rows = [(line, _found(*line.words)) for line in listing.reviews(store)]
    return render(request, "watch/lines.html", {"rows": rows, "name": _("Reviews of stay"), "most": listing.SHOWN})


def _found(decision: str, reasons: str, by: str) -> list[tuple[str, object]]:
    return [(_("Found"), DECIDED.get(decision, decision)), (_("Reasons"), reasons), (_("By"), by)]
