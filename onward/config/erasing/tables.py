"""Where something about a case may lie, besides the journal. A new table is named here, or a test fails.

Read models need no name: their rows of the case's own stream go. What follows are tables beside the journal, and rows
that the journal computes from somebody else's stream.
"""

from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import connection

from onward.cases.events import CardIssued
from onward.journal.reading import history
from onward.relief.rules import stream_of as relief_stream

ABOUT_A_CASE = {
    "access_reading": "case",
    "waiting_counted": "case",
    "waiting_everat": "case",
    "waiting_stretch": "case",
}
"""Working table -> its column that names the case: those rows go."""

ABOUT_TWO = {"tracing_likely": ("case", "other")}
"""Working table -> its columns that name two cases: the rows of either go."""

NOTHING_OF_A_CASE = {
    "access_account": "staff",
    "account_emailaddress": "never written: no addresses are kept",
    "account_emailconfirmation": "never written",
    "auth_group": "Django's own",
    "auth_group_permissions": "Django's own",
    "auth_permission": "Django's own",
    "cases_cardtry": "tries at a card; those of the case's cards go by the card's number, below",
    "django_content_type": "Django's own",
    "django_migrations": "Django's own",
    "django_session": "those that name the case are ended, below",
    "journal_entry": "stays, sealed: its keys go",
    "mfa_authenticator": "staff",
    "oversight_sealedanswer": "opened by nobody here; whose it is nobody here can say",
    "oversight_sealeditem": "as above",
    "socialaccount_socialaccount": "staff; there only where another sign-in is named",
    "socialaccount_socialapp": "never written",
    "socialaccount_socialtoken": "never written: no token is kept",
    "tracing_scored": "a number",
    "waiting_clockrun": "how many, of whom nothing",
    "waiting_ledger": "a number",
}
"""Working table -> why nothing in it is of a case, or how it goes otherwise."""

NAMED_ELSEWHERE = {
    ("cases_companion", "other"): "a companion's file says whom they came with: a number that leads nowhere",
    ("shelter_seen", "case"): "on which day somebody was last seen at a site: a number that leads nowhere",
    ("shelter_apart", "other"): "kept apart from them: another resident's file, and a number that leads nowhere",
    ("tracing_link", "other"): "a file held to be of the same person: a number that leads nowhere",
    ("tracing_unlike", "other"): "the same, held not to be",
    ("tracing_told", "other"): "of whom a relative was told: a number that leads nowhere",
    ("relief_serving", "case"): "in a stream that is the person's own beside their file: it goes with it, below",
    ("erasure_erasure", "case"): "the erasure itself",
    ("homecoming_civilpaper", "child"): "a mother's paper names her child's file: a number that leads nowhere",
}
"""(read model, column) of other streams that may name the case: another person's file, which says what it said."""


def streams_of(case: str) -> tuple[str, ...]:
    """The streams that are of one case alone: its file, and what the person was given to eat and to use."""
    return case, relief_stream(case)


def forget(case: str, *, name: str = "") -> None:
    """Delete what working tables say of a case, inside the caller's transaction, and end sessions that name it."""
    with connection.cursor() as cursor:
        for table, column in ABOUT_A_CASE.items():
            cursor.execute(f'DELETE FROM "{table}" WHERE "{column}" = %s', (case,))  # noqa: S608 - named above
        for table, columns in ABOUT_TWO.items():
            for column in columns:
                cursor.execute(f'DELETE FROM "{table}" WHERE "{column}" = %s', (case,))  # noqa: S608 - named above
        cursor.executemany("DELETE FROM cases_cardtry WHERE card = %s", [(card,) for card in _cards(case)])
    for session in Session.objects.all():
        said = repr(session.get_decoded())
        if case in said or (name and name in said):
            caches["sessions"].delete(f"django.contrib.sessions.cached_db{session.session_key}")
            session.delete()


def _cards(case: str) -> list[str]:
    """Every card that the person ever had; none once the keys are gone."""
    return [entry.event.card for entry in history(case) if isinstance(entry.event, CardIssued)]
