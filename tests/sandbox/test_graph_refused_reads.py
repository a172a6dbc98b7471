"""Questions that Graph does not answer: it says why, and no row comes.

Pages: query-parameters, filter-query-parameter ("Syntax and examples"), paging,
aad-advanced-queries, user list ("some properties" of one user only), user list manager ($levels),
group list members (OData cast), event delta (odata.maxpagesize), list calendarView,
teamsasyncoperation get.
"""

import pytest

from tests.sandbox.conftest import GraphClient, everyone

EVENTUAL = {"ConsistencyLevel": "eventual"}
A_LONG_LIST = " or ".join(f"mail eq 'p{number:03}@nordwind.example'" for number in range(70))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("mail eq 'a' 'b'", "Syntax error at position 3"),
        ("mail like 'a'", "Syntax error at position 2"),
        ("mail eq nobody", "Syntax error at position 3"),
        ("startswith(mail 'a')", "Syntax error at position 3"),
        ("(mail eq 'a'", "Syntax error at position 4"),
        ("mail eq", "Syntax error at position 2"),
        ("aboutMe eq 'a'", "'aboutMe' is not supported here"),
        ("(" * 3000, "too many levels"),
    ],
)
async def test_a_filter_that_is_none_is_refused_at_the_place_where_it_stops(
    graph: GraphClient, wrong: str, message: str
) -> None:
    reply = await graph.get(f"/users?$filter={wrong}")
    assert reply.status == 400
    assert message in reply.message


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("$top=many", "Invalid value 'many' for $top"),
        ("$top=1000", "Invalid value '1000' for $top"),
        ("$top=²", "Invalid value '²' for $top"),
        ("$expand=photo", "'photo' cannot be expanded"),
        ("$skiptoken=%C3%BC", "Skip token is null or invalid"),
        ("$skip=1", "'$skip' is not supported by the service"),
    ],
)
async def test_an_option_that_a_list_does_not_know_is_refused_by_name(
    graph: GraphClient, option: str, message: str
) -> None:
    reply = await graph.get(f"/users?{option}")
    assert (reply.status, reply.code) == (400, "Request_BadRequest")
    assert message in reply.message


async def test_some_properties_are_told_of_one_person_at_a_time(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0]
    refused = await graph.get("/users?$select=id,mailboxSettings")
    assert (refused.status, refused.code) == (501, "NotImplemented")
    assert (await graph.get(f"/users/{person.id}?$select=id,mailboxSettings")).status == 200


async def test_an_advanced_question_is_short_and_a_simple_one_may_be_long(
    graph: GraphClient,
) -> None:
    path = f"/users?$filter={A_LONG_LIST}"
    refused = await graph.get(f"{path}&$count=true", **EVENTUAL)
    assert (refused.status, refused.code) == (400, "Request_UnsupportedQuery")
    assert "too long" in refused.message
    assert (await graph.get(path)).status == 200


@pytest.mark.parametrize("levels", ["all", "-1", "²"])
async def test_the_managers_above_are_counted_or_all_of_them(
    graph: GraphClient, levels: str
) -> None:
    person = everyone(graph.tenant)[0]
    path = f"/users/{person.id}?$count=true&$expand=manager($levels={levels})"
    reply = await graph.get(path, **EVENTUAL)
    assert reply.status == 400
    assert f"Invalid value '{levels}' for $levels" in reply.message


@pytest.mark.parametrize("members", ["members", "transitiveMembers"])
async def test_only_people_among_a_groups_members_can_be_asked_for(
    graph: GraphClient, members: str
) -> None:
    group = next(iter(graph.tenant.state.groups))
    reply = await graph.get(f"/groups/{group}/{members}/graph.device?$count=true", **EVENTUAL)
    assert (reply.status, reply.code) == (400, "BadRequest")
    assert (await graph.get("/groups/nobody/members")).status == 404


async def test_an_operation_that_nobody_began_is_not_found(graph: GraphClient) -> None:
    team = graph.tenant.state.programme_team_ids[0]
    assert (await graph.get(f"/teams/{team}/operations/none")).status == 404
    assert (await graph.get("/teams/none/operations/none")).status == 404


@pytest.mark.parametrize(
    ("window", "message"),
    [
        ("startDateTime=2027-02-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z", "is before"),
        ("startDateTime=Monday&endDateTime=2027-01-01T00:00:00Z", "'Monday' of 'startDateTime'"),
        ("startDateTime=0001-01-01&endDateTime=0001-01-02", "beyond the calendar"),
    ],
)
async def test_a_calendar_is_shown_from_one_moment_to_a_later_one(
    graph: GraphClient, window: str, message: str
) -> None:
    reply = await graph.get(f"/users/{everyone(graph.tenant)[0].id}/calendarView?{window}")
    assert reply.status == 400
    assert message in reply.message


async def test_a_page_of_changes_holds_one_at_least(graph: GraphClient) -> None:
    window = "startDateTime=2027-01-01T00:00:00Z&endDateTime=2027-02-01T00:00:00Z"
    path = f"/users/{everyone(graph.tenant)[0].id}/calendarView/delta?{window}"
    reply = await graph.get(path, Prefer="odata.maxpagesize=0")
    assert reply.status == 400
    assert (await graph.get(path, Prefer="odata.maxpagesize=1")).status == 200
