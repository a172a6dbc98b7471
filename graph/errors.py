"""What Graph refuses, as the heart's errors.

The text names operation, status and code, never a body's content.
"""

from __future__ import annotations

import json

from mentoring.domain.errors import (
    NotAllowed,
    NotThere,
    OutsideError,
    Rejected,
    Throttled,
    Unavailable,
)


def refused(
    operation: str,
    permission: str,
    status: int,
    body: bytes,
    retry_after: str | None,
    request: str = "",
) -> OutsideError:
    """The error for a status from 400 on; ``request`` is the id by which Microsoft finds the call.

    401 and 403 are missing permissions (the text names the one that the operation needs), 404 is
    *not there*, 412, 429 and 5xx may succeed later, everything else is a refusal that carries
    Graph's own code and message.
    """
    code, message = _code(body)
    known = f" (request-id {request})" if request else ""
    text = f"{operation}: Graph answered {status} {code}{known}"
    if status in {401, 403}:
        return NotAllowed(
            f"{text}: {message}. The operation needs the application permission {permission} with "
            "admin consent"
        )
    if status == 404:
        return NotThere(text)
    if status == 429:
        return Throttled(text, float(retry_after or 1))
    if status >= 500 or status == 412 or code == "ErrorIrresolvableConflict":
        # Exchange changed the item itself while it was being written; the same call may succeed.
        return Unavailable(text)
    return Rejected(f"{text}: {message}", code=f"{code} {message}")


def _code(body: bytes) -> tuple[str, str]:
    try:
        error = json.loads(body)["error"]
        return str(error["code"]), str(error.get("message", ""))
    except (ValueError, KeyError, TypeError):
        return "(no code)", ""
