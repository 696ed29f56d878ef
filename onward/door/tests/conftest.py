from onward.door.tests.story import stay

__all__ = ["stay"]
