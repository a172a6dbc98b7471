"""Endpoints outside: how their URL is proved before a subscription, and how Graph judges whether
they are quick enough.

Source: "Receive change notifications through webhooks": validation within 10 seconds, a token to be
sent back as text; an endpoint is slow when more than 10 % of its answers in ten minutes are late,
and gets nothing when more than 15 % are. Microsoft counted from the hundredth notification on; so
does the sandbox.
"""

import time
from collections import deque
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from sandbox.graph.errors import GraphRefusal
from sandbox.state import TenantState

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
WINDOW_SECONDS = 600.0
FEWEST = 100
SLOW_SHARE, DROP_SHARE = 0.10, 0.15
FAILED = "Subscription validation request failed."


@dataclass
class Health:
    """The answers of one endpoint over the last ten minutes of the wall clock."""

    answers: deque[tuple[float, bool]] = field(default_factory=deque)

    def note(self, *, late: bool) -> None:
        """Remember an answer, or that there was none in time."""
        self.answers.append((time.monotonic(), late))

    def slow(self) -> bool:
        """Whether the endpoint gets its notifications later."""
        return self._share() > SLOW_SHARE

    def drops(self) -> bool:
        """Whether new notifications are not even tried."""
        return self._share() > DROP_SHARE

    def _share(self) -> float:
        while self.answers and self.answers[0][0] < time.monotonic() - WINDOW_SECONDS:
            self.answers.popleft()
        late = sum(late for _, late in self.answers)
        return late / len(self.answers) if len(self.answers) >= FEWEST else 0.0


async def validate(state: TenantState, name: str, url: str) -> None:
    """Ask the endpoint to send a token back; `name` is the property that holds the URL.

    Raises GraphRefusal (400).
    """
    _refuse_insecure(name, url)
    token = (
        "Validation: Testing client application reachability for subscription Request-Id: "
        f"{state.new_id()}"
    )
    separator = "&" if urlsplit(url).query else "?"
    target = f"{url}{separator}validationToken={quote(token, safe='')}"
    answer = await state.outbox.post(target, state.delays.validation_seconds)
    if answer.late:
        raise _invalid("Subscription validation request timed out.")
    if answer.status != 200:
        raise _invalid(
            f"{FAILED} Notification endpoint must respond with 200 OK to validation request."
        )
    if answer.content_type != "text/plain" or answer.text != token:
        raise _invalid(f"{FAILED} Response must exactly match validationToken query parameter.")


def _refuse_insecure(name: str, url: str) -> None:
    parts = urlsplit(url)
    # Graph itself takes https alone; http within this computer is let through because the tenant is
    # simulated.
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK):
        return
    raise _invalid(f"{name} must be an https URL: '{url}'.")


def _invalid(message: str) -> GraphRefusal:
    return GraphRefusal(400, "ValidationError", message)
