"""Whom somebody may turn to when a boundary is crossed must be nobody of the programme."""

from __future__ import annotations

from collections.abc import Iterable

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Profile
from mentoring.domain.programme import AT, Boundary, Programme
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork


def require_apart(uow: UnitOfWork, moment: Moment, boundary: Boundary) -> None:
    """Refuse a boundary contact who owns the programme or takes part in it; that they are neither
    its sponsor nor its contact person is a rule of the settings themselves.

    Raises:
        Refusal: ``boundary-owner``, ``boundary-participant``.
    """
    if not boundary.email:
        return
    if _is_among(uow, moment.home.owners, boundary):
        raise Refusal("boundary-owner", field=AT)
    asked = [person for (person,) in uow.enrolments.columns("person_id")]
    if _is_among(uow, asked, boundary):
        raise Refusal("boundary-participant", field=AT)


def _is_among(uow: UnitOfWork, people: Iterable[str], boundary: Boundary) -> bool:
    known = uow.people.all(id=set(people))
    return any(each.profile.is_meant_by(boundary.email) for each in known)


def is_boundary(profile: Profile, programme: Programme) -> bool:
    """Whether somebody is the programme's boundary contact, and so takes no part in it."""
    return profile.is_meant_by(programme.boundary.email)
