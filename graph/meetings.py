"""Whether somebody's meetings become Teams meetings: one is booked alone, looked at and deleted.

Where a policy forbids it, Exchange books the event all the same and answers ``isOnlineMeeting:
false`` with the provider ``unknown`` (microsoft-graph-docs issues 9741 and 22355).
"""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta

from msgraph.generated.models.event import Event
from msgraph.generated.models.free_busy_status import FreeBusyStatus
from msgraph.generated.models.online_meeting_provider_type import OnlineMeetingProviderType

from graph.client import Graph
from graph.events import create_event, delete_event, stamp
from mentoring.domain.errors import NotThere

SUBJECT = "Tandem check"
LENGTH = timedelta(minutes=15)


async def meets_online(graph: Graph, person_id: str, start: datetime) -> bool:
    """Whether an event that somebody organizes gets a Teams meeting; ``start`` is aware.

    Raises:
        NotAllowed, NotThere: the app may not book in this mailbox, or there is none.
    """
    event = Event(
        subject=SUBJECT,
        start=stamp(start),
        end=stamp(start + LENGTH),
        show_as=FreeBusyStatus.Free,
        is_reminder_on=False,
        is_online_meeting=True,
        online_meeting_provider=OnlineMeetingProviderType.TeamsForBusiness,
    )
    made = (await create_event(graph, user_id=person_id, event=event)).json
    with contextlib.suppress(NotThere):
        await delete_event(graph, user_id=person_id, event_id=str(made["id"]))
    return bool(made.get("isOnlineMeeting"))
