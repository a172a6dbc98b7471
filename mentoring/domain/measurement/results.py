"""What a tandem has brought, in a line of one of the two: read by owners only once both have
released exactly this wording, and then without a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.domain.errors import Refusal

LONGEST = 200
"""In characters."""
OPEN_FOR = timedelta(days=7)
"""For so long after the end of the tandem a line can be written, released and taken back."""


@dataclass(frozen=True)
class Result:
    """The line of one of the two (``author_id``), as they have released it at ``at`` (aware);
    ``figure`` is the name of the key figure that they tie it to, empty for none. ``agreed_by`` is
    the other one once they have released the same words.
    """

    id: str
    tandem_id: str
    author_id: str
    line: str
    at: datetime
    figure: str = ""
    agreed_by: str = ""


@dataclass(frozen=True)
class ReportedResult:
    """A line that both had released when the time was over, with the topic of the tandem. Who they
    are owners do not read: it is known so that the line goes with either of them.
    """

    id: str
    tandem_id: str
    author_id: str
    agreed_by: str
    line: str
    topic: str
    at: datetime
    figure: str = ""
    cycle_id: str = ""


def written(typed: str) -> str:
    """The line as it was typed.

    Raises:
        Refusal: ``result-empty``, ``result-long``.
    """
    text = " ".join(typed.split())
    if not text:
        raise Refusal("result-empty", field="line")
    if len(text) > LONGEST:
        raise Refusal("result-long", field="line", most=LONGEST)
    return text
