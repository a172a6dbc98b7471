"""The retrospective on a session as a card: what one says for oneself, and what the other one has
shown of theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.retrospective import Retrospective, Taken, retrospective_id
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState, is_known_over
from mentoring.domain.undoing import TakenBack
from mentoring.domain.upkeep import Fact
from mentoring.notices import Correctable, Scene, matters, shows
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.postings import came_before
from mentoring.usecases.common.showing import OwnCards, Subjects, depends
from mentoring.usecases.common.undone import as_it_stands, stood_as
from mentoring.usecases.tandem.wanted import WITHOUT_RETROSPECTIVES, about, brings

NOTHING = Taken()


@dataclass(frozen=True)
class RetrospectiveNotice(Correctable):
    """One's own retrospective on a session.

    ``said`` is what one has said, ``shared`` whether the other one reads the line, ``theirs`` their
    line if they have shown it. ``asks``: whether it comes by itself. ``tandem`` is the one as which
    the two stand now; unless it runs (``is_over``), nothing of it is shown.
    """

    session: Session
    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme
    said: Taken = NOTHING
    shared: bool = False
    theirs: str = ""
    asks: bool = True

    @property
    def role(self) -> Role:
        """The viewer's."""
        return self.tandem.role_of(self.viewer.id)

    @property
    def is_over(self) -> bool:
        """Whether the tandem does not run any more, or not yet again."""
        return self.tandem.state is not TandemState.LAUNCHED

    @property
    def is_earlier(self) -> bool:
        """Whether the session is from before the tandem's launch was taken back."""
        return self.session.tandem_id != self.tandem.id

    @property
    def is_taken_back(self) -> bool:
        """Whether the two have not met on that day after all; it is said again, or not."""
        return self.session.awaits_its_day

    @property
    def undone(self) -> bool:
        """Whether the launch was taken back, and the two stand ready for the next one."""
        return self.is_earlier and self.is_over and not is_known_over(self.tandem)

    def expects(self) -> Mapping[str, object] | None:
        """The line of this session."""
        return None if self.is_over or self.is_taken_back else {"session": self.session.id}


@shows(to="person")
def retrospective_card(uow: UnitOfWork, scene: Scene) -> RetrospectiveNotice:
    """What the posting's person sees of it."""
    session = uow.sessions.need(scene.posting.subject_id)
    tandem = as_it_stands(uow, uow.tandems.need(session.tandem_id))
    viewer = uow.people.need(scene.posting.person_id)
    partner = uow.people.need(tandem.partner_of(viewer.id))
    bare = RetrospectiveNotice(session, tandem, viewer, partner, scene.programme)
    if bare.is_over:
        return bare
    own = _of(uow, session, bare.role)
    asks = brings(uow, tandem.id, viewer.id, WITHOUT_RETROSPECTIVES)
    shown = replace(bare, asks=asks, theirs=shown_to(uow, session, tandem, viewer.id))
    return replace(shown, said=own.said, shared=own.shared) if own else shown


def _of(uow: UnitOfWork, session: Session, role: Role) -> Retrospective | None:
    return uow.retrospectives.get(retrospective_id(session.id, role))


def shown_to(uow: UnitOfWork, session: Session, tandem: Tandem, person_id: str) -> str:
    """The line that the other one has shown to the person; empty if they have not."""
    theirs = _of(uow, session, tandem.role_of(tandem.partner_of(person_id)))
    return theirs.said.line if theirs and theirs.shared else ""


@depends(retrospective_card, Retrospective, Session, Tandem, TakenBack, Fact)
def _sessions(uow: UnitOfWork, change: Altered) -> Subjects:
    """What either has said of the session, whether the tandem runs or goes on as another, and
    whether it is asked for.
    """
    match change.row:
        case Retrospective(session_id=session_id, author_id=author):
            is_told = any(each and each.shared for each in (change.before, change.after))
            return [session_id] if is_told else OwnCards(author, (session_id,))
        case Session(id=session_id):
            return [session_id] if change.alters("number", "planned", "state", "start") else ()
        case Fact() as fact:
            tandem_id, person_id = about(fact, WITHOUT_RETROSPECTIVES)
            mine = uow.sessions.columns("id", tandem_id=tandem_id) if tandem_id else ()
            return OwnCards(person_id, tuple(key for (key,) in mine)) if mine else ()
    altered = isinstance(change.row, TakenBack) or change.alters("state", "told_left_over")
    return _sessions_of(uow, change.row.id) if altered else ()


def _sessions_of(uow: UnitOfWork, tandem_id: str) -> Subjects:
    return uow.sessions.those(tandem_id=stood_as(uow, tandem_id))


@matters(retrospective_card)
def _has_something_to_say(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    session = uow.sessions.get(posting.subject_id)
    tandem = uow.tandems.get(session.tandem_id) if session else None
    if session is None or tandem is None:
        return False
    tandem = as_it_stands(uow, tandem)
    if tandem.state is not TandemState.LAUNCHED:
        return False
    told = _tells_that_they_met(uow, session, posting)
    return told or bool(shown_to(uow, session, tandem, posting.person_id))


def _tells_that_they_met(uow: UnitOfWork, session: Session, posting: Posting) -> bool:
    """Whether the other one has said so of a day that the two keep, and this one has not been asked
    yet.
    """
    if not session.is_by_hand or session.start is None or came_before(uow, posting):
        return False
    return brings(uow, session.tandem_id, posting.person_id, WITHOUT_RETROSPECTIVES)
