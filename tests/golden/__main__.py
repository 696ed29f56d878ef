"""`python -m tests.golden`: write the golden files that are missing."""

import os

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward.config.settings")
    django.setup()

    from tests.golden import write

    for path in write():
        print(f"wrote {path.name}")
