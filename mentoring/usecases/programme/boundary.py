"""Whom somebody may turn to when a boundary is crossed must be nobody of the programme."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import structlog

from mentoring.domain.enrolment import ADMITTED, KEEPS
from mentoring.domain.errors import NotAllowed, Refusal, Rejected
from mentoring.domain.people import Profile
from mentoring.domain.programme import AT, Boundary, Programme
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World

log = structlog.get_logger()
Bearers = Sequence[Profile]


async def bearers(world: World, email: str) -> Bearers:
    """Who bears the address by the directory: an owner need never have written to the bot. Where
    it may not be read, those whom the bot knows count.
    """
    if "@" not in email:
        return ()
    try:
        return await world.directory.find(email.strip())
    except (NotAllowed, Rejected) as refused:
        log.warning("boundary.unread", error=type(refused).__name__, text=str(refused))
        return ()


def require_apart(
    uow: UnitOfWork, moment: Moment, programme: Programme, found: Bearers = ()
) -> None:
    """Refuse a boundary contact who owns the programme, takes part in it or stands for it; that
    the sponsor and the contact person are not written with the same address is a rule of the
    settings themselves, but they may have several. ``found``: as ``bearers`` found them.

    Raises:
        Refusal: ``boundary-owner``, ``boundary-participant``, ``boundary-sponsor``,
            ``boundary-contact``.
    """
    meant = _meant(uow, programme.boundary, found)
    owners = set(moment.home.owners)
    if any(each.id in owners for each in meant):
        raise Refusal("boundary-owner", field=AT)
    if _is_seen_there(uow, {each.id for each in meant}):
        raise Refusal("boundary-participant", field=AT)
    for who, email in (("sponsor", programme.sponsor.email), ("contact", programme.contact.email)):
        if any(each.is_meant_by(email) for each in meant):
            raise Refusal(f"boundary-{who}", field=AT)


def _is_seen_there(uow: UnitOfWork, people: Collection[str]) -> bool:
    """Whether one of them stands somewhere for owners; of whoever has only looked at the call the
    refusal would tell.
    """
    asked = uow.enrolments.any(person_id=people, application=ADMITTED)
    return asked or uow.enrolments.any(person_id=people, state=tuple(KEEPS))


def require_may_take_part(uow: UnitOfWork, moment: Moment, person_id: str) -> None:
    """Refuse to let the boundary contact begin who has looked at the call before they became that.

    Raises:
        Refusal: ``not-eligible``.
    """
    if is_boundary(uow.people.need(person_id).profile, moment.programme):
        contact = moment.programme.contact.name or moment.programme.name
        raise Refusal("not-eligible", contact=contact)


def _meant(uow: UnitOfWork, boundary: Boundary, found: Bearers) -> Bearers:
    """Everybody who bears that address, of those whom the bot knows and those found."""
    if not boundary.email:
        return ()
    known = [each.profile for each in uow.people.all()]
    return [each for each in (*known, *found) if each.is_meant_by(boundary.email)]


def is_boundary(profile: Profile, programme: Programme) -> bool:
    """Whether somebody is the programme's boundary contact, and so takes no part in it."""
    return profile.is_meant_by(programme.boundary.email)
