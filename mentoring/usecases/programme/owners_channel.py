"""Where the programme's owners are told something that they did not ask for."""

from __future__ import annotations

from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork


def owners_chat(uow: UnitOfWork, moment: Moment) -> Chat | None:
    """Where owners are told something unasked: their channel by the settings, or where they launched the programme."""
    launch = uow.postings.first(kind="launch", last=True)
    service = uow.facts.get("service_url")
    if moment.owners_channel and service:
        return Chat(moment.owners_channel, service.value)
    root = launch.conversation.partition(";")[0] if launch else ""
    return Chat(root, launch.service_url) if launch and root else None
