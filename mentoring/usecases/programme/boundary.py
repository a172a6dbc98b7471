"""Whom somebody may turn to when a boundary is crossed must be nobody of the programme."""

from __future__ import annotations

from collections.abc import Sequence

import structlog

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
    if uow.enrolments.count(person_id={each.id for each in meant}):
        raise Refusal("boundary-participant", field=AT)
    for who, email in (("sponsor", programme.sponsor.email), ("contact", programme.contact.email)):
        if any(each.is_meant_by(email) for each in meant):
            raise Refusal(f"boundary-{who}", field=AT)


def _meant(uow: UnitOfWork, boundary: Boundary, found: Bearers) -> Bearers:
    """Everybody who bears that address, of those whom the bot knows and those found."""
    if not boundary.email:
        return ()
    known = [each.profile for each in uow.people.all()]
    return [each for each in (*known, *found) if each.is_meant_by(boundary.email)]


def is_boundary(profile: Profile, programme: Programme) -> bool:
    """Whether somebody is the programme's boundary contact, and so takes no part in it."""
    return profile.is_meant_by(programme.boundary.email)
