"""What somebody does not want to get by itself any more, switched off singly; it can be asked for
all the same, and switched on again. With the tandem it is forgotten.
"""

from __future__ import annotations

from datetime import timedelta

from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.noting import forget, note
from mentoring.usecases.launch.when_over import when_over
from mentoring.usecases.polls.living_polls import running

WITHOUT_KITS = "without-kits:"
"""How the fact begins that somebody in a tandem gets no kits by themselves."""
KEPT = timedelta(days=3 * 366)
"""Longer than any tandem lasts."""


def brings(uow: UnitOfWork, tandem_id: str, person_id: str) -> bool:
    """Whether kits of the tandem come to the person by themselves."""
    return uow.facts.get(_key(tandem_id, person_id)) is None


def switch(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, *, comes: bool) -> None:
    """Let kits come by themselves, or no more; the other one does not learn of it.

    Raises:
        Refusal: ``gone``, ``stale``, ``not-yours``.
    """
    running(uow, tandem_id).role_of(person_id)
    if comes:
        forget(uow, _key(tandem_id, person_id))
    else:
        brings_no_more(uow, moment, tandem_id, person_id)


def brings_no_more(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str) -> None:
    """From now on kits of the tandem come to the person only if they ask for them."""
    note(uow, _key(tandem_id, person_id), "off", moment.now + KEPT)


@when_over
def _forget(uow: UnitOfWork, tandem: Tandem) -> None:
    for person_id in (tandem.mentor_id, tandem.mentee_id):
        forget(uow, _key(tandem.id, person_id))


def whose(key: str) -> str:
    """The id of the tandem whose kits a fact of this key is about; empty for any other."""
    about = key.removeprefix(WITHOUT_KITS)
    return "" if about == key else about.rpartition(":")[0]


def _key(tandem_id: str, person_id: str) -> str:
    return f"{WITHOUT_KITS}{tandem_id}:{person_id}"
