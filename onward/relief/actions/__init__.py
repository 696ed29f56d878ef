"""What a site gives out, and giving it."""

from onward.relief.actions.serving import serve_at_desk, serve_family, serve_thing, take_back_serving
from onward.relief.actions.things import add_thing, change_thing, end_thing

__all__ = [
    "add_thing",
    "change_thing",
    "end_thing",
    "serve_at_desk",
    "serve_family",
    "serve_thing",
    "take_back_serving",
]
