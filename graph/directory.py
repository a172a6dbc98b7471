"""People, their managers, zones and languages, and groups, from the company's directory."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.headers_collection import HeadersCollection
from kiota_abstractions.request_information import RequestInformation
from msgraph import GraphServiceClient
from msgraph.generated.groups.groups_request_builder import GroupsRequestBuilder
from msgraph.generated.groups.item.transitive_members.transitive_members_request_builder import (
    TransitiveMembersRequestBuilder,
)
from msgraph.generated.users.item.user_item_request_builder import UserItemRequestBuilder
from msgraph.generated.users.users_request_builder import UsersRequestBuilder

from graph.client import Graph, operation
from graph.custom_zones import zone_of
from graph.mailbox import MAILBOX
from graph.pictures import as_data_uri
from graph.working_hours import working_hours
from graph.zones import iana_zone, only_zone_of
from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.finding import Standing
from mentoring.domain.matching.settings import ANY_DEPTH
from mentoring.domain.people import ID, NOBODY_KNOWS, Profile, one_spelling
from mentoring.domain.scheduling.places import country_code
from mentoring.ports.directory import Account, Group

FIELDS = [
    "id",
    "displayName",
    "mail",
    "userPrincipalName",
    "proxyAddresses",
    "department",
    "jobTitle",
    "officeLocation",
    "city",
    "country",
    "state",
    "usageLocation",
    "preferredLanguage",
    "accountEnabled",
    "userType",
    "assignedLicenses",
    "onPremisesSyncEnabled",
]
USER = "#microsoft.graph.user"
READS = "reading changes nothing"
AT_ONCE = 10
MOST_ALIKE = 6
IDS_A_QUESTION = 15
"""A filter takes no more values after ``in`` (learn.microsoft.com, advanced query capabilities)."""


def _eventual() -> HeadersCollection:
    """Graph answers advanced queries on users only with this header (learn.microsoft.com,
    aad-advanced-queries).
    """
    headers = HeadersCollection()
    headers.add("ConsistencyLevel", "eventual")
    return headers


def _quoted(text: str) -> str:
    """A text inside an OData string: a quote is doubled."""
    return text.replace("'", "''")


@operation("GET", "/users", permission="User.Read.All", repeat=READS)
def users_where(sdk: GraphServiceClient, *, condition: str) -> RequestInformation:
    """Users for whom an OData condition holds."""
    query = UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(
        filter=condition, select=FIELDS, count=True, top=10
    )
    return sdk.users.to_get_request_information(
        RequestConfiguration(query_parameters=query, headers=_eventual())
    )


@operation("GET", "/users", permission="User.Read.All", repeat=READS)
def users_by_id(sdk: GraphServiceClient, *, ids: Sequence[str]) -> RequestInformation:
    """At most 15 users by their ids, each with the immediate manager.

    ``getByIds`` would take a thousand, but wants ``Directory.Read.All`` and tells nothing of
    managers (learn.microsoft.com, directoryObject: getByIds); ``$levels`` works for a single user
    only (user-list-manager).
    """
    listed = ", ".join(f"'{_quoted(each)}'" for each in ids)
    query = UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(
        filter=f"id in ({listed})",
        select=["id", "accountEnabled", "department"],
        expand=["manager"],
        top=IDS_A_QUESTION,
    )
    return sdk.users.to_get_request_information(RequestConfiguration(query_parameters=query))


@operation("GET", "/users/{user-id}", permission="User.Read.All", repeat=READS)
def user_with_managers(sdk: GraphServiceClient, *, user_id: str) -> RequestInformation:
    """One user with the whole chain of managers; ``$levels`` needs ``$count`` (learn.microsoft.com,
    user-list-manager).
    """
    query = UserItemRequestBuilder.UserItemRequestBuilderGetQueryParameters(
        select=FIELDS, expand=["manager($levels=max;$select=id)"]
    )
    request = sdk.users.by_user_id(user_id).to_get_request_information(
        RequestConfiguration(query_parameters=query, headers=_eventual())
    )
    request.url_template = request.url_template.replace("{?", "{?%24count,")
    request.query_parameters["%24count"] = "true"
    return request


@operation(
    "GET",
    "/users/{user-id}/mailboxSettings",
    permission="MailboxSettings.Read",
    repeat=READS,
    limits=(MAILBOX,),
)
def mailbox_settings(sdk: GraphServiceClient, *, user_id: str) -> RequestInformation:
    """A mailbox's zone and language."""
    return sdk.users.by_user_id(user_id).mailbox_settings.to_get_request_information()


