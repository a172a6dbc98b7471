"""Users and groups.

Pages: user list, user get, user list manager, aad-advanced-queries, group list members.
"""

import pytest

from tests.sandbox.conftest import GraphClient, everyone


async def test_a_list_has_the_small_default_set_of_properties(graph: GraphClient) -> None:
    reply = await graph.get("/users?$top=1")
    assert "department" not in reply.rows[0]
    assert {"id", "displayName", "mail", "userPrincipalName"} <= set(reply.rows[0])


async def test_selected_properties_come_and_unknown_ones_are_refused(graph: GraphClient) -> None:
    reply = await graph.get("/users?$top=2&$select=department,accountEnabled")
    assert set(reply.rows[0]) == {"id", "department", "accountEnabled"}
    refused = await graph.get("/users?$select=departement")
    assert (refused.status, refused.code) == (400, "Request_BadRequest")


async def test_pages_continue_by_next_link_until_everybody_has_come_once(
    graph: GraphClient,
) -> None:
    link, seen = "/users?$top=7&$select=id", []
    while link:
        reply = await graph.get(link)
        seen += [row["id"] for row in reply.rows]
        link = reply.body.get("@odata.nextLink", "")
    assert sorted(seen) == sorted(graph.tenant.state.people)


@pytest.mark.parametrize(
    "template", ["mail eq '{0}'", "userPrincipalName eq '{0}'", "mail in ('{0}','nobody@x.y')"]
)
async def test_a_person_is_found_by_address(graph: GraphClient, template: str) -> None:
    person = everyone(graph.tenant)[0]
    reply = await graph.get(f"/users?$filter={template.format(person.mail.upper())}")
    assert [row["id"] for row in reply.rows] == [person.id]


async def test_a_quote_in_a_filter_is_doubled(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0]
    person.display_name = "Ann O'Neil"
    reply = await graph.get("/users?$filter=displayName eq 'Ann O''Neil'")
    assert [row["id"] for row in reply.rows] == [person.id]
    refused = await graph.get("/users?$filter=displayName eq 'Ann O'Neil'")
    assert refused.status == 400


async def test_more_than_fifteen_values_after_in_are_refused(graph: GraphClient) -> None:
    values = ",".join(f"'p{number}@nordwind.example'" for number in range(16))
    refused = await graph.get(f"/users?$filter=mail in ({values})")
    assert (refused.status, refused.code) == (400, "Request_UnsupportedQuery")


async def test_advanced_filters_need_the_consistency_header_and_a_count(graph: GraphClient) -> None:
    path = "/users?$filter=endswith(mail,'.example')"
    assert (await graph.get(path)).code == "Request_UnsupportedQuery"
    reply = await graph.get(f"{path}&$count=true", ConsistencyLevel="eventual")
    assert reply.body["@odata.count"] == len(graph.tenant.state.people)


async def test_a_search_needs_the_consistency_header_and_quotes(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0]
    path = f'/users?$search="displayName:{person.surname[:3]}"'
    assert (await graph.get(path)).status == 400
    reply = await graph.get(path, ConsistencyLevel="eventual")
    assert person.id in {row["id"] for row in reply.rows}
    assert (
        await graph.get(f"/users?$search={person.surname}", ConsistencyLevel="eventual")
    ).status == 400


async def test_the_manager_chain_needs_the_header_and_the_count(graph: GraphClient) -> None:
    state = graph.tenant.state
    person = next(one for one in everyone(graph.tenant) if one.manager_id)
    path = f"/users/{person.id}?$select=id&$expand=manager($levels=max;$select=id)"
    assert (await graph.get(path)).status == 400
    assert (await graph.get(f"{path}&$count=true")).status == 400
    row = (await graph.get(f"{path}&$count=true", ConsistencyLevel="eventual")).body
    chain, key = [], person.manager_id
    while key:
        chain.append(key)
        key = state.people[key].manager_id
    found = []
    while "manager" in row:
        row = row["manager"]
        found.append(row["id"])
    assert found == chain


async def test_who_does_not_exist_is_not_found(graph: GraphClient) -> None:
    reply = await graph.get("/users/00000000-0000-0000-0000-000000000000")
    assert (reply.status, reply.code) == (404, "Request_ResourceNotFound")


async def test_the_top_has_no_manager(graph: GraphClient) -> None:
    top = next(one for one in graph.tenant.state.people.values() if one.manager_id is None)
    assert (await graph.get(f"/users/{top.id}/manager")).status == 404


async def test_a_mailbox_has_a_windows_zone_and_a_missing_one_is_said(graph: GraphClient) -> None:
    people = graph.tenant.state.people.values()
    viennese = next(
        one
        for one in people
        if one.zone == "Europe/Vienna" and one.licensed and one.mailbox_readable
    )
    reply = await graph.get(f"/users/{viennese.id}/mailboxSettings")
    assert reply.body["timeZone"] == "W. Europe Standard Time"
    without = next(one for one in people if not one.licensed)
    reply = await graph.get(f"/users/{without.id}/mailboxSettings")
    assert (reply.status, reply.code) == (404, "MailboxNotEnabledForRESTAPI")
    closed = next(one for one in people if not one.mailbox_readable)
    reply = await graph.get(f"/users/{closed.id}/mailboxSettings")
    assert (reply.status, reply.code) == (403, "ErrorAccessDenied")


