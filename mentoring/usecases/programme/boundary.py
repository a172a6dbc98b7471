"""Whom somebody may turn to when a boundary is crossed must be nobody of the programme."""

from __future__ import annotations

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
    email = boundary.email.casefold()
    if not email:
        return
    if email in _addresses(uow, moment.home.owners):
        raise Refusal("boundary-owner", field=AT)
    asked = [person for (person,) in uow.enrolments.columns("person_id")]
    if email in _addresses(uow, asked):
        raise Refusal("boundary-participant", field=AT)


def _addresses(uow: UnitOfWork, people: tuple[str, ...] | list[str]) -> set[str]:
    return {each.profile.email.casefold() for each in uow.people.all(id=set(people))}


def is_boundary(profile: Profile, programme: Programme) -> bool:
    """Whether somebody is the programme's boundary contact, and so takes no part in it."""
    email = programme.boundary.email.casefold()
    return bool(email) and profile.email.casefold() == email
