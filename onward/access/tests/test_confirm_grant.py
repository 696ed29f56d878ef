"""What gives somebody the power to open what is closed takes two people of two organisations."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from onward.access import actions, queries
from onward.access.models import Account, Staff
from onward.access.queries.grants import given_for, grants_for, to_confirm
from onward.access.rules.granting import TWO_PERSON_ROLES, Work, takes_two
from onward.journal.reading import history
from onward.kit.dates import now, telling
from onward.kit.errors import NotAllowed, NotFound, RuleBroken
from onward.kit.ids import new_id
from tests.cast import FOUNDER


def member(cast, **said):
    return actions.add_staff(FOUNDER, **{"everywhere": True, "password": "four words that rhyme"} | said)


def actor_of(staff):
    return queries.actor_from(Staff.objects.get(id=staff))


def change(cast, actor=None, **more):
    said = {"name": "Badia", "roles": ["teacher"], "sites": [cast.east], "organisation": cast.relief, **more}
    return actions.change_staff(actor or cast.adam, staff=cast.badia.id, **said)


def test_roles_that_open_nothing_closed_are_given_by_one():
    assert TWO_PERSON_ROLES.isdisjoint({"reception_officer", "site_manager", "custody_officer", "teacher"})
    assert {"case_worker", "liaison", "tracing_officer", "health_worker", "administrator"} <= TWO_PERSON_ROLES


@pytest.mark.parametrize(
    ("before", "after", "two"),
    [
        ({"roles": {"case_worker"}, "sites": {"e"}}, {"roles": {"case_worker"}, "sites": {"e", "w"}}, True),
        ({"roles": {"case_worker"}, "sites": {"e"}}, {"roles": {"case_worker"}, "everywhere": True}, True),
        ({"roles": {"case_worker"}, "everywhere": True}, {"roles": {"case_worker"}, "sites": {"e"}}, False),
        ({"roles": {"case_worker", "liaison"}, "sites": {"e"}}, {"roles": {"liaison"}, "sites": {"e"}}, False),
        ({"roles": {"liaison"}, "sites": {"e"}}, {"roles": {"liaison", "site_manager"}, "sites": {"e"}}, False),
        ({"roles": {"liaison"}, "sites": {"e"}}, {"roles": {"teacher"}, "sites": {"e", "w"}}, False),
        ({"roles": {"liaison"}, "organisation": "a"}, {"roles": {"liaison"}, "organisation": "b"}, True),
        ({"roles": {"liaison"}}, {"roles": {"liaison"}, "organisation": "b"}, True),
        ({"roles": {"teacher"}, "organisation": "a"}, {"roles": {"teacher"}, "organisation": "b"}, False),
    ],
)
def test_what_is_more_takes_two_and_what_is_less_does_not(before, after, two):
    work = [Work(**{k: frozenset(v) if isinstance(v, set) else v for k, v in one.items()}) for one in (before, after)]
    assert takes_two(*work) is two


def test_until_a_second_person_agrees_they_work_with_the_roles_that_they_had(programme, cast):
    asked = change(cast, roles=["teacher", "case_worker"]).asked
    assert actor_of(cast.badia.id).roles == {"teacher"}
    assert [one.about.id for one in to_confirm(cast.nadia)] == [asked]
    actions.confirm_grant(cast.nadia, staff=cast.badia.id, grant=asked)
    assert actor_of(cast.badia.id).roles == {"teacher", "case_worker"}
    assert to_confirm(cast.nadia) == []
    given = given_for(cast.nadia)[0]
    assert (given.stream, given.by, given.asked_by) == (cast.badia.id, cast.nadia.id, cast.adam.id)
    kinds = [entry.kind for entry in history(cast.badia.id)]
    assert kinds[-2:] == ["access.roles_asked", "access.roles_confirmed"]
    programme.check_rebuild()


def test_each_of_the_two_knows_half_of_the_password_and_nobody_signs_in_before(programme, cast):
    first = actions.add_staff(
        cast.adam, name="Dana", roles=["liaison"], sites=[cast.east], organisation=cast.relief, entry=new_id()
    )
    account = Account.objects.get(staff=first.staff)
    assert not account.has_usable_password()
    assert actor_of(first.staff).roles == set()
    second = actions.confirm_grant(cast.nadia, staff=first.staff, grant=first.asked, entry=(entry := new_id()))
    account.refresh_from_db()
    assert account.check_password(f"{first.password}-{second.password}")
    assert len({len(first.password), len(second.password)}) == 1
    assert actor_of(first.staff).roles == {"liaison"}
    again = actions.confirm_grant(cast.nadia, staff=first.staff, grant=first.asked, entry=entry)
    assert again.password == ""
    programme.check_rebuild()


def test_whoever_made_the_account_does_not_have_it_once_it_may_open_names(cast):
    account = Account.objects.get(staff=cast.badia.id)
    asked = change(cast, roles=["case_worker"])
    actions.confirm_grant(cast.nadia, staff=cast.badia.id, grant=asked.asked)
    kept = Account.objects.get(staff=cast.badia.id)
    assert kept.password != account.password
    assert kept.must_choose_password


def test_one_administrator_cannot_take_over_who_opens_names(programme, cast):
    before = Account.objects.get(staff=cast.sami.id).password
    first = actions.renew_access(cast.adam, staff=cast.sami.id, second_step_lost=True)
    assert Account.objects.get(staff=cast.sami.id).password == before
    second = actions.confirm_grant(cast.nadia, staff=cast.sami.id, grant=first.asked)
    account = Account.objects.get(staff=cast.sami.id)
    assert account.check_password(f"{first.password}-{second.password}")
    assert not account.check_password(first.password)
    programme.check_rebuild()


def test_the_second_is_somebody_else_of_another_organisation_that_keeps_nobody(cast):
    asked = change(cast, roles=["case_worker"]).asked
    said = {"staff": cast.badia.id, "grant": asked}
    host = member(cast, name="Of the host", roles=["coordinator"], organisation=cast.group)
    above = member(cast, name="Of the army", roles=["coordinator"], organisation=cast.army)
    same = member(cast, name="The same", roles=["administrator"], organisation=cast.relief)
    nobody = member(cast, name="Of nobody", roles=["coordinator"])
    local = member(
        cast, name="Of the west", roles=["coordinator"], organisation=cast.watch, everywhere=False, sites=[cast.west]
    )
    for one in (cast.adam, *(actor_of(each.staff) for each in (host, above, same, nobody))):
        with pytest.raises(RuleBroken):
            actions.confirm_grant(one, **said)
        assert to_confirm(one) == []
    with pytest.raises(NotFound):
        actions.confirm_grant(actor_of(local.staff), **said)
    with pytest.raises(NotAllowed):
        actions.confirm_grant(cast.vera, **said)
    assert actor_of(cast.badia.id).roles == {"teacher"}
    other = member(cast, name="Another", roles=["administrator"], organisation=cast.watch)
    asked = actions.change_staff(
        cast.adam,
        staff=other.staff,
        name="Another",
        roles=["administrator", "coordinator"],
        everywhere=True,
        organisation=cast.watch,
    ).asked
    with pytest.raises(RuleBroken, match="for yourself"):
        actions.confirm_grant(actor_of(other.staff), staff=other.staff, grant=asked)


def test_refused_taken_back_lapsed_or_overtaken_it_gives_nothing(programme, cast):
    said = {"staff": cast.badia.id}
    asked = change(cast, roles=["case_worker"]).asked
    with pytest.raises(RuleBroken, match="decides on that first"):
        change(cast, roles=["liaison"])
    actions.refuse_grant(cast.nadia, **said, grant=asked, words="Who is this?")
    taken = change(cast, roles=["liaison"]).asked
    with pytest.raises(RuleBroken):
        actions.take_back_grant(actor_of(member(cast, name="Ali", roles=["administrator"]).staff), **said, grant=taken)
    actions.take_back_grant(cast.adam, **said, grant=taken)
    overtaken = change(cast, roles=["liaison"]).asked
    change(cast, name="Badia the second")
    lapsed = change(cast, roles=["liaison"]).asked
    for one in (asked, taken, overtaken, lapsed):
        with telling(now() + timedelta(days=7, minutes=5)), pytest.raises(RuleBroken):
            actions.confirm_grant(cast.nadia, **said, grant=one)
    assert actor_of(cast.badia.id).roles == {"teacher"}
    outcomes = {one.about.id: one.about.outcome for one in grants_for(cast.nadia, staff=cast.badia.id)}
    assert outcomes == {asked: "refused", taken: "taken_back", overtaken: "superseded", lapsed: ""}
    programme.check_rebuild()


def test_what_was_asked_by_somebody_who_may_not_any_more_gives_nothing(cast):
    other = member(cast, name="Other", roles=["administrator"], organisation=cast.relief)
    asked = change(cast, actor_of(other.staff), roles=["case_worker"]).asked
    actions.end_staff(cast.adam, staff=other.staff)
    with pytest.raises(RuleBroken, match="may not any more"):
        actions.confirm_grant(cast.nadia, staff=cast.badia.id, grant=asked)


def test_no_one_administrator_makes_a_second_of_another_organisation_out_of_a_colleague(cast):
    colleague = member(cast, name="Of nobody", roles=["coordinator"])
    asked = change(cast, roles=["case_worker"]).asked
    said = {"name": "Of nobody", "roles": ["coordinator"], "everywhere": True, "organisation": cast.watch}
    actions.change_staff(cast.adam, staff=colleague.staff, **said)
    with pytest.raises(RuleBroken, match="another organisation"):
        actions.confirm_grant(actor_of(colleague.staff), staff=cast.badia.id, grant=asked)


def test_what_others_were_given_pushes_nothing_off_a_list(programme, cast, monkeypatch):
    """Lists are cut after it was asked who is within reach, and what waits is not cut."""
    monkeypatch.setattr(queries.grants, "SHOWN", 1)
    near = change(cast, roles=["teacher", "case_worker"]).asked
    west = {"sites": [cast.west], "organisation": cast.relief}
    later = member(cast, name="Farther", roles=["teacher"], everywhere=False, **west)
    actions.change_staff(cast.adam, staff=later.staff, name="Farther", roles=["case_worker"], **west)
    assert near in [one.about.id for one in to_confirm(cast.nadia)]
    assert len(to_confirm(cast.nadia)) == 2
    here = replace(cast.adam, everywhere=False, sites=frozenset({cast.east}))
    assert [one.about.id for one in grants_for(here)] == [near]
    assert [one.stream for one in given_for(cast.adam)] == [later.staff]
    assert given_for(here)
    assert later.staff not in [one.stream for one in given_for(here)]
