"""What the two take along when the launch of their tandem is taken back: they stand ready again as
another tandem, and for them it is the same one.
"""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.fit import fit_id
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, Among, UnitOfWork
from mentoring.usecases.common.undone import goes_on
from mentoring.usecases.tandem.wanted import SWITCHED_OFF, brings, brings_no_more


@goes_on
def questions(uow: UnitOfWork, _moment: Moment, before: Tandem, made: Tandem) -> None:
    """What they have asked each other stays open."""
    asked = uow.questions.all(tandem_id=before.id, answered_at=None)
    uow.questions.put_all(replace(each, tandem_id=made.id) for each in asked)


@goes_on
def kits(uow: UnitOfWork, moment: Moment, before: Tandem, made: Tandem) -> None:
    """No kit that they have had comes again; one that a session to come would have had may."""
    to_come = uow.sessions.those(tandem_id=before.id, start=Above(moment.now))
    had = uow.kit_choices.all(tandem_id=before.id, id=Among(others=(to_come,)))
    uow.kit_choices.put_all(replace(each, tandem_id=made.id) for each in had)


@goes_on
def agreement(uow: UnitOfWork, _moment: Moment, before: Tandem, made: Tandem) -> None:
    """What they have agreed on counts, and what one of them has proposed stands."""
    found = uow.agreements.get(before.id)
    if found:
        uow.agreements.put(replace(found, id=made.id, tandem_id=made.id))
        uow.agreements.delete(before.id)


@goes_on
def road_map(uow: UnitOfWork, _moment: Moment, before: Tandem, made: Tandem) -> None:
    """What they have settled about their way stays settled."""
    found = uow.road_maps.get(before.id)
    if found:
        uow.road_maps.put(replace(found, id=made.id, tandem_id=made.id))
        uow.road_maps.delete(before.id)


@goes_on
def retrospectives(uow: UnitOfWork, _moment: Moment, before: Tandem, made: Tandem) -> None:
    """What they take from the sessions that they have had stays theirs as long as the two have each
    other.
    """
    said = uow.retrospectives.all(tandem_id=before.id)
    uow.retrospectives.put_all(replace(each, tandem_id=made.id) for each in said)


@goes_on
def fits(uow: UnitOfWork, _moment: Moment, before: Tandem, made: Tandem) -> None:
    """How it fits each of them they need not say again."""
    for role in Role:
        found = uow.fits.get(fit_id(before.id, role))
        if found:
            uow.fits.put(replace(found, id=fit_id(made.id, role), tandem_id=made.id))
            uow.fits.delete(found.id)


@goes_on
def not_wanted(uow: UnitOfWork, moment: Moment, before: Tandem, made: Tandem) -> None:
    """Whoever does not want something by itself need not say so twice."""
    for person_id in (before.mentor_id, before.mentee_id):
        for what in SWITCHED_OFF:
            if not brings(uow, before.id, person_id, what):
                brings_no_more(uow, moment, made.id, person_id, what)
