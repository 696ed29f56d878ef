import pytest

from onward.journal.reading import version
from onward.kit.ids import new_id
from onward.places import actions, queries
from tests.cast import client_for


def test_an_administrator_sets_up_a_programme_in_the_browser(cast):
    client = client_for(cast.adam)
    sent = {"entry": new_id(), "name": "Green Hill Group", "kind": "group", "parent": cast.army}
    assert client.post("/places/organisations/add", sent)["Location"] == "/places/"
    group = next(o for o in queries.organisations_for(cast.adam) if o.name == "Green Hill Group")
    sent = {"entry": new_id(), "name": "Green Hill", "kind": "camp", "organisation": group.id}
    site = client.post("/places/sites/add", sent)["Location"]
    page = client.get(site).content.decode()
    assert "Green Hill" in page
    assert "No block yet" in page
    sent = {"entry": new_id(), "name": "Row A", "meant_for": "families", "places": "3"}
    assert client.post(f"{site}/blocks/add", sent)["Location"] == site
    assert "<li>3</li>" in client.get(site).content.decode()
    assert "Green Hill Group" in client.get("/places/").content.decode()


def test_a_block_is_changed_and_a_stale_page_loses(cast):
    client, path = client_for(cast.salma), f"/places/blocks/{cast.east_tents}/change"
    assert 'value="8"' in client.get(path).content.decode()
    sent = {"entry": new_id(), "version": version(cast.east), "name": "Tents", "meant_for": "anyone", "places": "6"}
    assert client.post(path, sent | {"out_of_use": "2, 5"}).status_code == 302
    assert queries.block_for(cast.salma, cast.east_tents).out_of_use == [2, 5]
    assert 'value="2, 5"' in client.get(path).content.decode()
    assert client.post(path, sent | {"entry": new_id()}).status_code == 409


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "Tents"},
        {"name": "\x00"},
        {"meant_for": "x"},
        {"places": "many"},
        {"places": "-4"},
        {"places": "999999999999"},
        {"places": "1e5"},
        {"entry": "' OR 1=1"},
    ],
)
def test_what_does_not_hold_is_said_and_nothing_is_written(cast, wrong):
    sent = {"entry": new_id(), "name": "Row Z", "meant_for": "anyone", "places": "2"} | wrong
    assert client_for(cast.salma).post(f"/places/sites/{cast.east}/blocks/add", sent).status_code == 422
    assert len(queries.blocks_for(cast.salma, cast.east)) == 2


@pytest.mark.parametrize("wrong", ["9", "two", "0", "1;DROP", "٩٩٩٩٩"])
def test_only_places_that_are_there_go_out_of_use(cast, wrong):
    sent = {"entry": new_id(), "version": version(cast.east), "name": "Tents", "meant_for": "anyone", "places": "8"}
    path = f"/places/blocks/{cast.east_tents}/change"
    assert client_for(cast.salma).post(path, sent | {"out_of_use": wrong}).status_code == 422


def test_organisations_and_sites_are_changed(cast):
    client = client_for(cast.adam)
    path = f"/places/organisations/{cast.group}/change"
    assert "Office for the displaced" in client.get(path).content.decode()
    sent = {"entry": new_id(), "version": version(cast.group), "name": "Azaz Brigade", "kind": "group"}
    assert client.post(path, sent | {"parent": cast.army}).status_code == 302
    path = f"/places/sites/{cast.west}/change"
    sent = {"entry": new_id(), "version": version(cast.west), "name": "Mill", "kind": "house"}
    answer = client.post(path, sent | {"organisation": cast.relief}, follow=True)
    assert "Nothing has changed yet" in answer.content.decode()
    assert queries.custody_at(cast.west) != cast.relief


def test_another_site_is_not_there(cast):
    client = client_for(cast.salma)
    assert client.get(f"/places/sites/{cast.east}").status_code == 200
    assert client.get(f"/places/sites/{cast.west}").status_code == 404
    assert client.get(f"/places/blocks/{cast.west_tents}/change").status_code == 404
    assert "Azaz West" not in client.get("/places/").content.decode()


def test_what_was_typed_is_shown_as_typed_and_never_run(cast):
    client, name = client_for(cast.adam), "O'Neil <script>alert(1)</script>"
    sent = {"entry": new_id(), "name": name, "kind": "camp", "organisation": cast.group}
    page = client.get(client.post("/places/sites/add", sent)["Location"]).content.decode()
    assert "<h1>O&#x27;Neil &lt;script&gt;" in page
    assert "<script>alert" not in page


def test_a_list_asks_the_database_the_same_however_long_it_is(cast, django_assert_max_num_queries):
    client = client_for(cast.adam)
    client.get("/account")  # the first page writes when the session began
    for number in range(12):
        actions.add_site(cast.adam, name=f"Site {number}", kind="house", organisation=cast.group)
    with django_assert_max_num_queries(6):
        assert "Site 11" in client.get("/places/").content.decode()
    with django_assert_max_num_queries(8):
        client.get("/staff")
