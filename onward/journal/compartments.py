"""The compartments of a file: each entry, or each field of one, is sealed with the key of its own."""

RECORD = "record"
IDENTITY = "identity"
HEALTH = "health"
GBV = "gbv"
LEGAL = "legal"
CHILD = "child"
ACCOUNT = "account"
COMPLAINT = "complaint"

FILE = (RECORD, IDENTITY, HEALTH, GBV, LEGAL, CHILD, ACCOUNT, COMPLAINT)
"""Those of a resident's file: `health` is body and mind, `account` is the journey's in the person's own words."""

JOURNEY = "journey"
"""Of a convoy's stream: route and times, for those who travel and lead."""

COURSES = "courses"
OWN = "own"
REMINDERS = "reminders"
"""In a person's file, but no part of what its readers open: what they said to courses, which the room of courses alone
opens, what is their own (their plan, their talks with a counsellor), which no role opens, and what one of the staff
reminds themselves of, which nobody else reads."""

RELIEF = "relief"
"""Of what one person was given to eat and to use, in a stream beside their file: that room alone opens it."""

COMPARTMENTS = (*FILE, JOURNEY, COURSES, OWN, REMINDERS, RELIEF)
"""Every compartment there is: a mistyped one would be sealed under a key that nobody ever opens."""
