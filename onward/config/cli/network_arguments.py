"""What the command line says of the local network."""

import argparse

from onward.config.cli.late import late


def add_network(serve: argparse.ArgumentParser) -> None:
    """The words of `onward serve` that open a door to the local network."""
    serve.add_argument("--tls", action="store_true", help="Also serve the local network, over TLS.")
    serve.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="NAME",
        help="A name or address by which others reach this machine, besides its own. May be given again.",
    )
    serve.add_argument("--tls-port", type=int, default=8443, metavar="PORT", help="Default: 8443.")
    serve.add_argument(
        "--install-port",
        type=int,
        default=8080,
        metavar="PORT",
        help="Where phones find the certificate, unencrypted. Default: 8080.",
    )


def add_certificate(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """`onward certificate`."""
    certificate = verbs.add_parser("certificate", help="Show, renew or replace the certificates of `serve --tls`.")
    acts = certificate.add_subparsers(required=True, metavar="show|renew|replace")
    for verb, said in (
        ("show", "Print the fingerprint that phones compare, and until when the certificates hold."),
        ("renew", "Make the server's certificate anew now; phones notice nothing. A start does it by itself in time."),
        ("replace", "Make another authority, where somebody may have the key of this one: every phone installs again."),
    ):
        acts.add_parser(verb, help=said, description=said).set_defaults(run=late("network", verb))
