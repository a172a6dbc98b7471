"""Users of the directory: list, get, manager. Source: user list, user get, user list manager."""

from typing import Any
from urllib.parse import urlencode

from sandbox.directory import Person
from sandbox.graph.errors import GraphRefusal, bad_request, not_found
from sandbox.graph.filters import Filter
from sandbox.graph.operations import GRAPH_ROOT, PAGED, Answer, Call, operation
from sandbox.graph.query import expansions, filtering, ordered, page, selection, shaped
from sandbox.graph.request_costs import directory
from sandbox.graph.search import UNSUPPORTED, advanced, searched
from sandbox.graph.types import properties
from sandbox.graph.zones import timestamp

READ = ("User.Read.All", "User.ReadWrite.All", "Directory.Read.All")
DEFAULT = (
    "businessPhones",
    "displayName",
    "givenName",
    "jobTitle",
    "mail",
    "mobilePhone",
    "officeLocation",
    "preferredLanguage",
    "surname",
    "userPrincipalName",
)
"""What comes without `$select`."""
FILTER_PROPERTIES = (
    "id displayName givenName surname mail userPrincipalName jobTitle department accountEnabled "
    "userType city country "
    "state officeLocation usageLocation companyName preferredLanguage mailNickname"
)
SIMPLE_FILTERS = (
    *("eq", "in", "and", "or", "startswith", "ge", "le", "proxyAddresses/any"),
    *FILTER_PROPERTIES.split(),
)
ADVANCED_FILTERS = ("ne", "not", "endswith", "gt", "lt")
"""Need `ConsistencyLevel: eventual` and `$count=true`."""
PROFILE = (
    "aboutMe birthday hireDate interests mySite pastProjects preferredName responsibilities "
    "schools skills"
)
SINGLE_USER_ONLY = frozenset({"mailboxSettings", *PROFILE.split()})
"""Kept outside the directory, so a list cannot have them."""
LONGEST_IN = 15
LONGEST_ADVANCED = 2048
"""Characters of the URL of an advanced query [known issues 13635]."""
USER_TYPE = "#microsoft.graph.user"
NOT_STORED = frozenset({"manager", "mailboxSettings", "birthday", "hireDate"})
BLANK: dict[str, Any] = {
    name: [] if kind.startswith("[") else None
    for name, kind in properties("user").items()
    if name not in NOT_STORED
}
"""A user about whom nothing is known."""
SKU_ID = "06ebc4ee-1bb5-47dd-8120-11324bc54e06"
"""Microsoft 365 E5, which includes Exchange Online and Teams."""


@operation(
    "GET /users",
    directory(2),
    *READ,
    options=(*PAGED, "$filter", "$search", "$select", "$expand", "$orderby"),
)
def list_users(call: Call) -> Answer:
    """People, filtered, searched and paged; every one of them, as there are no hidden users."""
    names = selection(call, "user")
    if names and not SINGLE_USER_ONLY.isdisjoint(names):
        raise GraphRefusal(
            501, "NotImplemented", "This property is supported for a single user only."
        )
    wanted, people = _filter_of(call), call.state.people
    found = searched(call, [_findable(each) for each in people.values() if not each.gone])
    chosen = [row for row in found if wanted is None or wanted.test(row)]
    chosen = ordered(
        call,
        sorted(chosen, key=lambda row: str(row["displayName"])),
        "displayName",
        "userPrincipalName",
    )
    rows = [shaped(full_row(people[row["id"]]), names or DEFAULT) for row in chosen]
    if "manager" in expansions(call, "manager"):
        rows = [row | _manager_of(call, people[row["id"]]) for row in rows]
    return page(call, rows, "users")


@operation("GET /users/{user_id}", directory(1), *READ, options=("$select", "$expand", "$count"))
def get_user(call: Call) -> Answer:
    """One person, with the manager or the whole chain of managers if expanded."""
    person = call.person()
    row = shaped(full_row(person), selection(call, "user") or DEFAULT)
    options = expansions(call, "manager").get("manager")
    if options is not None:
        row["manager"] = (
            _chain(call, person, options) if "$levels" in options else _manager_row(call, person)
        )
        row = {key: value for key, value in row.items() if key != "manager" or value is not None}
    return Answer(body={"@odata.context": f"{GRAPH_ROOT}/$metadata#users/$entity"} | row)


