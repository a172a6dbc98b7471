"""Refusals in Graph's words.

    GraphRefusal    any error answer of Graph: HTTP status, code, message

Graph has three families behind one door, and each words its refusals in its own way: the directory
(Entra), Outlook (Exchange) and Teams. Source: Microsoft Graph error responses and resource types;
the families' own codes as collected from their issue trackers.
"""

from typing import Literal

Family = Literal["directory", "outlook", "teams"]


class GraphRefusal(Exception):
    """An error answer of Graph."""

    def __init__(
        self, status: int, code: str, message: str, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers or {}


MISSING = (
    "Resource '{0}' does not exist or one of its queried reference-property objects are not "
    "present."
)


def not_found(family: Family, what: str) -> GraphRefusal:
    """404 for a thing with the id or name `what`."""
    if family == "directory":
        return GraphRefusal(404, "Request_ResourceNotFound", MISSING.format(what))
    if family == "outlook":
        return GraphRefusal(
            404, "ErrorItemNotFound", "The specified object was not found in the store."
        )
    return GraphRefusal(404, "NotFound", f"No resource with the id '{what}' was found.")


def bad_request(family: Family, message: str) -> GraphRefusal:
    """400 with the family's general code."""
    codes = {
        "directory": "Request_BadRequest",
        "outlook": "ErrorInvalidRequest",
        "teams": "BadRequest",
    }
    return GraphRefusal(400, codes[family], message)


def bad_body(family: Family, message: str) -> GraphRefusal:
    """400 for a body that does not follow the metadata (unknown property, wrong type)."""
    codes = {"directory": "Request_BadRequest", "outlook": "RequestBodyRead", "teams": "BadRequest"}
    return GraphRefusal(400, codes[family], message)


def forbidden(family: Family, needed: tuple[str, ...], roles: list[str]) -> GraphRefusal:
    """403 because the token carries none of the `needed` application permissions."""
    if family == "directory":
        return GraphRefusal(
            403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation."
        )
    if family == "outlook":
        return access_denied()
    text = f"Missing role permissions on the request. API requires one of '{', '.join(needed)}'."
    return GraphRefusal(403, "Forbidden", f"{text} Roles on the request '{', '.join(roles)}'.")


def access_denied() -> GraphRefusal:
    """403 of one mailbox, for instance because a scope (RBAC for Applications) does not cover
    it.
    """
    return GraphRefusal(
        403, "ErrorAccessDenied", "Access is denied. Check credentials and try again."
    )


def throttled(family: Family, retry_after: int | str) -> GraphRefusal:
    """429 with the seconds to wait, or the moment until which."""
    codes = {
        "directory": "Request_ThrottledTemporarily",
        "outlook": "ApplicationThrottled",
        "teams": "TooManyRequests",
    }
    headers = {"Retry-After": str(retry_after)}
    return GraphRefusal(
        429, codes[family], "Too many requests. Retry after the given time.", headers
    )


GATEWAY = {
    412: "PreconditionFailed",
    500: "InternalServerError",
    502: "BadGateway",
    503: "serviceNotAvailable",
    504: "GatewayTimeout",
}


def unavailable(status: int, retry_after: int | None) -> GraphRefusal:
    """An answer that is none: 412, or one from 500 on."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return GraphRefusal(
        status, GATEWAY[status], "The service is temporarily unavailable. Try again.", headers
    )
