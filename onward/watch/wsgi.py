"""The door of oversight's own program."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "onward.watch.settings"

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
