from onward.homecoming.tests.story import story

__all__ = ["story"]
