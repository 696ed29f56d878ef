"""`python -m benchmarks.named`: give the residents of the folder ONWARD_DATA names to be found by, where none has any.

The seeded stories hold no names. These stand in the table that the index is built from, and in no entry.
"""

import os
import random
from pathlib import Path

PARTS = 20_000
SYLLABLES = [
    begin + vowel + end for begin in "bdfghjklmnrstvyz" for vowel in ("a", "e", "i", "ou") for end in ("", "", "n", "r")
]
FREQUENT = (
    "Mohamed",
    "Ahmed",
    "Fatima",
    "Amina",
    "Yusuf",
    "Khaled",
    "Omar",
    "Marie",
    "Jean",
    "Rustam",
    "Zainab",
    "Layla",
)
OFTEN = 0.4


def main() -> None:
    """Unlock, and write the rows."""
    from onward.config.unlocking import unlock_process

    folder = Path(os.environ["ONWARD_DATA"])
    unlock_process(folder, (folder / "passphrase").read_text())
    import django

    django.setup()
    from django.db import connection, transaction

    from onward.cases.models import Case, KnownName
    from onward.names import fold

    print("[]")
    if KnownName.objects.exists():
        return
    lot = random.Random(61)
    parts = ["".join(lot.choices(SYLLABLES, k=lot.choice((2, 2, 3, 3)))) for _ in range(PARTS)]
    columns = "id, stream, folded, birth_year, sex, by"
    insert = f"INSERT INTO cases_knownname ({columns}) VALUES (%s, %s, %s, %s, '', '')"
    rows = []
    for case in Case.objects.order_by("id").values_list("id", flat=True):
        said = [lot.choice(FREQUENT if lot.random() < OFTEN else parts) for _ in range(lot.choice((2, 3)))]
        rows.append((case, case, fold(" ".join(said)), lot.choice((None, lot.randint(1950, 2020)))))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(insert, rows)


if __name__ == "__main__":
    main()
