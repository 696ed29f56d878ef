"""What every page of care that writes takes."""

from django.views.decorators.http import require_http_methods

write = require_http_methods(["GET", "HEAD", "POST"])
