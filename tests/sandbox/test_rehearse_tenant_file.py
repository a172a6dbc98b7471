"""A tenant written down as JSON becomes people, calendars and parts; mistakes are named all at
once.
"""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from sandbox import company, json_reader
from sandbox.casting import cast
from sandbox.mailbox import occurrences
from sandbox.personas import Ranks
from sandbox.server import new_state
from sandbox.state import TenantState
from sandbox.tenant_file import (
    CycleSessions,
    TenantFileInvalid,
    parse_tenant,
    person_id,
    read_tenant,
)
from sandbox.tenant_people import cast_of, furnish

WEEKLY = {
    "pattern": {
        "type": "weekly",
        "interval": 1,
        "daysOfWeek": ["monday"],
        "firstDayOfWeek": "monday",
    },
    "range": {"type": "numbered", "startDate": "2026-11-02", "numberOfOccurrences": 3},
}
BUSY = [
    {"start": {"dateTime": "2026-11-10T09:00:00", "timeZone": "W. Europe Standard Time"},
     "end": {"dateTime": "2026-11-10T10:30:00", "timeZone": "W. Europe Standard Time"},
     "status": "oof"},
    {"start": {"dateTime": "2026-11-02T09:00:00", "timeZone": "Europe/Vienna"},
     "end": {"dateTime": "2026-11-02T10:00:00", "timeZone": "Europe/Vienna"}, "recurrence": WEEKLY},
]  # fmt: skip
ANNA = {
    "id": "anna",
    "name": "Anna Abel",
    "zone": "Europe/Vienna",
    "country": "AT",
    "busy": BUSY,
    "readable": False,
}
ZOE = {
    "id": "zoe",
    "name": "Zoe Zimmer",
    "zone": "America/New_York",
    "country": "US",
    "state": "New York",
}
AI = {"id": "ai", "de": "KI", "en": "AI"}
FILE: dict[str, Any] = {
    "now": "2026-10-12T07:00:00Z",
    "start": "2026-11-02",
    "programme": {"sessions": {"length_minutes": 90}},
    "people": [ANNA, ZOE],
    "tandems": [{"mentee": "zoe", "mentor": "anna"}],
}


def tenant(content: dict[str, Any]) -> TenantState:
    state = new_state()
    furnish(state, parse_tenant(content))
    return state


def test_a_file_is_read_with_its_times_programme_and_tandems(tmp_path: Path) -> None:
    path = tmp_path / "tenant.json"
    path.write_text(json.dumps(FILE), encoding="utf-8")
    file = read_tenant(path)
    assert (file.now, file.start) == (datetime(2026, 10, 12, 7, tzinfo=UTC), date(2026, 11, 2))
    assert file.sessions == CycleSessions(90)
    assert [tandem.mentor for tandem in file.tandems] == [person_id("anna")]


@pytest.mark.parametrize(
    ("sessions", "of_a_cycle"),
    [
        ({}, CycleSessions(120, 6)),
        ({"months": 3, "length_minutes": 60}, CycleSessions(60, 3)),
        ({"rhythm": "two_weeks"}, CycleSessions(120, 13)),
        ({"rhythm": "six_weeks"}, CycleSessions(120, 4)),
        ({"rhythm": "tandem"}, CycleSessions(120, 6, one_by_one=True)),
    ],
)
def test_how_many_sessions_a_cycle_has_follows_from_the_programme(
    sessions: dict[str, Any], of_a_cycle: CycleSessions
) -> None:
    assert parse_tenant(FILE | {"programme": {"sessions": sessions}}).sessions == of_a_cycle


def test_without_people_the_file_says_only_what_is_different_in_an_invented_company() -> None:
    file = parse_tenant({"programme": {"tone": "sie"}})
    assert (file.people, file.tandems, file.sessions) == ((), (), CycleSessions())


def test_people_come_into_the_tenant_as_they_are_described() -> None:
    state = tenant(FILE)
    anna, zoe = state.people[person_id("anna")], state.people[person_id("zoe")]
    assert (anna.country, anna.usage_location, anna.mailbox_readable) == ("Austria", "AT", False)
    assert (zoe.zone, zoe.state, zoe.mailbox_readable) == ("America/New_York", "New York", True)


def test_busy_times_stand_in_the_calendar_also_those_that_repeat() -> None:
    state = tenant(FILE)
    month = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
    entries = [entry.appointment for entry in state.mailboxes[person_id("anna")].entries.values()]
    taken = {one.show_as: [slot.start for slot in occurrences(one, *month)] for one in entries}
    assert taken["oof"] == [datetime(2026, 11, 10, 8, tzinfo=UTC)]
    assert taken["busy"] == [datetime(2026, 11, day, 8, tzinfo=UTC) for day in (2, 9, 16)]


def test_people_without_managers_get_such_that_no_reporting_line_forbids_their_tandem() -> None:
    state = tenant(FILE)
    mentee, mentor = state.people[person_id("zoe")], state.people[person_id("anna")]
    assert Ranks(state).may_pair(mentee, mentor)
    assert len(state.teams[state.owners_team_id].members) == 3


def test_only_the_tandems_of_the_file_are_possible() -> None:
    people = [{"id": f"{role} {number}"} for role in ("mentee", "mentor") for number in range(15)]
    tandems = [{"mentee": f"mentee {number}", "mentor": f"mentor {number}"} for number in range(15)]
    file = parse_tenant({"people": people, "tandems": tandems})
    state = new_state()
    furnish(state, file)
    pairs = cast_of(state, file).pairs
    assert len(pairs) == 15
    for mentee, chosen in pairs:
        fitting = [
            mentor
            for _, mentor in pairs
            if mentor.answers["topics"] == mentee.answers["wish_1"]
            and mentee.person.id not in mentor.answers.get("not_with", "").split(",")
        ]
        assert [mentor.person.id for mentor in fitting] == [chosen.person.id]


