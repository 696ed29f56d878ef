from datetime import timedelta

import pytest
from msgspec.structs import replace

from onward.kit.dates import today
from onward.kit.errors import NotFound, RuleBroken
from onward.kit.ids import derived_id, new_id
from onward.shelter.actions import follow_incident, record_incident
from onward.shelter.queries import incident_counts, incidents_for
from onward.waiting.queries import matters_of
from tests.cast import client_for
from tests.housing import arrive


def soon():
    return today() + timedelta(days=2)


@pytest.fixture
def quiet(programme, cast):
    return arrive(programme, cast, site=cast.east)


def record(actor, cast, *people, **more):
    entry = new_id()
    said = {"sort": "threat", "on": today(), "safe_now": "She is, with Hala.", "words": "He came again.", "due": soon()}
    record_incident(actor, site=cast.east, people=people, entry=entry, **said | more)
    return derived_id(entry, "incident")


def owed(case):
    return [one for one in matters_of(case) if one.kind == "incident" and one.closed_on is None]


def test_it_is_followed_until_it_is_over(programme, cast, quiet):
    incident = record(cast.sami, cast, quiet)
    (matter,) = owed(quiet)
    assert (matter.holder_name, matter.due_on, matter.compartment) == (cast.sami.name, soon(), "legal")
    follow_incident(cast.cora, incident=incident, words="Spoke with him.", due=soon(), entry=new_id())
    assert owed(quiet)
    follow_incident(cast.sami, incident=incident, words="He has left.", over=True, entry=new_id())
    assert owed(quiet) == []
    (said,) = incidents_for(cast.nadia)
    assert [note["words"] for note in said.followed] == ["Spoke with him.", "He has left."]
    with pytest.raises(RuleBroken, match="over already"):
        follow_incident(cast.sami, incident=incident, words="Again.", due=soon(), entry=new_id())
    programme.check_rebuild()


def test_whoever_runs_the_site_reads_how_many_and_nothing_else(cast, quiet):
    incident = record(cast.sami, cast, quiet)
    host, other = cast.salma, replace(cast.salma, organisation=cast.relief)
    assert incidents_for(host) == []
    assert incident_counts(host) == [("Azaz East", 1)]
    for act in (
        lambda: follow_incident(host, incident=incident, words="?", due=soon(), entry=new_id()),
        lambda: record(host, cast),
        lambda: follow_incident(cast.omar, incident=incident, words="?", due=soon(), entry=new_id()),
    ):
        with pytest.raises(NotFound):
            act()
    assert incidents_for(other)[0].words == "He came again."
    assert "He came again" in client_for(cast.sami).get("/shelter/safety/").content.decode()
    for actor in (cast.salma, cast.omar):
        assert "He came again" not in client_for(actor).get("/shelter/safety/").content.decode()


def test_it_says_who_is_safe_and_when_somebody_looks_again(cast, quiet):
    for wrong, field in (
        ({"safe_now": " "}, "safe_now"),
        ({"due": today() + timedelta(days=90)}, "due"),
        ({"due": today() - timedelta(days=1)}, "due"),
        ({"on": today() + timedelta(days=1)}, "on"),
    ):
        with pytest.raises(RuleBroken) as broken:
            record(cast.sami, cast, quiet, **wrong)
        assert broken.value.field == field
    with pytest.raises(NotFound):  # a site manager names nobody: that is for those who open the file's closed part
        record(replace(cast.salma, organisation=cast.relief), cast, quiet)
    record(replace(cast.salma, organisation=cast.relief), cast)
