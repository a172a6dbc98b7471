"""What somebody does not want to get by itself any more, switched off singly; it can be asked for
all the same, and switched on again. With the tandem it is forgotten.
"""

from __future__ import annotations

from datetime import timedelta

from mentoring.domain.tandem import Tandem
from mentoring.domain.upkeep import Fact
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.noting import forget, note
from mentoring.usecases.common.showing import OwnCards, Subjects
from mentoring.usecases.launch.when_over import when_over
from mentoring.usecases.polls.living_polls import running

WITHOUT_KITS, WITHOUT_RETROSPECTIVES = "without-kits:", "without-retrospectives:"
WITHOUT_QUESTIONS, WITHOUT_AGREEMENT = "without-questions:", "without-agreement:"
"""How the fact begins that somebody in a tandem does not get these by themselves: kits,
retrospectives, what they are asked between two sessions, what the other one says to the agreement.
"""
SWITCHED_OFF = (WITHOUT_KITS, WITHOUT_RETROSPECTIVES, WITHOUT_QUESTIONS, WITHOUT_AGREEMENT)
KEPT = timedelta(days=3 * 366)
"""Longer than any tandem lasts."""


def brings(uow: UnitOfWork, tandem_id: str, person_id: str, what: str = WITHOUT_KITS) -> bool:
    """Whether this comes to the person by itself in the tandem."""
    return uow.facts.get(_key(what, tandem_id, person_id)) is None


def switch(
    uow: UnitOfWork,
    moment: Moment,
    tandem_id: str,
    person_id: str,
    what: str = WITHOUT_KITS,
    *,
    comes: bool,
) -> None:
    """Let it come by itself, or no more; the other one does not learn of it.

    Raises:
        Refusal: ``gone``, ``stale``, ``not-yours``.
    """
    running(uow, tandem_id).role_of(person_id)
    if comes:
        forget(uow, _key(what, tandem_id, person_id))
    else:
        brings_no_more(uow, moment, tandem_id, person_id, what)


def brings_no_more(
    uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, what: str = WITHOUT_KITS
) -> None:
    """From now on this comes to the person in the tandem only if they ask for it."""
    note(uow, _key(what, tandem_id, person_id), "off", moment.now + KEPT)


@when_over
def _forget(uow: UnitOfWork, tandem: Tandem) -> None:
    for person_id in (tandem.mentor_id, tandem.mentee_id):
        for what in SWITCHED_OFF:
            forget(uow, _key(what, tandem.id, person_id))


def about(fact: Fact, what: str) -> tuple[str, str]:
    """The ids of the tandem and the person, if any, of which the fact says that."""
    said = fact.id.removeprefix(what)
    tandem_id, _, person_id = said.rpartition(":")
    return ("", "") if said == fact.id else (tandem_id, person_id)


def those(fact: Fact, what: str) -> Subjects:
    """The cards about the tandem, if the fact says that, of whoever has switched it off or on: the
    other one does not learn of it.
    """
    tandem_id, person_id = about(fact, what)
    return OwnCards(person_id, (tandem_id,)) if tandem_id else ()


def _key(what: str, tandem_id: str, person_id: str) -> str:
    return f"{what}{tandem_id}:{person_id}"
