"""What `onward backup` and `onward restore` may be told."""

import argparse

from onward.config.cli.late import late


def add_backing(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add both commands."""
    _add_backup(verbs)
    _add_restore(verbs)


def _add_backup(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = verbs.add_parser(
        "backup",
        help="Make a backup, beside a running server or without one.",
        description=(
            "Make a backup in two files: the record, and apart from it the keyring, without which nobody can read what "
            "the record says. Both are sealed to the recipients named; without any to a passphrase, which is asked "
            "for, or read from the file that ONWARD_BACKUP_PASSPHRASE_FILE names, and all of it then passes through "
            "memory. Copies of the keyring in that folder that are older than 14 days are removed, so that what was "
            "erased is erased in backups too: keep records for as long as you like, and copies of the keyring nowhere "
            "else."
        ),
    )
    backup.add_argument(
        "where", nargs="?", default="", metavar="FILE-OR-FOLDER", help="A folder, or the record's file."
    )
    backup.add_argument(
        "--to",
        action="append",
        metavar="RECIPIENT",
        help="A public key of age, age1...; may be given more than once. Default: those in programme.toml.",
    )
    backup.add_argument(
        "--make-identity", default="", metavar="FILE", help="Make a key pair for backups in FILE, and do nothing else."
    )
    backup.set_defaults(run=late("backing", "backup"))


def _add_restore(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    restore = verbs.add_parser(
        "restore",
        help="Make a programme out of a backup, in an empty folder.",
        description=(
            "Make a programme out of a backup in the empty folder that ONWARD_DATA names: open it, compute every read "
            "model from the journal, verify the whole, and say which entry was the last. Asks for the backup's "
            "passphrase, unless an identity is named, and for the programme's. Nobody is signed in afterwards."
        ),
    )
    restore.add_argument("backup", metavar="BACKUP", help="The record's file.")
    restore.add_argument(
        "--keyring", default="", metavar="FILE", help="Its keyring. Default: the newest one of the programme beside it."
    )
    restore.add_argument("--identity", default="", metavar="FILE", help="The identity that the backup was sealed to.")
    restore.add_argument(
        "--witness", default="", metavar="FILE", help="Refuse a backup that ends before a head that this file knows."
    )
    restore.add_argument(
        "--although-older",
        default="",
        metavar="REASON",
        help="Restore it although newer entries are known; the reason then stands in the journal.",
    )
    restore.set_defaults(run=late("backing", "restore"))