def test_a_mentor_may_have_two_mentees() -> None:
    people = [{"id": name} for name in ("zoe", "eva", "mia", "anna", "ben")]
    tandems = [
        {"mentee": mentee, "mentor": mentor}
        for mentee, mentor in (("zoe", "anna"), ("eva", "ben"), ("mia", "anna"))
    ]
    file = parse_tenant({"people": people, "tandems": tandems, "programme": {"topics": [AI]}})
    state = new_state()
    furnish(state, file)
    cast = cast_of(state, file)
    anna, ben, again = cast.mentors
    assert anna is again
    assert [each.person.id for each in cast.in_tandems()].count(anna.person.id) == 1
    assert (anna.answers["capacity"], ben.answers["capacity"]) == ("2", "1")
    assert anna.answers["not_with"] == person_id("eva")
    assert set(ben.answers["not_with"].split(",")) == {person_id("zoe"), person_id("mia")}


def test_whoever_comes_from_a_file_says_what_those_of_an_invented_company_say() -> None:
    """Else nobody of the file would come to the end of the questionnaire."""
    voluntary = {"about_me", "background", "competence", "format", "goal", "wish_2", "wish_3"}
    state, company_of = tenant(FILE), new_state()
    company.build(company_of, company.people_for(1))
    [of_file] = cast_of(state, parse_tenant(FILE)).pairs
    [invented] = cast(company_of, 1, 1).pairs
    unsaid = [set(b.answers) - set(a.answers) for a, b in zip(of_file, invented, strict=True)]
    assert [sorted(each - voluntary) for each in unsaid] == [[], []]


def test_nobody_is_in_more_tandems_than_they_can_say() -> None:
    people = [{"id": name} for name in ("zoe", "eva", "mia", "anna", "ben")]
    pairs = (("zoe", "anna"), ("eva", "anna"), ("mia", "anna"), ("mia", "ben"))
    tandems = [{"mentee": mentee, "mentor": mentor} for mentee, mentor in pairs]
    with pytest.raises(TenantFileInvalid) as refused:
        parse_tenant({"people": people, "tandems": tandems})
    assert "tandems[2].mentor: in 2 at most" in str(refused.value)
    assert "tandems[3].mentee: in 1 at most" in str(refused.value)


def test_a_whole_day_lasts_from_midnight_to_midnight_by_its_own_clock() -> None:
    """resource event: "start and end must be set to midnight and be in the same time zone"."""
    day = {
        "isAllDay": True,
        "status": "oof",
        "start": {"dateTime": "2026-11-10T00:00:00", "timeZone": "America/New_York"},
        "end": {"dateTime": "2026-11-11T00:00:00", "timeZone": "America/New_York"},
    }
    state = tenant(FILE | {"people": [ANNA | {"busy": [day]}, ZOE]})
    [entry] = state.mailboxes[person_id("anna")].entries.values()
    whole = datetime(2026, 11, 10, 5, tzinfo=UTC), datetime(2026, 11, 11, 5, tzinfo=UTC)
    month = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
    assert [(each.start, each.end) for each in occurrences(entry.appointment, *month)] == [whole]
    assert entry.appointment.details["isAllDay"] is True
    noon = day | {"end": {"dateTime": "2026-11-11T12:00:00", "timeZone": "America/New_York"}}
    with pytest.raises(TenantFileInvalid, match="from midnight to midnight"):
        parse_tenant(FILE | {"people": [ANNA | {"busy": [noon]}, ZOE]})


def test_an_owner_of_the_file_owns_the_programme() -> None:
    state = tenant(FILE | {"people": [ANNA, ZOE, {"id": "olga", "owner": True}]})
    assert set(state.teams[state.owners_team_id].members) == {person_id("olga")}


def test_further_programmes_have_invented_owners() -> None:
    for own in ([], [{"id": "olga", "owner": True}]):
        state = new_state()
        furnish(state, parse_tenant(FILE | {"people": [ANNA, ZOE, *own]}), programmes=2)
        first, second = (set(state.teams[one.owners_team_id].members) for one in state.programmes)
        assert (len(first), len(second), first & second) == (len(own) or 3, 3, set())


def test_all_mistakes_are_told_at_once_with_their_places() -> None:
    wrong = {
        "now": "2026-10-12",
        "people": [
            ANNA | {"zone": "Mars/Olympus", "manager": "nobody"},
            {"name": "No Id", "colour": "red"},
        ],
        "tandems": [{"mentee": "zoe", "mentor": "anna"}],
        "tempo": "fast",
    }
    with pytest.raises(TenantFileInvalid) as caught:
        parse_tenant(wrong)
    told = str(caught.value)
    for part in (
        "tempo",
        "now:",
        "Mars/Olympus",
        "colour",
        "people[1].id",
        "the manager",
        "tandems[0].mentee",
    ):
        assert part in told


def test_what_is_no_json_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "tenant.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(TenantFileInvalid, match="not JSON"):
        read_tenant(path)


def test_the_zones_are_listed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Issue 12, W: reading cost 28 ms an appointment, because each listed all of them."""
    listed: list[int] = []

    def zones() -> set[str]:
        listed.append(1)
        return {"Europe/Berlin"}

    monkeypatch.setattr(json_reader, "available_timezones", zones)
    json_reader._zones.cache_clear()
    try:
        found = [json_reader.zone_named("Europe/Berlin") for _ in range(3)]
    finally:
        json_reader._zones.cache_clear()
    assert found == ["Europe/Berlin"] * 3
    assert len(listed) == 1
