"""The door to the local network, tried by a client that trusts this place's authority and nothing else."""

import http.client
import os
import re
import signal
import socket
import ssl
import urllib.request

import pytest

from onward.config.lan import Lan
from onward.config.tests.served import WORDS, Server, is_alive
from onward.sealing import vault
from onward.sealing.certificates import fingerprint_of


@pytest.fixture
def folder(tmp_path):
    held = vault.secrets() if vault.is_unlocked() else None
    vault.create(tmp_path / "data", WORDS)
    vault.forget() if held is None else vault.hold(held)
    return tmp_path / "data"


@pytest.fixture
def words_file(tmp_path):
    path = tmp_path / "words"
    path.write_text(f"{WORDS}\n")
    return path


def free():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


class Network:
    """A server with a door to the network, and a phone that looks at it."""

    def __init__(self, folder, **how):
        self.tls, self.install = free(), free()
        words = ("--tls", "--name", "camp.lan", "--tls-port", str(self.tls), "--install-port", str(self.install))
        self.server = Server(folder, words=words, **how)
        self.authority = folder / "tls" / "authority.pem"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.__exit__()

    def ask(self, path="/", *, name="localhost", trusting=True, least=ssl.TLSVersion.TLSv1_3):
        """Status and headers over TLS; the certificate must hold, and for that name."""
        context = ssl.create_default_context(cafile=str(self.authority) if trusting else None)
        context.verify_flags |= ssl.VERIFY_X509_STRICT
        context.maximum_version = least
        raw = socket.create_connection(("127.0.0.1", self.tls), timeout=5)
        connection = http.client.HTTPConnection(name, self.tls, timeout=5)
        connection.sock = context.wrap_socket(raw, server_hostname=name)
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status, answer.headers

    def plain(self, path="/"):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.install}{path}", timeout=5) as answer:
            return answer.headers, answer.read()

    def is_open(self, port):
        with socket.socket() as trial:
            return trial.connect_ex(("127.0.0.1", port)) == 0


def test_a_phone_that_trusts_this_authority_alone_is_served_and_loopback_goes_on_plain(folder, words_file):
    with Network(folder, passphrase_file=words_file) as network:
        network.server.wait_for(lambda: network.is_open(network.tls))
        for name in ("localhost", "camp.lan"):
            status, headers = network.ask("/sign-in", name=name)
            assert status == 200, name
        assert headers["Strict-Transport-Security"].startswith("max-age=")
        cookies = headers.get_all("Set-Cookie")
        assert cookies
        assert all("; Secure" in cookie and "; HttpOnly" in cookie for cookie in cookies)
        assert all("SameSite=Lax" in cookie for cookie in cookies)
        _refused(network)
        with urllib.request.urlopen(f"http://127.0.0.1:{network.server.port}/sign-in", timeout=5) as answer:
            assert answer.headers["Strict-Transport-Security"] is None
            assert "; Secure" not in answer.headers["Set-Cookie"]


def _refused(network):
    with pytest.raises(ssl.SSLCertVerificationError):
        network.ask(trusting=False)
    with pytest.raises(ssl.SSLCertVerificationError):
        network.ask(name="elsewhere.example")
    with pytest.raises(ssl.SSLError):
        network.ask(least=ssl.TLSVersion.TLSv1_2)  # which would show the certificate to whoever listens


def test_a_phone_finds_the_certificate_and_its_fingerprint_and_nothing_else(folder, words_file):
    with Network(folder, passphrase_file=words_file) as network:
        network.server.wait_for(lambda: network.is_open(network.install))
        headers, page = network.plain()
        shown = ":".join(re.findall(r"<code>([0-9A-F]{2})</code>", page.decode()))
        assert shown == fingerprint_of(network.authority.read_bytes())
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        headers, der = network.plain("/certificate.crt")
        assert headers["Content-Type"] == "application/x-x509-ca-cert"
        assert ssl.DER_cert_to_PEM_cert(der).strip() == network.authority.read_text().strip()
        for path in ("/sign-in", "/today", "/certificate.key", "/.."):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                network.plain(path)


def test_a_locked_programme_has_no_door_to_the_network_until_it_is_unlocked(folder):
    with Network(folder) as network:
        assert not network.is_open(network.tls)
        assert not network.is_open(network.install)
        assert network.server.unlock() == 303
        network.server.wait_for(lambda: network.is_open(network.tls))
        assert network.ask("/sign-in")[0] == 200
        keeper = network.server.holder
        assert network.server.command("lock").returncode == 0
        network.server.wait_for(lambda: not network.is_open(network.tls), 5)
        assert not is_alive(keeper)
        network.server.wait_for(lambda: network.server.get("/nowhere")[0] == 423, 15)
        assert network.server.unlock() == 303  # another worker takes the ports over
        network.server.wait_for(lambda: network.is_open(network.tls))


def test_no_private_key_lies_in_the_folder_and_an_orphan_serves_nobody(folder, words_file):
    with Network(folder, passphrase_file=words_file) as network:
        network.server.wait_for(lambda: network.is_open(network.tls))
        for path in (path for path in folder.rglob("*") if path.is_file()):
            assert b"PRIVATE KEY" not in path.read_bytes(), path
        os.kill(network.server.process.pid, signal.SIGKILL)
        network.server.wait_for(lambda: not network.is_open(network.tls), 5)


def test_the_command_shows_renews_and_replaces(folder, words_file):
    with Network(folder, passphrase_file=words_file) as network:
        network.server.wait_for(lambda: network.is_open(network.tls))
        command, kept = network.server.command, network.authority.read_bytes()
        assert fingerprint_of(kept) in command("certificate", "show").stdout
        before = (folder / "tls" / "server.pem").read_bytes()
        assert command("certificate", "renew").returncode == 0
        assert network.authority.read_bytes() == kept
        assert (folder / "tls" / "server.pem").read_bytes() != before
        assert command("certificate", "replace").returncode == 0
        assert network.authority.read_bytes() != kept


def test_addresses_are_those_that_mean_something_elsewhere():
    lan = Lan(port=8443, install_port=8080, names=("camp.lan", "10.0.0.4", "localhost", "127.0.0.1"))
    assert lan.addresses == ["https://camp.lan:8443/", "https://10.0.0.4:8443/"]
    assert lan.install_addresses == ["http://10.0.0.4:8080/", "http://camp.lan:8080/"]
