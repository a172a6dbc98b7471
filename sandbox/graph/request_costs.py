"""What each kind of request costs: Graph's throttling limits.

Sources: "Microsoft Graph service-specific throttling limits" (Teams, Outlook, identity and access).
Teams limits are per second for app and tenant, and per resource (team, channel, user); member
changes are per minute. Outlook allows 10,000 requests in ten minutes and four at once for app and
mailbox. The directory counts resource units in ten seconds.
"""

from sandbox.graph.operations import Call, RequestCost
from sandbox.limits import Charge, Window, per_minute, per_second

MAILBOX_AT_ONCE = 4
OUTLOOK = (Window(10_000, 600.0),)
DIRECTORY_UNITS = ((50, 3500), (500, 5000))
DIRECTORY_UNITS_LARGE = 8000


def directory(units: int) -> RequestCost:
    """A read of the directory: `$select` costs one unit less, `$expand` one more, `$top` below 20
    one less.
    """

    def charges(call: Call) -> list[Charge]:
        cost = units - ("$select" in call.query) + ("$expand" in call.query)
        top = call.query.get("$top", "")
        cost -= top.isdecimal() and int(top) < 20
        return [Charge("identity", "tenant", (Window(_units_of_tenant(call), 10.0),), max(1, cost))]

    return RequestCost("directory", charges)


def _units_of_tenant(call: Call) -> int:
    people = len(call.state.people)
    return next(
        (units for limit, units in DIRECTORY_UNITS if people < limit), DIRECTORY_UNITS_LARGE
    )


def outlook() -> RequestCost:
    """A request on one mailbox."""
    return RequestCost(
        "outlook", lambda call: [Charge("outlook mailbox", call.person().id, OUTLOOK)], mailbox=True
    )


def teams(tenant_rate: int, resource: str = "", rate: int = 0, minute_rate: int = 0) -> RequestCost:
    """A Teams request: per second for the tenant, and per second or per minute for the path's
    `resource`.
    """

    def charges(call: Call) -> list[Charge]:
        found = [Charge(call.route, "tenant", per_second(tenant_rate))]
        if rate:
            found.append(Charge(f"{call.route} each", call.ids[resource], per_second(rate)))
        if minute_rate:
            found.append(Charge(f"{call.route} each", call.ids[resource], per_minute(minute_rate)))
        return found

    return RequestCost("teams", charges)


def free_of_charge() -> RequestCost:
    """A request without a published limit of its own."""
    return RequestCost("directory", lambda _: [])