@operation(
    "GET",
    "/users/{user-id}/photo/$value",
    permission="User.Read.All",
    repeat=READS,
    limits=(MAILBOX,),
)
def photo_of(sdk: GraphServiceClient, *, user_id: str) -> RequestInformation:
    """A person's picture in the largest size there is (learn.microsoft.com, profilephoto-get)."""
    return sdk.users.by_user_id(user_id).photo.content.to_get_request_information()


@operation("GET", "/groups", permission="GroupMember.Read.All", repeat=READS)
def groups_named(sdk: GraphServiceClient, *, name: str) -> RequestInformation:
    """The groups with exactly this name, address or id."""
    query = GroupsRequestBuilder.GroupsRequestBuilderGetQueryParameters(
        filter=f"{_property_of(name)} eq '{_quoted(name)}'",
        select=["id", "displayName", "description", "mail"],
    )
    return sdk.groups.to_get_request_information(RequestConfiguration(query_parameters=query))


def _property_of(text: str) -> str:
    """What an owner names a group by."""
    return "id" if ID.fullmatch(text) else "mail" if "@" in text else "displayName"


@operation(
    "GET", "/groups/{group-id}/transitiveMembers", permission="GroupMember.Read.All", repeat=READS
)
def group_people(sdk: GraphServiceClient, *, group_id: str, page: str = "") -> RequestInformation:
    """The people of a group and of the groups inside it, a page at a time."""
    builder = sdk.groups.by_group_id(group_id).transitive_members
    if page:
        return builder.with_url(page).to_get_request_information()
    query = TransitiveMembersRequestBuilder.TransitiveMembersRequestBuilderGetQueryParameters(
        select=FIELDS, top=100, count=True
    )
    return builder.to_get_request_information(
        RequestConfiguration(query_parameters=query, headers=_eventual())
    )


