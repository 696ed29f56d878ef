from onward.config.lan import Lan
from tests.cast import client_for


def test_it_shows_what_a_phone_scans_and_compares(cast, settings):
    names = ("camp.lan", "10.0.0.4", "localhost")
    settings.LAN = Lan(port=8443, install_port=8080, names=names, fingerprint="AB:CD:EF")
    page = client_for(cast.rosa).get("/phones").content.decode()
    assert "http://10.0.0.4:8080/" in page
    assert "https://camp.lan:8443/" in page
    assert "<code>CD</code>" in page
    assert "data:image/svg+xml" in page


def test_without_a_door_to_the_network_it_says_how_to_open_one(cast):
    assert "onward serve --tls" in client_for(cast.rosa).get("/phones").content.decode()
