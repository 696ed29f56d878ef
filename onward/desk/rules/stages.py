"""The stages of the ways, in words."""

from onward.waiting.queries import stage_words as stages

__all__ = ["stages"]