class GraphDirectory:
    """The company's directory; see ``mentoring.ports.Directory``."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def find(self, text: str) -> tuple[Profile, ...]:
        """The people whose id, e-mail (an earlier one, too), sign-in name or display name equals
        ``text``; if there is none, whoever is called so with the last name in front (``Last,
        First`` or ``Last First``).
        """
        users = (await users_where(self._graph, condition=_named(text))).json["value"]
        exact = [user for user in users if _name(user).casefold() == text.casefold()]
        return tuple(_profile(user) for user in exact or users)

    async def like(self, text: str) -> tuple[Profile, ...]:
        """At most six people whose first or last name is ``text``, or whose name begins so."""
        if "@" in text or ID.fullmatch(text):
            return ()
        value = _quoted(text)
        alike = f"givenName eq '{value}' or surname eq '{value}'"
        condition = f"{alike} or startswith(displayName,'{value}')"
        answer = await users_where(self._graph, condition=condition)
        return tuple(_profile(user) for user in answer.json["value"][:MOST_ALIKE])

    async def profile(self, person_id: str) -> Profile:
        """The full profile; ``NotThere`` if nobody has this id."""
        user = (await user_with_managers(self._graph, user_id=person_id)).json
        settings = await self._settings(person_id)
        return _profile(user, settings)

    async def _settings(self, person_id: str) -> Mapping[str, Any]:
        """The mailbox's settings; without a mailbox, or where it may not be read, there are
        none.
        """
        try:
            answer = await mailbox_settings(self._graph, user_id=person_id)
        except (NotThere, NotAllowed):
            return {}
        settings: Mapping[str, Any] = answer.json
        return settings

    async def names(self, ids: Sequence[str]) -> Mapping[str, str]:
        """The names of those of these ids that the directory has."""
        found: dict[str, str] = {}
        for start in range(0, len(ids), AT_ONCE):
            listed = ", ".join(f"'{_quoted(each)}'" for each in ids[start : start + AT_ONCE])
            answer = await users_where(self._graph, condition=f"id in ({listed})")
            found |= {_id(user): _name(user) for user in answer.json["value"]}
        return found

    async def standings(self, ids: Sequence[str], depth: int | None) -> Mapping[str, Standing]:
        """What the directory says today of those of these ids that it has.

        ``depth`` levels of managers are read (0: all of them, None: none), each of them once, and
        only their own managers' ids are looked at.
        """
        read: dict[str, Mapping[str, Any]] = {}
        wanted, levels = set(ids), 0
        while wanted and (depth == ANY_DEPTH or levels < (depth or 1)):
            found = await self._by_id(sorted(wanted))
            read |= found
            above = {_manager_of(user) for user in found.values()}
            wanted, levels = above - read.keys() - {""}, levels + 1
        return {key: _standing(key, read, depth) for key in ids if key in read}

    async def _by_id(self, ids: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        found: dict[str, Mapping[str, Any]] = {}
        for start in range(0, len(ids), IDS_A_QUESTION):
            answer = await users_by_id(self._graph, ids=ids[start : start + IDS_A_QUESTION])
            found |= {_id(user): user for user in answer.json["value"]}
        return found

    async def accounts(self, ids: Sequence[str]) -> Mapping[str, Account]:
        """Whether each of these ids can take part, ten to a question."""
        found = dict.fromkeys(ids, Account("gone"))
        for start in range(0, len(ids), AT_ONCE):
            listed = ", ".join(f"'{_quoted(each)}'" for each in ids[start : start + AT_ONCE])
            answer = await users_where(self._graph, condition=f"id in ({listed})")
            found |= {_id(user): _account(user) for user in answer.json["value"]}
        return found

    async def photo(self, person: str) -> str:
        """A picture of a few KB as a ``data:`` URI; empty if there is none, or none that may be
        read.
        """
        try:
            known_as = await self._known_as(person)
            picture = (await photo_of(self._graph, user_id=known_as)).raw
        except (NotThere, NotAllowed, Rejected):
            return ""
        return await asyncio.to_thread(as_data_uri, picture)

    async def _known_as(self, person: str) -> str:
        """An id as it stands; for an address the id of whoever it reaches, because Graph takes none
        but the sign-in name instead (learn.microsoft.com, user: get).
        """
        if "@" not in person:
            return person
        found = await self.find(person)
        return found[0].id if len(found) == 1 else person

    async def groups(self, text: str) -> tuple[Group, ...]:
        """The groups whose name, e-mail or id is ``text``: display names are not unique, by design
        (microsoft-graph-docs issues 14868 and 21142).
        """
        found = (await groups_named(self._graph, name=text)).json["value"]
        return tuple(
            Group(
                _id(each),
                each.get("displayName") or "",
                each.get("mail") or "",
                each.get("description") or "",
            )
            for each in found
        )

    async def people_of(self, group_id: str) -> tuple[Profile, ...]:
        """A group's people, groups inside it included."""
        people: list[Profile] = []
        page = ""
        while True:
            answer = (await group_people(self._graph, group_id=group_id, page=page)).json
            people += [
                _profile(member)
                for member in answer["value"]
                if member.get("@odata.type", USER) == USER
            ]
            page = answer.get("@odata.nextLink", "")
            if not page:
                return tuple(people)


def _id(row: Mapping[str, Any]) -> str:
    return one_spelling(str(row["id"]))


def _manager_of(user: Mapping[str, Any]) -> str:
    above = user.get("manager")
    return _id(above) if above else ""


def _standing(person_id: str, read: Mapping[str, Mapping[str, Any]], depth: int | None) -> Standing:
    """Somebody's standing, with the managers that were read or named on the way up."""
    user, managers = read[person_id], list[str]()
    above = _manager_of(user) if depth is not None else ""
    while above and above not in managers and (depth == ANY_DEPTH or len(managers) < (depth or 0)):
        managers.append(above)
        above = _manager_of(read.get(above, {}))
    enabled = user.get("accountEnabled") is not False
    return Standing(enabled, user.get("department") or "", tuple(managers))


