"""From entries to who lodges where, who is on the road, and what keeps them safe there."""

from onward.shelter.projectors import holding, lodging, nowhere, presence, safety, site

__all__ = ["holding", "lodging", "nowhere", "presence", "safety", "site"]
