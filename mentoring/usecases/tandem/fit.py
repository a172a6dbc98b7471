"""Whether the tandem fits: asked once of each, on a day after their first session, and answered
with one press for oneself alone.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.fit import Feeling, Fit, fit_id
from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.undoing import TakenBack
from mentoring.notices import Notice, Scene, matters, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.one_a_day import next_day_at_work
from mentoring.usecases.common.postings import came_before
from mentoring.usecases.common.showing import OwnCards, Subjects, depends
from mentoring.usecases.common.timers import set_timer
from mentoring.usecases.common.undone import is_undone, stood_as
from mentoring.usecases.polls.after_session import when_met
from mentoring.usecases.polls.living_polls import running
from mentoring.usecases.tandem.when_it_fits import bring_later


@dataclass(frozen=True)
class FitNotice(Notice):
    """The question as one of the two sees it, with what they have ``said``, if anything.

    ``is_over``: the tandem is, or goes on as another; then nothing is asked any more.
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme
    said: Feeling | None = None
    is_over: bool = False


@shows(to="person", in_hours=True)
def fit_card(uow: UnitOfWork, scene: Scene) -> FitNotice:
    """What the posting's person sees of it."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    partner = uow.people.need(tandem.partner_of(viewer.id))
    if not _runs(uow, tandem):
        return FitNotice(tandem, viewer, partner, scene.programme, is_over=True)
    found = uow.fits.get(fit_id(tandem.id, tandem.role_of(viewer.id)))
    said = found.feeling if found else None
    return FitNotice(tandem, viewer, partner, scene.programme, said)


def _runs(uow: UnitOfWork, tandem: Tandem) -> bool:
    return tandem.state is TandemState.LAUNCHED and not is_undone(uow, tandem.id)


@depends(fit_card, Fit, Tandem, TakenBack)
def _tandems(_uow: UnitOfWork, change: Altered) -> Subjects:
    """What was answered, and whether the tandem runs."""
    match change.row:
        case Fit(tandem_id=tandem_id, author_id=author):
            return OwnCards(author, (tandem_id,))
        case TakenBack(id=tandem_id):
            return [tandem_id]
    return [change.row.id] if change.alters("state") else ()


@matters(fit_card)
def _is_asked(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    """Never twice, however often it was to be asked while it waited for its day."""
    tandem = uow.tandems.get(posting.subject_id)
    if tandem is None or not _runs(uow, tandem):
        return False
    return not came_before(uow, posting, stood_as(uow, tandem.id))


@when_met
def _ask(uow: UnitOfWork, moment: Moment, session: Session, person_id: str) -> None:
    """Whoever has met for the first time is asked on their next working day, and never again."""
    before = stood_as(uow, session.tandem_id)
    if uow.postings.any(kind=fit_card.name, subject_id=before, person_id=person_id):
        return
    if any(each.took_place(moment.now) for each in _others(uow, before, session)):
        return
    about = f"{fit_card.name}:{session.tandem_id}:{person_id}"
    set_timer(uow, bring_later, about, next_day_at_work(uow.people.need(person_id), moment))


def _others(uow: UnitOfWork, tandems: Collection[str], session: Session) -> list[Session]:
    return [each for each in uow.sessions.all(tandem_id=tandems) if each.id != session.id]


def say(
    uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, feeling: Feeling | None
) -> None:
    """Answer, or with None take back the answer that stands there.

    Raises:
        Refusal: ``stale`` once the tandem is over; ``not-yours``.
    """
    key = fit_id(tandem_id, running(uow, tandem_id).role_of(person_id))
    if feeling is None:
        uow.fits.delete(key)
    else:
        uow.fits.put(Fit(key, tandem_id, person_id, feeling, moment.now))
