"""What follows from what was said about a way; plain values in, plain values out."""

from onward.waiting.rules.way import Known, Way, after

__all__ = ["Known", "Way", "after"]
