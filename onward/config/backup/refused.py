"""The one thing that a backup refuses with."""


class BackupRefused(Exception):
    """A backup cannot be made, or not be believed; the message is the sentence that says why."""
