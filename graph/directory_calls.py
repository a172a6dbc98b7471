"""The calls to the company's directory of people and groups."""

from __future__ import annotations

from collections.abc import Sequence

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

from graph.client import operation
from graph.mailbox import MAILBOX
from mentoring.domain.people import ID

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
READS = "reading changes nothing"
IDS_A_QUESTION = 15
"""A filter takes no more values after ``in`` (learn.microsoft.com, advanced query capabilities)."""


def _eventual() -> HeadersCollection:
    """Graph answers advanced queries on users only with this header (learn.microsoft.com,
    aad-advanced-queries).
    """
    headers = HeadersCollection()
    headers.add("ConsistencyLevel", "eventual")
    return headers


def quoted(text: str) -> str:
    """A text inside an OData string: a quote is doubled."""
    return text.replace("'", "''")


def any_of(name: str, values: Sequence[str]) -> str:
    """The condition that a property is one of these."""
    listed = ", ".join(f"'{quoted(each)}'" for each in values)
    return f"{name} in ({listed})"


@operation("GET", "/users", permission="User.Read.All", repeat=READS)
def users_where(sdk: GraphServiceClient, *, condition: str, most: int = 10) -> RequestInformation:
    """At most so many users for whom an OData condition holds."""
    query = UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(
        filter=condition, select=FIELDS, count=True, top=most
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
    query = UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(
        filter=any_of("id", ids),
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
        filter=f"{_property_of(name)} eq '{quoted(name)}'",
        select=["id", "displayName", "description", "mail", "createdDateTime"],
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
