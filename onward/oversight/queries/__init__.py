"""Reading reviews of stay: each query gives only what the one who asks may see."""

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
    "count_reviews",
    "counts_for",
    "first_due",
    "hosts_of",
    "open_review",
    "review_for",
    "reviewers_for",
    "reviews_for",
    "reviews_of",
    "to_tell",
    "without_review",
]
