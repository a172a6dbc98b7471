"""*Go on*: after their last session each of the two is asked whether they would like more; only if
both would are times put to them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from mentoring.domain.errors import Refusal
from mentoring.domain.further import MORE, FurtherWish, GoingOn, wish_id
from mentoring.domain.people import Person, Role
from mentoring.domain.poll import Poll, PollState
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.session import are_through
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.notices import Notice, Scene, matters, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, Altered, UnitOfWork
from mentoring.usecases.common.showing import OwnCards, Subjects, depends
from mentoring.usecases.launch.extending import ask_for_further
from mentoring.usecases.polls.after_session import when_session_over
from mentoring.usecases.polls.living_polls import living, running
from mentoring.usecases.tandem.when_it_fits import bring_when_it_fits

Times = Literal["asking", "booked", "none"]


@dataclass(frozen=True)
class FurtherNotice(Notice):
    """The question as one of the two sees it, with what they have ``said``.

    ``agreed``: both would like more, and ``times`` is what has become of the times for it;
    ``is_over``: the tandem is.
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme
    said: GoingOn = GoingOn.OPEN
    agreed: bool = False
    is_over: bool = False
    times: Times = "asking"


@shows(to="person", in_hours=True)
def further_card(uow: UnitOfWork, scene: Scene) -> FurtherNotice:
    """What the posting's person sees of it; of the other one's answer only that both would."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    shown = FurtherNotice(
        tandem, viewer, uow.people.need(tandem.partner_of(viewer.id)), scene.programme
    )
    if tandem.state is not TandemState.LAUNCHED:
        return replace(shown, is_over=True)
    if _both_would(uow, tandem.id):
        return replace(shown, said=GoingOn.YES, agreed=True, times=_times(uow, tandem.id))
    found = uow.further_wishes.get(wish_id(tandem.id, tandem.role_of(viewer.id)))
    return replace(shown, said=found.going_on) if found else replace(shown, is_over=True)


def _both_would(uow: UnitOfWork, tandem_id: str) -> bool:
    found = uow.further_wishes.all(tandem_id=tandem_id)
    return [each.going_on for each in found] == [GoingOn.YES, GoingOn.YES]


def _times(uow: UnitOfWork, tandem_id: str) -> Times:
    """Whether times are still being put to them, one is booked, or none has suited both."""
    found = uow.polls.all(tandem_id=tandem_id, further=Above(0))
    poll = max(found, key=lambda each: each.created_at, default=None)
    if poll is None or poll.state in {PollState.SEARCHING, PollState.BOOKING}:
        return "asking"
    if poll.state is PollState.OPEN:
        return "asking" if poll.options else "none"
    return "booked" if poll.state is PollState.BOOKED else "none"


@depends(further_card, FurtherWish, Tandem, Poll)
def _tandems(uow: UnitOfWork, change: Altered) -> Subjects:
    """What was answered, what has become of the times, and whether the tandem runs."""
    if isinstance(change.row, FurtherWish):
        tandem_id, author = change.row.tandem_id, change.row.author_id
        is_both = not change.before or _both_would(uow, tandem_id)
        return [tandem_id] if is_both else OwnCards(author, (tandem_id,))
    if isinstance(change.row, Poll):
        told = change.row.further and change.alters("state", "options", "further")
        return [change.row.tandem_id] if told else ()
    return [change.row.id] if change.alters("state") else ()


@matters(further_card)
def _is_asked(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    """Whether the person can still answer, and has not."""
    tandem = uow.tandems.get(posting.subject_id)
    if tandem is None or tandem.state is not TandemState.LAUNCHED:
        return False
    found = uow.further_wishes.get(wish_id(tandem.id, tandem.role_of(posting.person_id)))
    return found is not None and found.going_on is GoingOn.OPEN


@when_session_over
def _ask(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """After the last session both are asked, once; those who have gone on, after the last of these
    again. Who goes from session to session is asked for the next one anyhow, and who keep their own
    dates go on as they like.
    """
    if tandem.by_hand.has_dates or (tandem.rhythm or moment.programme.sessions.rhythm) == "tandem":
        return
    through = are_through(uow.sessions.all(tandem_id=tandem.id), moment.now)
    if not through or living(uow, tandem.id):
        return
    if uow.further_wishes.any(tandem_id=tandem.id) and not _both_would(uow, tandem.id):
        return
    for person, role in ((tandem.person(role), role) for role in Role):
        key = wish_id(tandem.id, role)
        uow.further_wishes.put(FurtherWish(key, tandem.id, person, GoingOn.OPEN, moment.now))
        bring_when_it_fits(uow, moment, further_card, tandem.id, person)


def say(uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, going_on: GoingOn) -> None:
    """Say whether one would like more, for oneself alone; if both would, times are looked for.

    Raises:
        Refusal: ``stale`` once the tandem is over, or before one was asked; ``not-yours``.
    """
    tandem = running(uow, tandem_id)
    found = uow.further_wishes.get(wish_id(tandem_id, tandem.role_of(person_id)))
    if _both_would(uow, tandem_id):
        return
    if found is None:
        raise Refusal("stale")
    uow.further_wishes.put(replace(found, going_on=going_on, at=moment.now))
    if _both_would(uow, tandem_id):
        ask_for_further(uow, moment, tandem, MORE)
