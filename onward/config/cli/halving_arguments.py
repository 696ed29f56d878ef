"""What the command line says of a lock that takes two."""

import argparse

from onward.config.cli.late import late


def add_share(init: argparse.ArgumentParser) -> None:
    """The word of `onward init` that makes a lock of two."""
    init.add_argument(
        "--two-person",
        action="append",
        default=[],
        metavar="FILE",
        help="Let it take two: also the file that is written here, on a stick. Given again, a second stick.",
    )


def add_two_person(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`onward two-person`."""
    said = "Let unlocking take two people: who knows the passphrase, and who keeps a stick."
    two = verbs.add_parser("two-person", help=said, description=said)
    acts = two.add_subparsers(required=True, metavar="on|off")
    begin = "Write half of the secret to a file on a stick, or to several; older sticks stop working."
    on = acts.add_parser("on", help=begin, description=f"{begin} A line for paper is shown once.")
    on.add_argument("file", nargs="+", metavar="FILE", help="Must not be there yet, nor lie in the data folder.")
    on.set_defaults(run=late("halving", "on"))
    end = "Let the passphrase alone open it again; asks for both once more."
    acts.add_parser("off", help=end, description=end).set_defaults(run=late("halving", "off"))
