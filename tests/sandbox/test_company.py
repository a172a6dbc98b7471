"""The invented company: a tree, several sites, people who cannot be reached, and calendars with
room in them.
"""

from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from sandbox import company
from sandbox.directory import Person
from sandbox.mailbox import occurrences
from sandbox.server import new_state, programmes_env
from sandbox.state import TenantState

NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
TWO_HOURS = timedelta(hours=2)


def _company(people: int = company.DEFAULT_PEOPLE, seed: int = 1) -> TenantState:
    state = new_state(seed=seed, now=NOW)
    company.build(state, people)
    return state


def _level(state: TenantState, person: Person) -> int:
    return 1 if person.manager_id is None else 1 + _level(state, state.people[person.manager_id])


def _reachable(state: TenantState) -> list[Person]:
    return [
        one
        for one in state.people.values()
        if one.licensed and one.account_enabled and one.mailbox_readable
    ]


@pytest.mark.parametrize("people", [20, 44, 300])
def test_a_company_has_so_many_people_below_one_top(people: int) -> None:
    state = _company(people)
    assert len(state.people) == people
    assert [one.manager_id for one in state.people.values()].count(None) == 1
    assert max(_level(state, one) for one in state.people.values()) >= 5
    assert len({one.mail for one in state.people.values()}) == people


def test_the_same_seed_gives_the_same_company_and_another_seed_another() -> None:
    names = [
        [one.display_name for one in _company(seed=seed).people.values()] for seed in (1, 1, 2)
    ]
    assert names[0] == names[1] != names[2]


def test_there_are_sites_in_several_parts_of_the_world_and_languages() -> None:
    people = _company(300).people.values()
    assert {one.zone.partition("/")[0] for one in people} == {"Europe", "America", "Asia"}
    assert {one.usage_location for one in people} == {"DE", "AT", "CH", "GB", "US", "SG"}
    assert {"de-DE", "en-GB", None} <= {one.preferred_language for one in people}


def test_some_cannot_be_reached_and_none_of_them_leads_anybody() -> None:
    state = _company()
    hindered = {one.id for one in state.people.values()} - {one.id for one in _reachable(state)}
    assert len(hindered) == 4
    assert hindered.isdisjoint({one.manager_id for one in state.people.values()})


def test_the_owners_team_holds_owners_only_and_has_the_app() -> None:
    state = _company()
    team = state.teams[state.owners_team_id]
    assert {tuple(member.roles) for member in team.members.values()} == {("owner",)}
    assert [channel.display_name for channel in team.channels.values()] == ["General", "Tandem"]
    assert state.installation_of("team", team.id) is not None
    for key in state.programme_team_ids:
        assert set(state.teams[key].members) == set(team.members)


def test_each_programme_has_owners_and_participants_teams_of_its_own() -> None:
    state = new_state(now=NOW)
    company.build(state, company.DEFAULT_PEOPLE, teams=2, programmes=2)
    first, second = state.programmes
    owners = [set(state.teams[one.owners_team_id].members) for one in state.programmes]
    assert owners[0].isdisjoint(owners[1])
    assert [len(one) for one in owners] == [3, 3]
    for one, own in zip(state.programmes, owners, strict=True):
        assert [set(state.teams[key].members) for key in one.team_ids] == [own, own]
        assert state.installation_of("team", one.owners_team_id) is not None
    assert set(first.team_ids).isdisjoint(second.team_ids)
    told = programmes_env(state.programmes)["TANDEM_PROGRAMME_TEAM_IDS"].split(",")
    assert told == [
        f"{one.owners_team_id}:{key}" for one in state.programmes for key in one.team_ids
    ]


def test_groups_are_nested_and_hold_leaders_and_juniors() -> None:
    state = _company()
    named = {group.display_name: group for group in state.groups.values()}
    assert any(key in state.groups for key in named["Leadership"].member_ids)
    assert any(key in state.groups for key in named["Digital Natives"].member_ids)


def test_calendars_reach_eight_months_ahead_and_hold_every_kind_of_status() -> None:
    state = _company()
    shown, last = set(), NOW
    for mailbox in state.mailboxes.values():
        for entry in mailbox.entries.values():
            shown.add(entry.appointment.show_as)
            last = max(
                [
                    last,
                    *(
                        one.end
                        for one in occurrences(entry.appointment, NOW, NOW + timedelta(days=400))
                    ),
                ]
            )
    assert {"busy", "tentative", "oof", "workingElsewhere", "free"} <= shown
    assert last > NOW + timedelta(days=240)


def test_a_holiday_stands_there_as_whole_days() -> None:
    """Graph tells of them `isAllDay`, and times that are dates without a clock."""
    entries = [e for box in _company().mailboxes.values() for e in box.entries.values()]
    away = [e.appointment for e in entries if e.appointment.show_as == "oof"]
    assert away
    assert all(each.details.get("isAllDay") for each in away)


def test_colleagues_of_a_region_have_two_common_free_hours_in_every_month_but_not_always() -> None:
    state = _company(132)
    europeans = [one for one in _reachable(state) if one.zone.startswith("Europe")]
    pairs = list(islice(zip(europeans[::2], europeans[1::2], strict=False), 30))
    shares = [
        _free_share(state, pair, NOW + timedelta(days=30 * month))
        for pair in pairs
        for month in range(8)
    ]
    assert min(shares) > 0.0
    assert sum(shares) / len(shares) < 0.75


def _free_share(state: TenantState, pair: tuple[Person, Person], since: datetime) -> float:
    """Of all two-hour slots on working days of a month between 8 and 18 in Berlin, the share free
    for both.
    """
    until = since + timedelta(days=30)
    taken = [span for person in pair for span in _taken(state, person, since, until)]
    local = since.astimezone(ZoneInfo("Europe/Berlin")).replace(hour=0, minute=0)
    starts = [local + timedelta(days=day, hours=hour) for day in range(29) for hour in range(8, 17)]
    slots = [start for start in starts if start.weekday() < 5]
    free = [
        start
        for start in slots
        if all(end <= start or begin >= start + TWO_HOURS for begin, end in taken)
    ]
    return len(free) / len(slots)


def _taken(
    state: TenantState, person: Person, since: datetime, until: datetime
) -> list[tuple[datetime, datetime]]:
    entries = state.mailboxes[person.id].entries.values()
    binding = [
        one.appointment
        for one in entries
        if one.appointment.show_as not in {"free", "workingElsewhere"}
    ]
    return [
        (one.start, one.end)
        for appointment in binding
        for one in occurrences(appointment, since, until)
    ]
