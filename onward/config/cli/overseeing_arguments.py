"""What `onward oversight`, `onward oversight-key` and `onward feed` may be told."""

import argparse

from onward.config.cli.late import late


def add_overseeing(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add them."""
    _add_oversight(verbs)
    key = verbs.add_parser(
        "oversight-key",
        help="Name oversight's key at a site.",
        description=(
            "Name the key to which complaints and feeds are sealed from now on. The fingerprint is typed as oversight "
            "reads it out over the telephone, never copied from the file."
        ),
    )
    key.add_argument("file", metavar="FILE", help="The file that oversight gave.")
    key.add_argument("--fingerprint", required=True, metavar="SIGNS", help="As oversight read it out.")
    key.add_argument("--compared-with", default="", metavar="NAME", help="With whom it was compared.")
    key.set_defaults(run=late("feeding", "oversight_key"))
    feed = verbs.add_parser("feed", help="Write a feed for oversight, or take in its answers.")
    acts = feed.add_subparsers(required=True, metavar="write|take")
    sealed = "Write the next feed for oversight into a folder, a stick for example. Nobody here can open it."
    write = acts.add_parser("write", help=sealed, description=sealed)
    write.add_argument("where", metavar="FOLDER")
    write.set_defaults(run=late("feeding", "write"))
    back = "Take in the answers of oversight. Nobody here can read them."
    take = acts.add_parser("take", help=back, description=back)
    take.add_argument("file", metavar="FILE")
    take.set_defaults(run=late("feeding", "take"))


def _add_oversight(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    oversight = verbs.add_parser("oversight", help="Oversight's own machine: its folder, its key, its few pages.")
    acts = oversight.add_subparsers(required=True, metavar="init|serve|key|read")
    made = "Make oversight's folder with its key, on a machine that no host keeps. Refuses a folder with a programme."
    init = acts.add_parser("init", help=made, description=made)
    init.add_argument("folder", metavar="FOLDER")
    init.add_argument("--name", required=True, metavar="NAME", help="As residents and sites know oversight.")
    init.add_argument("--address", default="", metavar="WHERE", help="Where letters and calls reach it.")
    init.set_defaults(run=late("overseeing", "init"))
    shown = "Serve oversight's pages to this machine alone. The first asks for the passphrase."
    serve = acts.add_parser("serve", help=shown, description=shown)
    serve.add_argument("folder", metavar="FOLDER")
    serve.add_argument("--port", type=int, default=8100, help="The port to listen on. Default: 8100.")
    serve.set_defaults(run=late("overseeing", "serve"))
    public = "Print the fingerprint, and write the file that a site takes in."
    key = acts.add_parser("key", help=public, description=public)
    key.add_argument("folder", metavar="FOLDER")
    key.add_argument("file", metavar="FILE")
    key.set_defaults(run=late("overseeing", "key"))
    taken = "Read a feed in; exits with 1 and says what is wrong where it does not carry on from what was read before."
    read = acts.add_parser("read", help=taken, description=taken)
    read.add_argument("folder", metavar="FOLDER")
    read.add_argument("feed", metavar="FEED")
    read.add_argument("--fingerprint", default="", metavar="SIGNS", help="Of a new site, compared by voice.")
    read.set_defaults(run=late("overseeing", "read"))
    aside = (
        "Begin a site's chain anew from an entry on, after it lost entries for good and told you so. What was known of "
        "them is remarked upon and let go."
    )
    begin = acts.add_parser("set-aside", help=aside, description=aside)
    begin.add_argument("folder", metavar="FOLDER")
    begin.add_argument("--site", required=True, metavar="FINGERPRINT")
    begin.add_argument("--first", required=True, type=int, metavar="NUMBER", help="The first entry that differs.")
    begin.add_argument("--because", required=True, metavar="REASON")
    begin.set_defaults(run=late("overseeing", "set_aside"))
