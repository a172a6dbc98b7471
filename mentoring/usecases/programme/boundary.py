"""Whom somebody may turn to when a boundary is crossed must be nobody of the programme."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person, Profile
from mentoring.domain.programme import AT, Boundary, Programme
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork


def require_apart(uow: UnitOfWork, moment: Moment, programme: Programme) -> None:
    """Refuse a boundary contact who owns the programme, takes part in it or stands for it; that
    the sponsor and the contact person are not written with the same address is a rule of the
    settings themselves, but they may have several.

    Raises:
        Refusal: ``boundary-owner``, ``boundary-participant``, ``boundary-sponsor``,
            ``boundary-contact``.
    """
    meant = _meant(uow, programme.boundary)
    owners = set(moment.home.owners)
    if any(each.id in owners for each in meant):
        raise Refusal("boundary-owner", field=AT)
    if uow.enrolments.count(person_id={each.id for each in meant}):
        raise Refusal("boundary-participant", field=AT)
    for who, email in (("sponsor", programme.sponsor.email), ("contact", programme.contact.email)):
        if any(each.profile.is_meant_by(email) for each in meant):
            raise Refusal(f"boundary-{who}", field=AT)


def _meant(uow: UnitOfWork, boundary: Boundary) -> Sequence[Person]:
    """Everybody known who bears that address."""
    if not boundary.email:
        return ()
    return [each for each in uow.people.all() if each.profile.is_meant_by(boundary.email)]


def is_boundary(profile: Profile, programme: Programme) -> bool:
    """Whether somebody is the programme's boundary contact, and so takes no part in it."""
    return profile.is_meant_by(programme.boundary.email)
