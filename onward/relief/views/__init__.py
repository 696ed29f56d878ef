"""The pages of relief."""

from onward.relief.views.desk import find_person, see_person, serve_at_desk
from onward.relief.views.serving import serve_family, serve_thing, take_back_serving
from onward.relief.views.things import add_thing, change_thing, end_thing, see_counts, see_exceptions, see_things

__all__ = [
    "add_thing",
    "change_thing",
    "end_thing",
    "find_person",
    "see_counts",
    "see_exceptions",
    "see_person",
    "see_things",
    "serve_at_desk",
    "serve_family",
    "serve_thing",
    "take_back_serving",
]
