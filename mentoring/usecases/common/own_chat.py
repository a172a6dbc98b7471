"""The chat with somebody who takes no part, whom the programme needs all the same: a deputy, the
sponsor.
"""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.people import Person
from mentoring.ports.messenger import Chat
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.people import meet
from mentoring.usecases.common.reaching import with_hindrance


async def found_chat(world: World, person_id: str) -> bool:
    """Find the chat with the person, for whom the app is installed where they do not have it;
    returns whether there is one. Whoever has removed the bot does not get it again.

    Raises:
        OutsideError: the directory or Teams is away, or Teams does not show the chat yet.
    """
    known = await world.glance(lambda uow, _: uow.people.get(person_id))
    if known and known.has_removed_bot:
        return False
    if known and known.conversation and not known.is_shut_out:
        return True
    try:
        profile = await world.directory.profile(person_id)
        chat = await world.messenger.install(person_id)
    except (NotThere, NotAllowed, Rejected):
        return False
    await world.run(lambda uow, moment: _note(uow, meet(uow, profile, moment.programme), chat))
    return True


def _note(uow: UnitOfWork, person: Person, chat: Chat) -> None:
    person = with_hindrance(person, "") if person.is_shut_out else person
    uow.people.put(replace(person, conversation=chat.conversation, service_url=chat.service_url))