@operation("GET /users/{user_id}/manager", directory(1), *READ, options=("$select",))
def get_manager(call: Call) -> Answer:
    """A person's manager; 404 for whoever has none."""
    person = call.person()
    if person.manager_id is None:
        raise not_found("directory", "manager")
    names = selection(call, "user") or DEFAULT
    context = {
        "@odata.context": f"{GRAPH_ROOT}/$metadata#directoryObjects/$entity",
        "@odata.type": USER_TYPE,
    }
    return Answer(body=context | shaped(full_row(call.state.people[person.manager_id]), names))


def full_row(person: Person) -> dict[str, Any]:
    """Everything the directory holds of a person, in Graph's shape; what it does not hold is null
    or empty.
    """
    return (
        BLANK
        | _findable(person)
        | {
            "assignedLicenses": [{"skuId": SKU_ID, "disabledPlans": []}] if person.licensed else [],
            "createdDateTime": timestamp(person.created),
            "employeeHireDate": timestamp(person.hired) if person.hired else None,
        }
    )


def _findable(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "accountEnabled": person.account_enabled,
        "city": person.city,
        "companyName": "Nordwind",
        "country": person.country,
        "department": person.department,
        "displayName": person.display_name,
        "givenName": person.given_name,
        "jobTitle": person.job_title,
        "mail": None if person.without_mailbox else person.mail,
        "mailNickname": person.mail.partition("@")[0],
        "officeLocation": person.office_location,
        "preferredLanguage": person.preferred_language,
        "onPremisesSyncEnabled": True if person.on_premises else None,
        "proxyAddresses": _proxies(person),
        "state": person.state,
        "surname": person.surname,
        "usageLocation": person.usage_location,
        "userPrincipalName": person.user_principal_name,
        "userType": person.user_type,
    }


def _proxies(person: Person) -> list[str]:
    """Every address that reaches the mailbox, the primary one as `SMTP:` [user: proxyAddresses]."""
    if not person.licensed or person.without_mailbox:
        return []
    return [f"SMTP:{person.mail}", *(f"smtp:{address}" for address in person.aliases)]


def _filter_of(call: Call) -> Filter | None:
    parsed = filtering(call, *SIMPLE_FILTERS, *ADVANCED_FILTERS)
    if parsed is None:
        return None
    if parsed.widest > LONGEST_IN:
        text = (
            "Too many child clauses specified in search filter expression containing 'OR' "
            f"operators: {parsed.widest}."
        )
        raise GraphRefusal(400, UNSUPPORTED, f"{text} Max allowed: {LONGEST_IN}.")
    eventual = advanced(call) and call.query.get("$count") == "true"
    if eventual and len(f"{GRAPH_ROOT}{call.path}?{urlencode(call.query)}") > LONGEST_ADVANCED:
        raise GraphRefusal(400, UNSUPPORTED, "The request URL is too long for an advanced query.")
    if not eventual and not parsed.uses.isdisjoint(ADVANCED_FILTERS):
        raise GraphRefusal(
            400, UNSUPPORTED, "Unsupported or invalid query filter clause for this property."
        )
    return parsed


def _manager_of(call: Call, person: Person) -> dict[str, Any]:
    """The manager as a property; whoever has none has no such property."""
    row = _manager_row(call, person)
    return {} if row is None else {"manager": row}


def _manager_row(call: Call, person: Person) -> dict[str, Any] | None:
    if person.manager_id is None:
        return None
    return {"@odata.type": USER_TYPE} | shaped(
        full_row(call.state.people[person.manager_id]), DEFAULT
    )


def _chain(call: Call, person: Person, options: dict[str, str]) -> dict[str, Any] | None:
    if not advanced(call) or call.query.get("$count") != "true":
        text = "$levels needs the header 'ConsistencyLevel: eventual' and $count=true."
        raise GraphRefusal(400, UNSUPPORTED, f"Unsupported Query. {text}")
    levels, names = (
        options["$levels"],
        selection(call, "user", options.get("$select", "")) or list(DEFAULT),
    )
    if levels != "max" and not levels.isdecimal():
        raise bad_request("directory", f"Invalid value '{levels}' for $levels.")
    return _managers_above(call, person, names, 1000 if levels == "max" else int(levels))


def _managers_above(
    call: Call, person: Person, names: list[str], levels: int
) -> dict[str, Any] | None:
    if person.manager_id is None or levels < 1:
        return None
    manager = call.state.people[person.manager_id]
    row = {"@odata.type": USER_TYPE} | shaped(full_row(manager), names)
    above = _managers_above(call, manager, names, levels - 1)
    return row if above is None else row | {"manager": above}
