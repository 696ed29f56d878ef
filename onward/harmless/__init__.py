"""Files that others send, made harmless: read in a confined process, and drawn anew. No Django; usable alone.

clean(content, "pdf")  ->  a file that holds pictures and nothing else, or Refused
"""

from onward.harmless.apart import clean
from onward.harmless.kinds import MAGIC, Harmless, Refused, sort_of

__all__ = ["MAGIC", "Harmless", "Refused", "clean", "sort_of"]
