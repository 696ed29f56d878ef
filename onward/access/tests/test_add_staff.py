import pytest

from onward.access import actions, queries
from onward.access.models import Account
from onward.access.rules import Actor
from onward.access.rules.credentials import new_password, new_username
from onward.journal.reading import version
from onward.kit.errors import NotAllowed, NotFound, Outdated, RuleBroken
from onward.kit.ids import new_id
from tests.cast import FOUNDER


def test_it_adds_staff_with_an_account_and_a_password_for_one_time(cast, programme):
    added = actions.add_staff(FOUNDER, name="Tariq", roles=["case_worker"], sites=[cast.east])
    account = Account.objects.get(staff=added.staff)
    assert account.check_password(added.password)
    assert account.must_choose_password
    actor = queries.actor_of(account)
    assert (actor.name, actor.roles, actor.sites) == ("Tariq", {"case_worker"}, {cast.east})
    programme.check_rebuild()


def test_sent_twice_it_adds_once_and_shows_no_password_again(cast):
    said = {"name": "Tariq", "roles": ["case_worker"], "sites": [cast.east], "entry": new_id()}
    first, second = (actions.add_staff(FOUNDER, **said) for _ in range(2))
    assert (second.staff, second.username, second.password) == (first.staff, first.username, "")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"roles": []}, "roles"),
        ({"roles": ["king"]}, "roles"),
        ({"roles": ["oversight", "case_worker"]}, "roles"),
        ({"sites": []}, "sites"),
        ({"username": "x"}, "username"),
        ({"username": "big-tariq"}, "username"),
    ],
)
def test_it_refuses_what_cannot_be(cast, said, field):
    with pytest.raises(RuleBroken) as refused:
        actions.add_staff(cast.adam, **{"name": "Tariq", "roles": ["case_worker"], "sites": [cast.east]} | said)
    assert refused.value.field == field
    assert not [staff for staff in queries.staff_members_for(cast.adam) if staff.name == "Tariq"]


def test_a_sign_in_name_is_taken_once(cast):
    said = {"roles": ["case_worker"], "sites": [cast.east], "username": "sage-heron-407"}
    actions.add_staff(FOUNDER, name="Tariq", **said)
    with pytest.raises(RuleBroken):
        actions.add_staff(cast.adam, name="Huda", **said)


def test_it_needs_the_role(cast):
    with pytest.raises(NotAllowed):
        actions.add_staff(cast.cora, name="Tariq", roles=["case_worker"], sites=[cast.east])


def test_changed_roles_hold_at_once_for_actor_and_office(cast, programme):
    said = {"name": "Sami", "roles": ["liaison"], "sites": [cast.west]}
    actions.change_staff(FOUNDER, staff=cast.sami.id, **said)
    actor = queries.actor_of(Account.objects.get(staff=cast.sami.id))
    assert (actor.roles, actor.sites) == ({"liaison"}, {cast.west})
    assert queries.named_holder("case_worker", cast.east) is None
    programme.check_rebuild()


def test_a_stale_page_loses(cast):
    seen = version(cast.sami.id)
    said = {"staff": cast.sami.id, "name": "Sami", "roles": ["case_worker"], "sites": [cast.east], "after": seen}
    actions.change_staff(FOUNDER, **said)
    with pytest.raises(Outdated):
        actions.change_staff(cast.adam, **said)


def test_who_leaves_holds_nothing_and_cannot_sign_in(cast, programme):
    actions.end_staff(cast.adam, staff=cast.salma.id)
    assert queries.named_holder("site_manager", cast.east) is None
    assert queries.actor_of(Account.objects.get(staff=cast.salma.id)).id == "nobody"
    assert not Account.objects.get(staff=cast.salma.id).is_active
    assert [s.name for s in queries.staff_members_for(cast.adam, left=True)] == ["Salma"]
    programme.check_rebuild()


def test_there_is_always_an_administrator(cast):
    with pytest.raises(RuleBroken):
        actions.end_staff(cast.adam, staff=cast.adam.id)
    with pytest.raises(RuleBroken):
        actions.change_staff(cast.adam, staff=cast.adam.id, name="Adam", roles=["coordinator"], everywhere=True)


def test_the_earliest_of_the_site_holds_before_those_of_every_site(cast):
    assert queries.named_holder("case_worker", cast.east).name == "Sami"
    actions.add_staff(FOUNDER, name="Huda", roles=["case_worker"], sites=[cast.east])
    assert queries.named_holder("case_worker", cast.east).name == "Sami"
    assert queries.named_holder("custody_officer", cast.east, organisation=cast.group).name == "Karim"
    assert queries.named_holder("custody_officer", cast.east, organisation=cast.relief) is None


def test_staff_see_those_of_their_own_sites(cast):
    local = Actor(id="somebody", roles=frozenset({"coordinator"}), sites=frozenset({cast.west}))
    names = {staff.name for staff in queries.staff_members_for(local)}
    assert names == {"Lina", "Wafa", "Omar", "Karim", "Cora", "Vera", "Nadia", "Adam"}
    with pytest.raises(NotFound):
        queries.staff_for(local, cast.sami.id)


def test_a_reading_is_noted_once_a_day(cast):
    case = new_id()
    for _ in range(2):
        actions.note_reading(cast.sami, case=case)
    assert [reading.name for reading in queries.readings_for(cast.nadia, case)] == ["Sami"]
    with pytest.raises(NotFound):
        queries.readings_for(cast.karim, case)


def test_names_and_passwords_are_drawn_at_random():
    assert len({new_username() for _ in range(40)}) > 30
    assert len({new_password() for _ in range(40)}) == 40


def test_nobody_gives_more_than_they_have_nor_touches_who_has_more(cast):
    """Else the administrator of one site takes an account of every site, by a new password of its owner's."""
    added = actions.add_staff(FOUNDER, name="Ali", roles=["administrator"], sites=[cast.west])
    ali = queries.actor_from(queries.staff_for(cast.adam, added.staff))
    hala = actions.add_staff(ali, name="Hala", roles=["teacher"], sites=[cast.west])
    said = {"name": "Ali", "roles": ["administrator", "case_worker"]}
    for act in (
        lambda: actions.add_staff(ali, name="Ali again", roles=["case_worker"], everywhere=True),
        lambda: actions.add_staff(ali, name="Ali again", roles=["case_worker"], sites=[cast.west, cast.east]),
        lambda: actions.change_staff(ali, staff=ali.id, everywhere=True, **said),
        lambda: actions.change_staff(ali, staff=ali.id, sites=[cast.east], **said),
        lambda: actions.change_staff(ali, staff=cast.nadia.id, sites=[cast.west], **said),
        lambda: actions.renew_access(ali, staff=cast.nadia.id),
        lambda: actions.renew_access(ali, staff=cast.lina.id),
        lambda: actions.end_staff(ali, staff=cast.nadia.id),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert actions.renew_access(ali, staff=hala.staff).password
