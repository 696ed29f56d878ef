"""Reading reviews of stay, and what oversight is told: each query gives only what the one who asks may see."""

from onward.oversight.queries.envelopes import (
    all_answers,
    drop_read,
    is_item,
    keep_item,
    key_now,
    lay_decoys,
    list_batches,
    put_answers,
)
from onward.oversight.queries.feeding import feed_state, keys_for, last_number, sealed_feed
from onward.oversight.queries.lists import SHOWN, AtSite, Line, count_reviews, counts_for, reviews_for, without_review
from onward.oversight.queries.reviews import (
    Reviews,
    first_due,
    hosts_of,
    open_review,
    review_for,
    reviewers_for,
    reviews_of,
    to_tell,
)

__all__ = [
    "SHOWN",
    "AtSite",
    "Line",
    "Reviews",
    "all_answers",
    "count_reviews",
    "counts_for",
    "drop_read",
    "feed_state",
    "first_due",
    "hosts_of",
    "is_item",
    "keep_item",
    "key_now",
    "keys_for",
    "last_number",
    "lay_decoys",
    "list_batches",
    "open_review",
    "put_answers",
    "review_for",
    "reviewers_for",
    "reviews_for",
    "reviews_of",
    "sealed_feed",
    "to_tell",
    "without_review",
]
