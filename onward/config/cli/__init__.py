"""The command line `onward`. Each verb is imported only when it is asked for, so that `serve` starts fast."""

import argparse
import os
import sys
from collections.abc import Sequence

from onward.config.cli.backing_arguments import add_backing
from onward.config.cli.founding_arguments import add_founding
from onward.config.cli.halving_arguments import add_two_person
from onward.config.cli.late import late as _late
from onward.config.cli.network_arguments import add_certificate, add_network
from onward.config.cli.overseeing_arguments import add_overseeing
from onward.config.cli.words import Refused

ENDINGS = """\
Exit codes: 0 done; 1 refused, or something is wrong with the journal, and a sentence says what; 2 the command was
not understood. All state lives in the folder that ONWARD_DATA names (else `data`). Commands that need the
passphrase read it from the file that ONWARD_PASSPHRASE_FILE names, else ask for it.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward.config.settings")
    _leave_no_core()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["manage"]:  # Django reads its own arguments
        words, rest = ["manage"], words[1:]
    else:
        rest = []
    chosen = _parser().parse_args(words)
    chosen.rest = rest
    try:
        return int(chosen.run(chosen) or 0)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def _leave_no_core() -> None:
    # A core dump of an unlocked process would hold the keys.
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="onward",
        description="Onward: from the checkpoint to wherever a person's way leads.",
        epilog=ENDINGS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    _add_serve(verbs)
    add_certificate(verbs)
    add_founding(verbs)
    _add_keeping(verbs)
    add_backing(verbs)
    add_overseeing(verbs)
    _add_nightly(verbs)
    _add_forecast(verbs)
    _add_ways(verbs)
    _add_names(verbs)
    return parser


def _add_serve(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    serve = verbs.add_parser(
        "serve",
        help="Start the server on this machine and keep it running until Ctrl-C.",
        description=(
            "Start the server on 127.0.0.1. With a passphrase file it unlocks itself; without one its first page "
            "asks for the passphrase. A programme that was locked stays locked until this command is given anew. "
            "With --tls it is also on the local network, encrypted, while it is unlocked."
        ),
    )
    serve.add_argument(
        "--port",
        type=int,
        default=int(os.environ.get("PORT") or 8000),
        help="The port to listen on. Default: PORT, else 8000.",
    )
    serve.add_argument(
        "--no-clocks",
        action="store_true",
        help="Leave the clocks to `onward nightly`, given by a timer of your own.",
    )
    add_network(serve)
    serve.set_defaults(run=_late("serving", "serve"))


def _add_keeping(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lock = verbs.add_parser(
        "lock",
        help="Lock the running programme at once.",
        description="End the process that holds the keys. Nothing can be read until somebody unlocks it again.",
    )
    lock.set_defaults(run=_late("keeping", "lock"))
    passphrase = verbs.add_parser(
        "passphrase",
        help="Change the passphrase.",
        description=(
            "Change the passphrase. Asks for the present one and twice for the new one, or reads them from the files "
            "named by ONWARD_PASSPHRASE_FILE and ONWARD_NEW_PASSPHRASE_FILE. Nothing is sealed again."
        ),
    )
    passphrase.set_defaults(run=_late("keeping", "passphrase"))
    add_two_person(verbs)
    _add_journal(verbs)
    manage = verbs.add_parser("manage", help="Run one of Django's own commands, unlocked: `onward manage help`.")
    manage.set_defaults(run=_late("keeping", "manage"))


def _add_journal(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    journal = verbs.add_parser("journal", help="Check the journal, or compute everything from it again.")
    acts = journal.add_subparsers(required=True, metavar="verify|witness|rebuild|accept")
    sound = "Check every entry, the chain and the signed head; name the first that is wrong, and exit with 1."
    verify = acts.add_parser("verify", help=sound, description=sound)
    verify.add_argument(
        "--witness", default="", metavar="FILE", help="Compare the journal with every head in this file as well."
    )
    verify.add_argument("--code", default="", metavar="CODE", help="Compare it with a code from a daily sheet as well.")
    verify.set_defaults(run=_late("keeping", "verify"))
    remembered = (
        "Append the signed head to a file elsewhere, which then shows if an old copy is put back. Refuses where the "
        "journal does not carry on from what the file knows."
    )
    witness = acts.add_parser("witness", help=remembered, description=remembered)
    witness.add_argument("file", metavar="FILE", help="Best on a stick or a machine that others keep.")
    witness.set_defaults(run=_late("keeping", "witness"))
    anew = "Empty every read model and replay the journal, in one transaction; readers see the old rows until the end."
    rebuild = acts.add_parser("rebuild", help=anew, description=anew)
    rebuild.set_defaults(run=_late("keeping", "rebuild"))
    going_on = "Go on although entries were lost for good: sign the journal as it is, and write down that it was so."
    accept = acts.add_parser("accept", help=going_on, description=going_on)
    accept.add_argument("--because", required=True, metavar="REASON", help="What happened, for those who ask later.")
    accept.set_defaults(run=_late("keeping", "accept"))


def _add_nightly(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    nightly = verbs.add_parser(
        "nightly",
        help="Run the clocks: tell whoever is to be told of what is late. `serve` does it by itself once a day.",
        description=(
            "Run the clocks once, beside a running server or without one. To run them twice, late, or after days on "
            "which they were missed tells nobody anything twice. They refuse where the machine's date is more than a "
            "day from the last entry and nobody vouches for it."
        ),
    )
    nightly.add_argument("--date-is-right", action="store_true", help="Say that the date of this machine is right.")
    nightly.set_defaults(run=_late("keeping", "nightly"))


def _add_forecast(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    forecast = verbs.add_parser("forecast", help="Measure how good forecasts of time are on a log.")
    acts = forecast.add_subparsers(required=True, metavar="evaluate")
    evaluate = acts.add_parser(
        "evaluate",
        help="Live through a log again, forecasting after every event, and print how good the forecasts were.",
        description=(
            "Live through a log again: after every event it is forecast how long the rest of the case takes, from "
            "what was known then alone. The log is a file of comma-separated values with the columns case, activity "
            "and ts (ISO 8601 or seconds since 1970); resource and outcome are read where they are there. Where "
            "outcomes are given, a case without one is still open. Needs no programme and no passphrase."
        ),
    )
    evaluate.add_argument("log", metavar="LOG.csv", help="The log; may be packed with gzip.")
    evaluate.add_argument("--json", action="store_true", help="Print the figures as one JSON object on the last line.")
    evaluate.add_argument(
        "--split",
        choices=["replay", "holdout"],
        default="replay",
        help=(
            "How to judge. `replay` uses only what was known at each moment; `holdout` is the literature's split, "
            "whose last fifth of the cases is forecast from the others. Default: replay."
        ),
    )
    evaluate.set_defaults(run=_late("forecasting", "evaluate"))


def _add_ways(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    ways = verbs.add_parser("ways", help="Check or draw the ways onward, those of your own included.")
    acts = ways.add_subparsers(required=True, metavar="check|draw")
    sound = "Say whether a way can be followed, and safely; else the line and the cure. Exits with 1."
    check = acts.add_parser("check", help=sound, description=f"{sound} Ways of your own lie in ONWARD_DATA/ways.")
    check.add_argument("file", nargs="?", default="", metavar="FILE", help="A file. Default: all of your own.")
    check.set_defaults(run=_late("pathways", "check"))
    shown = "Print a way as a table."
    draw = acts.add_parser("draw", help=shown, description=shown)
    draw.add_argument("way", nargs="?", default="", metavar="WAY", help="An id or a file. Default: all.")
    draw.set_defaults(run=_late("pathways", "draw_way"))


def _add_names(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    names = verbs.add_parser("names", help="Measure how well persons are found by name.")
    acts = names.add_subparsers(required=True, metavar="evaluate")
    evaluate = acts.add_parser(
        "evaluate",
        help="Search a pool of persons for names whose person is known, and print how often they stand first.",
        description=(
            "Search a pool of persons, in four scripts, for names whose person is known. Both files are separated by "
            "tabs, in UTF-8, without a head; what is empty or missing at the end is not known. Rows of the pool with "
            "the same id are names of one person. Needs no programme and no passphrase."
        ),
    )
    evaluate.add_argument("--pool", required=True, metavar="POOL.tsv", help="id, name, birth year, sex (f or m)")
    evaluate.add_argument(
        "--queries", required=True, metavar="QUERIES.tsv", help="expected id, name, birth year, sex, note"
    )
    evaluate.add_argument("--json", action="store_true", help="Print the figures as one JSON object on the last line.")
    evaluate.set_defaults(run=_late("naming", "evaluate"))
