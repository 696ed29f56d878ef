"""The real application, and one address that answers only after a minute."""

import time

from onward.config.wsgi import application as real


def application(environ, start_response):
    if environ["PATH_INFO"] == "/slow":
        time.sleep(60)
    return real(environ, start_response)
