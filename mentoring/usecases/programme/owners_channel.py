"""Where the programme's owners are told something that they did not ask for."""

from __future__ import annotations

from dataclasses import replace

from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.service import known_service


def owners_chat(uow: UnitOfWork, moment: Moment) -> Chat | None:
    """The owners' channel, if the bot has been heard there; else where they launched."""
    home = moment.home
    service = home.service_url or known_service(uow)
    if home.channel and service:
        return Chat(home.channel, service)
    launched = uow.postings.first(kind="launch", last=True)
    root = launched.conversation.partition(";")[0] if launched else ""
    return Chat(root, launched.service_url) if launched and root else None


def heard_in(uow: UnitOfWork, moment: Moment, chat: Chat) -> None:
    """The bot was spoken to in the owners' channel: from now on it knows the way there."""
    home = uow.programmes.need(moment.home.id)
    if not home.channel or home.service_url != chat.service_url:
        root = home.channel or chat.conversation.partition(";")[0]
        uow.programmes.put(replace(home, channel=root, service_url=chat.service_url))
