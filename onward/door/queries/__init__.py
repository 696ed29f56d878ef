"""What the door shows."""

from onward.door.queries.help import Help, help_page
from onward.door.queries.page import (
    card_is,
    consents_of,
    keeping_page,
    liberty_page,
    page_language,
    questions_page,
    way_page,
    wish_of,
)

__all__ = [
    "Help",
    "card_is",
    "consents_of",
    "help_page",
    "keeping_page",
    "liberty_page",
    "page_language",
    "questions_page",
    "way_page",
    "wish_of",
]