async def test_licences_tell_who_has_a_mailbox(graph: GraphClient) -> None:
    without = next(one for one in graph.tenant.state.people.values() if not one.licensed)
    assert (await graph.get(f"/users/{without.id}/licenseDetails")).rows == []
    assert (await graph.get(f"/users/{everyone(graph.tenant)[0].id}/licenseDetails")).rows


async def test_transitive_members_come_through_nested_groups_once(graph: GraphClient) -> None:
    found = await graph.get("/groups?$filter=displayName eq 'Leadership'")
    group_id = found.rows[0]["id"]
    direct = await graph.get(f"/groups/{group_id}/members?$select=id")
    all_of_them = await graph.get(f"/groups/{group_id}/transitiveMembers?$select=id")
    kinds = {row["@odata.type"] for row in direct.rows}
    assert kinds == {"#microsoft.graph.user", "#microsoft.graph.group"}
    ids = [row["id"] for row in all_of_them.rows]
    assert len(ids) == len(set(ids)) > len(direct.rows)


async def test_a_cast_to_people_is_an_advanced_query(graph: GraphClient) -> None:
    group_id = (await graph.get("/groups?$filter=displayName eq 'Leadership'")).rows[0]["id"]
    path = f"/groups/{group_id}/transitiveMembers/graph.user?$select=id"
    assert (await graph.get(path)).code == "Request_UnsupportedQuery"
    reply = await graph.get(f"{path}&$count=true&$top=999", ConsistencyLevel="eventual")
    assert {row["id"] for row in reply.rows} <= set(graph.tenant.state.people)


async def test_a_team_is_a_group_of_the_same_id(graph: GraphClient) -> None:
    found = (await graph.get("/groups?$filter=displayName eq 'Tandem owners'")).rows
    assert [(row["id"], row["groupTypes"]) for row in found] == [
        (graph.tenant.state.owners_team_id, ["Unified"])
    ]
    members = (await graph.get(f"/groups/{found[0]['id']}/members?$select=id")).rows
    assert {row["id"] for row in members} == set(graph.tenant.state.teams[found[0]["id"]].members)


async def test_an_unknown_path_a_wrong_method_and_an_unknown_option_are_refused(
    graph: GraphClient,
) -> None:
    assert (await graph.get("/uzers")).status == 400
    assert (await graph.delete("/users")).status == 405
    assert (await graph.get("/users?$serch=x")).status == 400


async def test_no_query_option_is_passed_over_in_silence(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0].id
    group = next(iter(graph.tenant.state.groups))
    team = graph.tenant.state.owners_team_id
    for path in (
        f"/users/{person}?$top=1",
        f"/users/{person}/mailboxSettings?$filter=timeZone eq 'UTC'",
        f"/groups/{group}/members?$expand=manager",
        f"/teams/{team}/channels?$orderby=displayName",
        f"/teams/{team}/members?$search=x",
        f"/users/{person}/events?$search=x",
        "/users?$skip=10",
        "/users?$orderby=department",
        "/subscriptions?$filter=id eq 'x'",
    ):
        assert (await graph.get(path)).status == 400, f"{path}"


async def test_people_and_events_come_in_the_order_asked_for(graph: GraphClient) -> None:
    names = [
        row["displayName"]
        for row in (await graph.get("/users?$orderby=displayName desc&$top=999")).rows
    ]
    assert names == sorted(names, key=str.casefold, reverse=True)
    path = f"/users/{everyone(graph.tenant)[0].id}/events?$orderby=start/dateTime&$top=100"
    starts = [row["start"]["dateTime"] for row in (await graph.get(path)).rows]
    assert starts == sorted(starts)


async def test_groups_are_searched_like_people(graph: GraphClient) -> None:
    path = '/groups?$search="displayName:digital"&$select=displayName'
    assert (await graph.get(path)).status == 400
    reply = await graph.get(path, ConsistencyLevel="eventual")
    assert [row["displayName"] for row in reply.rows] == ["Digital Natives"]


async def test_an_earlier_address_finds_somebody_among_their_proxy_addresses(
    graph: GraphClient,
) -> None:
    """User: proxyAddresses ($filter with any); the primary address is `SMTP:`."""
    person = everyone(graph.tenant)[0]
    [former] = person.aliases
    path = "/users?$select=id,proxyAddresses&$count=true&$filter=proxyAddresses/any(p:p eq "
    found = await graph.get(f"{path}'smtp:{former.upper()}')", ConsistencyLevel="eventual")
    assert [row["id"] for row in found.rows] == [person.id]
    assert found.rows[0]["proxyAddresses"] == [f"SMTP:{person.mail}", f"smtp:{former}"]
    assert (await graph.get(f"{path}'smtp:nobody@nordwind.example')")).rows == []


async def test_two_groups_may_have_one_name_and_are_told_apart_by_their_addresses(
    graph: GraphClient,
) -> None:
    """microsoft-graph-docs issues 14868 and 21142: by design."""
    both = (await graph.get("/groups?$filter=displayName eq 'Ambassadors'")).rows
    assert len(both) == len({row["mail"] for row in both}) == 2
    one = await graph.get(f"/groups?$filter=mail eq '{both[0]['mail']}'")
    assert [row["id"] for row in one.rows] == [both[0]["id"]]
