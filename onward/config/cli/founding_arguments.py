"""What the command line says of making a programme, and of its first people."""

import argparse

from onward.config.cli.halving_arguments import add_share
from onward.config.cli.late import late


def add_founding(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`onward init`, `appoint` and `demo`."""
    _add_init(verbs)
    alone = "Add an administrator of another organisation, where nobody is left who could agree to what takes two."
    appoint = verbs.add_parser("appoint", help=alone, description=alone)
    appoint.add_argument("--organisation", required=True, metavar="NAME", help="Whom they work for.")
    appoint.add_argument("--administrator", default="", metavar="NAME", help="The name to sign in with.")
    appoint.set_defaults(run=late("appointing", "appoint"))
    demo = verbs.add_parser(
        "demo",
        help="Make the demonstration; asks nothing.",
        description=(
            "Make a fictional programme to look at. Its passphrase lies beside it in the file demo.passphrase, so "
            "it protects nothing: put nothing true into it."
        ),
    )
    demo.add_argument("--if-missing", action="store_true", help="Do nothing when the folder holds a programme.")
    demo.set_defaults(run=late("founding", "demo"))


def _add_init(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    init = verbs.add_parser(
        "init",
        help="Make an empty programme with two administrators, of two organisations.",
        description=(
            "Make an empty programme: its databases, its passphrase, and the accounts of two administrators of two "
            "organisations, whose first passwords are shown once. What opens names takes both. Refuses a folder that "
            "holds a programme or a demonstration."
        ),
    )
    init.add_argument(
        "--organisation",
        action="append",
        default=[],
        metavar="NAME",
        help="Whom an administrator works for; given twice. Asked for if not given.",
    )
    init.add_argument(
        "--administrator",
        action="append",
        default=[],
        metavar="NAME",
        help="The name to sign in with; given twice, in the same order. Default: they are drawn.",
    )
    add_share(init)
    init.set_defaults(run=late("founding", "init"))
