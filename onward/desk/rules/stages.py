"""The stages of the way, in words."""

from django.utils.translation import gettext

from onward.pathway import named

WAY = "default"


def stages() -> dict[str, str]:
    """Each stage of the way with its title in the reader's language, in order."""
    return {stage.id: gettext(stage.title) for stage in named(WAY).stages}
