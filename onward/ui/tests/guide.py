"""Every component on one page, for tests and screenshots only."""

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace as Plain

from django.template.backends.django import DjangoTemplates
from django.test import RequestFactory

from onward.kit.dates import today
from onward.ui.forms import DayField, EntryForm, LineField, MomentField, OneOfField, SomeOfField, WordsField
from onward.ui.navigation import links_for

TEMPLATES = Path(__file__).parent / "templates"
STAGES = ("Received", "Settled", "Heard", "Safe to ask", "Nationality", "Papers", "Safe to go", "Journey", "Arrived")
PARTS = (
    (6, "tone-1", "received, heard", "N. Haddad"),
    (12, "tone-2", "no French interpreter", "M. Demir, coordinator"),
    (38, "nobody", "unexplained", "nobody"),
    (6, "tone-4", "is it safe to ask?", "S. Aydin, R. Okoro"),
    (81, "tone-3", "nationality", "the consulate"),
)
FIGURES = [
    Plain(number=58, text="residents, 22 places free", url="/site/"),
    Plain(number=4, text="not yet housed", url=""),
    Plain(number=2, text="on the road to us", url=""),
    Plain(number=7, text="moves past their norm", url=""),
    Plain(number=212, text="unexplained days this month", url="", tone="late"),
]
ROWS = [
    Plain(url="#a", cells=["Quiet Cedar", "French", "B-14", "Nationality", 143]),
    Plain(url="#b", cells=["Clear River", "French", "B-14", "Nationality", 143]),
    Plain(url="#c", cells=["Bright Field", "Uzbek", "C-2", "Settled", 12]),
]


class GuideForm(EntryForm):
    language = OneOfField(
        label="Language", choices=[("ar", "Arabic"), ("fr", "French"), ("uz", "Uzbek"), ("nl", "Dutch")]
    )
    place = LineField(label="Place", help_text="Where the person is now.")
    at = MomentField(label="When", required=False)
    born = DayField(label="Born on", required=False)
    needs = SomeOfField(label="Needs now", choices=[("water", "Water"), ("doctor", "A doctor"), ("rest", "Rest")])
    told = WordsField(label="What was told", required=False)


PLACES = ("Residents", "Arrivals", "Transfers", "Site", "Letters out", "Papers kept", "Journeys", "Unexplained days")
LINKS = [("Today", "/"), *((name, f"/{name.split()[0].lower()}/") for name in PLACES)]


def guide_context(request):
    day = today()
    return {
        "request": request,
        "programme": "Onward",
        "demo": True,
        "links": links_for(request, LINKS),
        "find_url": "/find",
        "person": "Nour Haddad",
        "sign_out_url": "/account/logout/",
        "today": day,
        "start": day - timedelta(days=143),
        "late": day - timedelta(days=3),
        "soon": day + timedelta(days=3),
        "stages": [Plain(name=n, state="done" if i < 4 else "now" if i == 4 else "") for i, n in enumerate(STAGES)],
        "parts": [Plain(length=n, tone=tone, text=text, who=who) for n, tone, text, who in PARTS],
        "figures": FIGURES,
        "columns": ["Case", "Language", "Place", "Stage", "Days"],
        "rows": ROWS,
        "form": GuideForm({"language": "fr", "entry": "0" * 12 + "7" + "0" * 3 + "8" + "0" * 15}),
        "entries": [
            Plain(at=day, what="A need was met", who="S. Aydin", note="Shoes, size 38"),
            Plain(at=day - timedelta(days=9), what="May leave: yes", who="N. Haddad", undone=True),
        ],
        "changes": [Plain(day=day, what="A need was met", who="S. Aydin")],
    }


def guide_page():
    """The page as HTML, in the language that is active."""
    backend = DjangoTemplates({"NAME": "guide", "DIRS": [TEMPLATES], "APP_DIRS": True, "OPTIONS": {}})
    request = RequestFactory().get("/residents/1")
    return backend.get_template("guide/guide.html").render(guide_context(request), request)
