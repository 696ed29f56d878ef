"""From entries to who lodges where, who is on the road, and what keeps them safe there."""

from onward.shelter.projectors import lodging, presence, safety, site

__all__ = ["lodging", "presence", "safety", "site"]
