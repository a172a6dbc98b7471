"""Where the programme's owners are told something that they did not ask for."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import Any

from mentoring.notices import View
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import post
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


def tell_owners(
    uow: UnitOfWork,
    moment: Moment,
    shown: View[Any],
    subject_id: str,
    people: Set[str],
    *,
    stamp: str,
) -> bool:
    """Tell the owners something about these people, once for each ``stamp``: in their channel, or,
    where one of the people reads along there, each other owner in their own chat. Returns whether
    there is anybody to tell it to.
    """
    key = f"{shown.name}:{subject_id}:{stamp}"
    owners = set(moment.home.owners)
    chat = owners_chat(uow, moment)
    if chat and not owners & people:
        post(uow, shown, subject_id, "", key=key, chat=chat)
        return True
    others = [each.id for each in uow.people.all(id=owners - people) if each.conversation]
    for person_id in others:
        post(uow, shown, subject_id, person_id, key=f"{key}:{person_id}")
    return bool(others)


def heard_in(uow: UnitOfWork, moment: Moment, chat: Chat) -> None:
    """The bot was spoken to in the owners' channel: from now on it knows the way there."""
    home = uow.programmes.need(moment.home.id)
    if not home.channel or home.service_url != chat.service_url:
        root = home.channel or chat.conversation.partition(";")[0]
        uow.programmes.put(replace(home, channel=root, service_url=chat.service_url))
