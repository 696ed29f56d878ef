from onward.desk.tests.story import story

__all__ = ["story"]
