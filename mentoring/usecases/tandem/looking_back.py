"""Looking back on a session: asked once both the session is over and its person has said that they
have met; said in two taps and one line, for oneself, and shown to the other one if one likes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mentoring.domain.errors import Refusal
from mentoring.domain.retrospective import (
    Retrospective,
    Tap,
    retrospective_id,
    tapped,
    typed,
    written,
)
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.notices import Said
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.undone import as_it_stands
from mentoring.usecases.polls.after_session import when_met
from mentoring.usecases.polls.living_polls import running
from mentoring.usecases.sessions.tandem_card import has_said
from mentoring.usecases.tandem.retrospective import retrospective_card
from mentoring.usecases.tandem.wanted import WITHOUT_RETROSPECTIVES, brings
from mentoring.usecases.tandem.when_it_fits import bring_when_it_fits


@when_met
def _ask(uow: UnitOfWork, moment: Moment, session: Session, person_id: str) -> None:
    """Whoever has just said that they have met is asked, once a session, unless they do not want
    it; whose other one has said it of a day that the two keep, when it fits.
    """
    if not brings(uow, session.tandem_id, person_id, WITHOUT_RETROSPECTIVES):
        return
    if not session.is_by_hand:
        post(uow, retrospective_card, session.id, person_id)
    elif not has_said(uow, session, person_id):
        bring_when_it_fits(uow, moment, retrospective_card, session.id, person_id)
    elif not _has_it(uow, session, person_id):
        key = f"{retrospective_card.name}:{session.id}:{person_id}:{moment.now:{STAMP}}"
        post(uow, retrospective_card, session.id, person_id, key=key)


def _has_it(uow: UnitOfWork, session: Session, person_id: str) -> bool:
    about = {"kind": retrospective_card.name, "subject_id": session.id}
    return uow.postings.any(**about, person_id=person_id)


def show(uow: UnitOfWork, moment: Moment, session_id: str, person_id: str, chat: Chat) -> None:
    """Put the retrospective before one of the two, who asks for it.

    Raises:
        Refusal: ``stale`` once the tandem is over; ``not-yours``; ``session-not-over``.
    """
    session, _ = _own(uow, moment, session_id, person_id)
    key = f"{retrospective_card.name}:{session.id}:{person_id}:{moment.now:{STAMP}}"
    post(uow, retrospective_card, session.id, person_id, key=key, chat=chat)


@dataclass(frozen=True)
class Tapped:
    """One of the two taps; ``line`` is what stood in the line then, None if nothing is known."""

    which: Tap
    answer: str
    line: str | None = None


def tap(uow: UnitOfWork, moment: Moment, session_id: str, person_id: str, said: Tapped) -> None:
    """One of the two taps; what was typed meanwhile is not lost, and is not shown to anybody.

    Raises:
        Refusal: as ``show``; as ``tapped`` and ``typed`` of ``mentoring.domain.retrospective``.
    """
    found = _begun(uow, moment, session_id, person_id)
    if said.line is not None:
        found = typed(found, said.line, moment.now)
    uow.retrospectives.put(tapped(found, said.which, said.answer, moment.now))


def write(
    uow: UnitOfWork, moment: Moment, session_id: str, person_id: str, line: str, *, share: bool
) -> Said | None:
    """The line; where the other one may read it from now on, they are told. Whoever has emptied it
    hears that it is gone, which nothing on the card says.

    Raises:
        Refusal: as ``show``; as ``mentoring.domain.retrospective.written``.
    """
    before = _begun(uow, moment, session_id, person_id)
    after = uow.retrospectives.put(written(before, line, moment.now, share=share))
    if after.shared and not before.shared:
        other = uow.tandems.need(after.tandem_id).partner_of(person_id)
        bring_when_it_fits(uow, moment, retrospective_card, session_id, other)
    return None if after.said.line else Said.of("retrospective-line-gone")


def hide(uow: UnitOfWork, moment: Moment, session_id: str, person_id: str) -> None:
    """The other one reads the line no more.

    Raises:
        Refusal: as ``show``.
    """
    found = _begun(uow, moment, session_id, person_id)
    uow.retrospectives.put(replace(found, shared=False))


def _begun(uow: UnitOfWork, moment: Moment, session_id: str, person_id: str) -> Retrospective:
    """The person's retrospective, whether anything is said in it yet or not."""
    session, tandem = _own(uow, moment, session_id, person_id)
    role = tandem.role_of(person_id)
    key = retrospective_id(session.id, role)
    new = Retrospective(key, tandem.id, session.id, person_id, role, moment.now)
    return uow.retrospectives.get(key) or new


def _own(
    uow: UnitOfWork, moment: Moment, session_id: str, person_id: str
) -> tuple[Session, Tandem]:
    session = uow.sessions.need(session_id)
    tandem = running(uow, as_it_stands(uow, uow.tandems.need(session.tandem_id)).id)
    tandem.role_of(person_id)
    if not session.is_over(moment.now):
        raise Refusal("session-not-over")
    return session, tandem
