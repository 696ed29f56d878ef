"""Who opens which compartment: by role, and nothing but the record for the staff of whoever keeps the person."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace

import onward
from onward.access.rules import STAFF_ROLES, Actor, openable
from onward.access.rules.compartments import OPENS
from onward.access.rules.grants import LAWYER, OVERSIGHT, PROTECTION, RESIDENT
from onward.cases.events import CompanionNoted, Move
from onward.cases.queries import case_for, check_opens, compartments_for, ids_beyond_host, knows_of, may_open
from onward.journal.compartments import ACCOUNT, COMPLAINT, FILE, GBV, HEALTH, RECORD
from onward.kit.errors import NotFound
from onward.kit.ids import new_id
from onward.places.actions import add_organisation, change_organisation
from tests.cast import FOUNDER, resident
from tests.residents import arrive


@pytest.fixture
def case(programme, cast):
    return case_for(cast.nadia, arrive(programme, cast.east, custody=cast.group))


def test_every_compartment_of_a_file_has_its_line_and_gbv_and_complaints_have_one_role_alone():
    assert set(OPENS) == set(FILE)
    assert OPENS[GBV] == {PROTECTION}
    assert OPENS[COMPLAINT] == {OVERSIGHT}


def test_staff_of_whoever_keeps_them_open_the_record_alone_whatever_their_roles(programme, cast, case):
    other = add_organisation(FOUNDER, name="Azaz Police", kind="group", parent=cast.army)
    below = add_organisation(FOUNDER, name="Azaz Clinic", kind="relief", parent=other)
    several = [frozenset(roles) for many in (1, 2) for roles in combinations((*STAFF_ROLES, RESIDENT), many)]
    several.append(frozenset(STAFF_ROLES))
    for organisation in (cast.group, cast.army, other, below, ""):
        for roles in several:
            if RESIDENT not in roles:
                actor = Actor(id="a", roles=roles, everywhere=True, organisation=organisation)
                assert compartments_for(actor, case, leave=FILE) <= {RECORD}, (organisation, roles)


def test_others_open_what_their_role_is_about(cast, case):
    opened = {role: set(compartments_for(actor, case)) - {RECORD} for role, actor in cast.staff.items()}
    assert opened == {
        "administrator": set(),
        "case_worker": {"identity", "legal", "child", "account"},
        "child_officer": {"child"},
        "coordinator": {"legal"},
        "counsellor": set(),
        "relief_worker": set(),
        "custody_officer": set(),
        "health_worker": {"health", "account"},
        "lawyer": {"legal"},
        "liaison": {"identity", "legal", "child"},
        "oversight": {"legal", "child", "complaint"},
        "protection_officer": {"gbv"},
        "reception_officer": set(),
        "reviewer": {"legal"},
        "site_manager": set(),
        "teacher": set(),
        "tracing_officer": {"identity", "account"},
    }


def test_the_account_of_the_journey_is_open_to_a_lawyer_with_the_persons_leave_and_gbv_to_nobody_by_leave(cast, case):
    assert not may_open(cast.lucie, case, ACCOUNT)
    assert may_open(cast.lucie, case, ACCOUNT, leave=(ACCOUNT,))
    for actor in cast.staff.values():
        gained = compartments_for(actor, case, leave=FILE) - compartments_for(actor, case)
        assert gained == ({ACCOUNT} if LAWYER in actor.roles else set())


def test_what_does_not_open_is_not_found(cast, case):
    check_opens(cast.hala, case, HEALTH)
    with pytest.raises(NotFound):
        check_opens(cast.sami, case, HEALTH)
    with pytest.raises(NotFound):
        check_opens(replace(cast.hala, organisation=cast.group), case, HEALTH)


def test_a_resident_opens_their_own_but_what_a_glance_at_their_screen_must_not_tell(case):
    assert compartments_for(resident(case.id), case) == {"record", "health", "legal", "account"}


def test_an_organisation_that_joins_the_umbrella_is_shut_out_from_then_on(cast, case):
    assert may_open(cast.hala, case, HEALTH)
    change_organisation(FOUNDER, organisation=cast.relief, name="Open Hands", kind="relief", parent=cast.army)
    assert not may_open(cast.hala, case, HEALTH)


def test_one_place_asks_the_rule():
    asks = re.compile(rf"\b{openable.__name__}\(")
    sources = [path for path in Path(onward.__path__[0]).rglob("*.py") if "tests" not in path.parts]
    found = {path.name for path in sources if asks.search(path.read_text(encoding="utf-8"))}
    assert found == {"compartments.py", "knowing.py"}


def test_staff_of_whoever_kept_them_open_no_more_once_custody_has_ended(programme, cast, case):
    """After a handover nobody here has custody: whoever had it last is the host still."""
    programme.say(CompanionNoted(other=new_id(), moves=Move(custody="")), stream=case.id)
    gone = case_for(cast.nadia, case.id)
    assert (gone.custody, gone.host) == ("", cast.group)
    for role in ("hala", "sami", "lucie"):
        theirs = replace(getattr(cast, role), organisation=cast.group)
        assert compartments_for(theirs, gone) == {RECORD}
        assert knows_of(theirs, [gone.id])[gone.id].opens == {RECORD}
        assert not ids_beyond_host(theirs).filter(id=gone.id).exists()
        assert compartments_for(getattr(cast, role), gone) > {RECORD}
    assert ids_beyond_host(cast.sami).filter(id=gone.id).exists()
    programme.check_rebuild()
