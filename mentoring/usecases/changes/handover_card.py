"""What owners see of a handover: from whose calendar to whose, and how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, Other, UnitOfWork
from mentoring.usecases.changes.unfinished import TROUBLE
from mentoring.usecases.common.own_tandem import leave_to_others, readers_of
from mentoring.usecases.common.people import name_of
from mentoring.usecases.common.previews import STAMP, is_old
from mentoring.usecases.common.showing import EVERY, depends, seen_otherwise, still_open
from mentoring.usecases.sessions.calendars import organizer_of

DISCARDED, DONE = "discarded", ":done"
"""What a posting's ``view`` is, and what it ends with behind the role of whoever has given."""


@dataclass(frozen=True)
class HandoverNotice(Notice):
    """A handover before, while and after it is carried out: from whose calendar to whose.

    ``state`` is ``preview``, ``old``, ``discarded``, ``running``, ``trouble``, ``done``, or
    ``over`` where the tandem has ended before.
    """

    tandem: Tandem
    giving: str
    taking: str
    state: str
    subject: str


@shows(to="owners", sides=True)
def handover_card(uow: UnitOfWork, scene: Scene) -> HandoverNotice:
    """What owners see of a handover; nobody sees that of their own tandem.

    The subject is the tandem's id, an @, and when it was shown; ``view`` says who gives, once it
    was confirmed, and ``DONE`` behind that, as soon as another one is.
    """
    subject = scene.posting.subject_id
    tandem = uow.tandems.need(tandem_of(subject))
    both = tandem.mentor_id, tandem.mentee_id
    leave_to_others("", both, readers=readers_of(uow, scene.moment, scene.posting))
    state, role = _state(scene, tandem), scene.posting.view.removesuffix(DONE)
    giving = tandem.person(Role(role)) if role in tuple(Role) else giver_of(scene.moment, tandem)
    return HandoverNotice(
        tandem,
        name_of(uow, giving),
        name_of(uow, tandem.partner_of(giving)),
        state,
        subject,
    )


def _state(scene: Scene, tandem: Tandem) -> str:
    view, runs = scene.posting.view, tandem.state is TandemState.LAUNCHED
    if view.endswith(DONE):
        return "done"
    if view not in tuple(Role):
        old = is_old(prepared_at(scene.posting.subject_id), scene.now)
        return view or ("over" if not runs else "old" if old else "preview")
    if is_done(scene.moment, tandem, view):
        return "done"
    if not runs:
        return "over"
    return "trouble" if tandem.trouble.startswith(TROUBLE) else "running"


def giver_of(moment: Moment, tandem: Tandem) -> str:
    """From whose calendar the sessions go; of a handover that has not come to its end they still
    stand in the old one.
    """
    ending = tandem.plan.ending
    return ending.organizer if ending else organizer_of(moment, tandem)


def is_done(moment: Moment, tandem: Tandem, giving: str) -> bool:
    """Whether whoever has this role has nothing left to give."""
    return giver_of(moment, tandem) != tandem.person(Role(giving))


def tandem_of(subject: str) -> str:
    """The id of the tandem that a card is about."""
    return subject.partition("@")[0]


def prepared_at(subject: str) -> datetime:
    """When it was shown (aware, UTC)."""
    return datetime.strptime(subject.partition("@")[2], STAMP).replace(tzinfo=UTC)


@depends(handover_card, Tandem)
def _handovers(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Whose calendar the sessions stand in."""
    return [EVERY] if seen_otherwise(change, "organizer_id", "plan", "trouble") else ()


@still_open(handover_card)
def _not_discarded(_uow: UnitOfWork) -> Mapping[str, object]:
    return {"view": Other(DISCARDED)}
