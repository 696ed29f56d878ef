"""What the door shows."""

from onward.door.queries.help import Help, help_page
from onward.door.queries.page import (
    card_is,
    consents_of,
    courses_page,
    door_letter,
    keeping_page,
    liberty_page,
    page_language,
    plan_page,
    questions_page,
    way_page,
    wish_of,
)

__all__ = [
    "Help",
    "card_is",
    "consents_of",
    "courses_page",
    "door_letter",
    "help_page",
    "keeping_page",
    "liberty_page",
    "page_language",
    "plan_page",
    "questions_page",
    "way_page",
    "wish_of",
]
