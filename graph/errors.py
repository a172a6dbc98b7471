"""What Graph refuses, as the heart's errors.

The text names operation, status and code, and Graph's own message without whatever that repeats of
the request: texts are logged. What a status and code mean stands in ``graph/refusals.py``.
"""

from __future__ import annotations

import json
import re

from graph.refusals import error, given_at, meaning
from mentoring.domain.errors import NotAllowed, OutsideError, Rejected

REPEATED = re.compile(r"""(?<!\w)['"‘“`].*['"’”`]|[^\s@]{1,64}@(?!odata\.)[^\s@]+""", re.DOTALL)
"""What of a message repeats the request: whatever stands in quotation marks (*Resource '…' does not
exist*, as Graph answers Request_ResourceNotFound), and addresses.
"""


def refused(
    operation: str,
    permission: str,
    status: int,
    body: bytes,
    retry_after: str | None,
    request: str = "",
    date: str | None = None,
) -> OutsideError:
    """The error for a status from 400 on; ``request`` is the id by which Microsoft finds the call,
    ``date`` when it was answered, as HTTP writes it.

    One about a missing permission names the one that the operation needs; a refusal carries Graph's
    own code and message.
    """
    code, message = _code(body)
    plain = REPEATED.sub("…", message)
    known = f" (request-id {request})" if request else ""
    text = f"{operation}: Graph answered {status} {code}{known}"
    means = meaning("graph", status, code).means
    if means is NotAllowed:
        text = (
            f"{text}: {plain}. The operation needs the application permission {permission} with "
            "admin consent"
        )
    if issubclass(means, Rejected):
        return means(f"{text}: {plain}", code=f"{code} {message}")
    return error("graph", status, code, text, retry_after, now=given_at(date))


def _code(body: bytes) -> tuple[str, str]:
    try:
        found = json.loads(body)["error"]
        return str(found["code"]), str(found.get("message", ""))
    except (ValueError, KeyError, TypeError):
        return "(no code)", ""