def _named(text: str) -> str:
    value = _quoted(text)
    if ID.fullmatch(text):
        return f"id eq '{value}'"
    if "@" in text:
        known = f"mail eq '{value}' or userPrincipalName eq '{value}'"
        return f"{known} or proxyAddresses/any(p:p eq 'smtp:{value}')"
    names = dict.fromkeys((value, *_turned(value)))
    return " or ".join(f"displayName eq '{each}'" for each in names)


def _turned(name: str) -> tuple[str, ...]:
    """The name with the first name in front, if it was said the other way round: ``Last, First``,
    or the first or the last word may be the last name.
    """
    last, comma, first = name.partition(",")
    if comma:
        return (f"{first.strip()} {last.strip()}",)
    words = name.split()
    return (" ".join([*words[-1:], *words[:-1]]), " ".join([*words[1:], *words[:1]]))


def _name(user: Mapping[str, Any]) -> str:
    return user.get("displayName") or ""


def _profile(user: Mapping[str, Any], settings: Mapping[str, Any] | None = None) -> Profile:
    settings = settings or {}
    locale = user.get("preferredLanguage") or (settings.get("language") or {}).get("locale") or ""
    country = user.get("country") or user.get("usageLocation") or ""
    zone = _zone(settings, country)
    return Profile(
        id=_id(user),
        name=_name(user),
        email=_email(user),
        department=user.get("department") or "",
        job_title=user.get("jobTitle") or "",
        location=user.get("city") or user.get("officeLocation") or "",
        country=country,
        state=user.get("state") or "",
        zone=zone or NOBODY_KNOWS,
        zone_known=bool(zone),
        locale=locale,
        managers=_chain(user),
        aliases=_aliases(user),
        hindrance=_hindrance(user),
        **_working_time(settings),
    )


def _aliases(user: Mapping[str, Any]) -> tuple[str, ...]:
    """The sign-in name and every e-mail address but the one that is shown.

    ``proxyAddresses`` come only if they are selected, with ``User.Read.All`` alone; `SMTP:` marks
    the primary address, `smtp:` the others, and other kinds (`X500:`, `SIP:`) are no addresses that
    anybody writes (learn.microsoft.com, resource user; mail and proxyAddresses properties).
    """
    kinds = (each.partition(":") for each in user.get("proxyAddresses") or ())
    mails = [address.strip() for kind, _, address in kinds if kind.casefold() == "smtp"]
    every = {each.casefold() for each in (user.get("userPrincipalName") or "", *mails)}
    return tuple(sorted(every - {_email(user).casefold(), ""}))


def _email(user: Mapping[str, Any]) -> str:
    return user.get("mail") or user.get("userPrincipalName") or ""


def _zone(settings: Mapping[str, Any], country: str) -> str:
    """The zone of the mailbox, else that of its working hours, else the only one of the country;
    empty if none of them tells one.
    """
    hours = settings.get("workingHours") or {}
    code = country_code(country)
    told = iana_zone(settings.get("timeZone") or "") or zone_of(hours.get("timeZone") or {}, code)
    return told or only_zone_of(code)


def _working_time(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Working days and hours of the mailbox, where it tells them."""
    found = working_hours(settings.get("workingHours") or {})
    if found is None:
        return {}
    days, first = tuple(shift.weekday for shift in found.shifts), found.shifts[0]
    return {"working_days": days, "working_hours": (first.start, first.end)}


def _chain(user: Mapping[str, Any]) -> tuple[str, ...]:
    chain = []
    above = user.get("manager")
    while above:
        chain.append(_id(above))
        above = above.get("manager")
    return tuple(chain)


def _account(user: Mapping[str, Any]) -> Account:
    return Account(_hindrance(user), is_on_premises=bool(user.get("onPremisesSyncEnabled")))


def _hindrance(user: Mapping[str, Any]) -> str:
    if user.get("accountEnabled") is False:
        return "disabled"
    if user.get("userType") == "Guest":
        return "guest"
    return "" if user.get("assignedLicenses") else "no-licence"
