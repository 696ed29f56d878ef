"""From entries to who lodges where, who is on the road, and what keeps them safe there."""

from onward.shelter.projectors import diary, holding, lodging, nowhere, presence, safety, site

__all__ = ["diary", "holding", "lodging", "nowhere", "presence", "safety", "site"]
