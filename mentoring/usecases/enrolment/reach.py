"""Reaching whoever is invited: the app comes into their Teams, the invitation into their chat."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import structlog

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import (
    NotAllowed,
    NotThere,
    NotYet,
    OutsideError,
    Rejected,
    Undeliverable,
)
from mentoring.domain.people import Profile
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import changed
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.people import meet, with_clock
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.reaching import SHUT_OUT, with_hindrance
from mentoring.usecases.enrolment.card import enrolment_card

log = structlog.get_logger()
UNTIL_LISTED = [timedelta(seconds=pause) for pause in (1, 3, 6, 15, 30, 60, 60, 60)]
"""The pauses between looking for the chat with somebody who has just got the app: four minutes in
all.
"""


@one_step(queue="talk", stored_as="invite")
async def reach(world: World, enrolment_id: str) -> None:
    """Put the app into the person's Teams, read their full profile, and hand them the invitation.

    Teams may need some minutes to show an app that it has just taken, so it is asked again with
    growing pauses; until then nobody needs the profile. Somebody whom the service will never let us
    reach becomes *unreachable*, which owners see with its cause; so does whoever has removed the
    bot, and it is not installed again.
    """
    person_id = await world.run(_may_be_reached, enrolment_id)
    if not person_id:
        return
    try:
        chat = await world.messenger.install(person_id)
        profile = await world.directory.profile(person_id)
    except NotYet:
        await world.run(_ask_again, enrolment_id)
    except (NotThere, NotAllowed, Rejected) as refused:
        log.warning(
            "invite.unreachable",
            enrolment=enrolment_id,
            error=type(refused).__name__,
            text=str(refused),
        )
        await world.run(_unreachable, enrolment_id, _cause(refused))
    else:
        await world.run(_reached, enrolment_id, profile, chat)


def _may_be_reached(uow: UnitOfWork, moment: Moment, enrolment_id: str) -> str:
    """Whom the enrolment is of; empty if it was taken back, or if they have removed the bot."""
    enrolment = uow.enrolments.get(enrolment_id)
    if enrolment is None:
        return ""
    person = uow.people.get(enrolment.person_id)
    if person and person.has_removed_bot:
        _unreachable(uow, moment, enrolment_id, person.profile.hindrance)
        return ""
    return enrolment.person_id


def _cause(refused: OutsideError) -> str:
    match refused:
        case Undeliverable(cause=cause):
            return cause
        case NotThere():
            return "not-there"
        case NotAllowed():
            return "not-allowed"
    return "refused"


def _ask_again(uow: UnitOfWork, moment: Moment, enrolment_id: str) -> None:
    """Look for the chat once more after a pause; after the last one, the person is unreachable."""
    enrolment = uow.enrolments.get(enrolment_id)
    if enrolment is None:
        return
    stamp = stamp_of(enrolment)
    asked = uow.effects.columns("id", kind=reach.name, subject_id=enrolment_id)
    attempts = sum(stamp in key for (key,) in asked)
    if attempts > len(UNTIL_LISTED):
        _unreachable(uow, moment, enrolment_id, "not-listed")
        return
    due = moment.now + UNTIL_LISTED[attempts - 1]
    ask(uow, reach, enrolment_id, once=f"{stamp}:{attempts}", not_before=due)


def _unreachable(uow: UnitOfWork, _moment: Moment, enrolment_id: str, cause: str) -> None:
    enrolment = uow.enrolments.get(enrolment_id)
    if enrolment and enrolment.state is EnrolmentState.INVITED:
        uow.enrolments.put(replace(enrolment, state=EnrolmentState.UNREACHABLE))
        person = uow.people.get(enrolment.person_id)
        if person and not person.profile.hindrance:
            uow.people.put(with_hindrance(person, cause))
            changed(uow, SHUT_OUT, person.id)


def _reached(
    uow: UnitOfWork, moment: Moment, enrolment_id: str, profile: Profile, chat: Chat
) -> None:
    enrolment = uow.enrolments.get(enrolment_id)
    if enrolment is None:
        return  # it was taken back meanwhile, and perhaps nobody is known by this id any more
    person = meet(uow, profile, moment.programme)
    person = replace(person, profile=with_clock(profile, person))
    uow.people.put(replace(person, conversation=chat.conversation, service_url=chat.service_url))
    hand_over(uow, enrolment)


def hand_over(uow: UnitOfWork, enrolment: Enrolment) -> None:
    """Put the invitation into the person's chat; asked twice, there once."""
    key = f"enrolment:{enrolment.id}:{stamp_of(enrolment)}"
    post(uow, enrolment_card, enrolment.id, enrolment.person_id, key=key)


def stamp_of(enrolment: Enrolment) -> str:
    """What tells this invitation from one that the same person gets another time."""
    return f"{enrolment.invited_at:{STAMP}}"
