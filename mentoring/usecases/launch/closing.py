"""The end of a cycle: what will happen is shown, confirmed once, and carried out tandem by tandem.

Ending a tandem means: what is to come is cancelled with a friendly text, what was stays, the channel can still be read, the
calendar is no longer watched, and both get a word of thanks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.closing import Closing, ClosingState
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person
from mentoring.domain.programme import Programme
from mentoring.domain.session import Session, without_slot
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Effect
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.numbers import next_number
from mentoring.usecases.common.postings import post, touch
from mentoring.usecases.polls.booking import end_sessions
from mentoring.usecases.polls.polls import close as close_poll
from mentoring.usecases.polls.polls import living
from mentoring.usecases.sessions.booking import farewell
from mentoring.usecases.sessions.calendars import organizer_of

KIND, THANKS = "closing", "closed"


@dataclass(frozen=True)
class ClosingNotice(Notice):
    """A closing before, while and after it is carried out. ``ahead`` sessions will be cancelled."""

    closing: Closing
    running: int
    ahead: int
    channels: int


@dataclass(frozen=True)
class ThanksNotice(Notice):
    """A tandem that has come to its end, as one of the two sees it."""

    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme


@shows(KIND, to="owners")
def closing_notice(uow: UnitOfWork, scene: Scene) -> ClosingNotice:
    """What owners see of a closing."""
    closing = uow.closings.need(scene.posting.subject_id)
    tandems = uow.tandems.all(state=TandemState.LAUNCHED)
    ahead = _ahead(uow, [tandem.id for tandem in tandems], scene.now)
    return ClosingNotice(closing, len(tandems), len(ahead), sum(bool(tandem.channel_id) for tandem in tandems))


@shows(THANKS, to="person")
def thanks_notice(uow: UnitOfWork, scene: Scene) -> ThanksNotice:
    """What one of the two reads at the end."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    return ThanksNotice(tandem, viewer, uow.people.need(tandem.partner_of(viewer.id)), scene.programme)


def _ahead(uow: UnitOfWork, tandem_ids: list[str], now: datetime) -> list[Session]:
    return [s for s in uow.sessions.all(tandem_id=tandem_ids) if s.is_ahead(now)] if tandem_ids else []


def prepare(uow: UnitOfWork, _moment: Moment, owner: str, chat: Chat) -> Closing:
    """Show what closing would do; nothing happens yet.

    Raises:
        Refusal: ``close-nobody`` while no tandem runs, ``close-running``.
    """
    uow.alone(KIND)
    _none_running(uow)
    if not uow.tandems.all(state=TandemState.LAUNCHED):
        raise Refusal("close-nobody")
    closing = uow.closings.put(Closing(f"closing-{next_number(uow, 'closing')}", owner))
    post(uow, KIND, closing.id, owner, chat=chat)
    return closing


def _none_running(uow: UnitOfWork) -> None:
    if uow.closings.all(state=ClosingState.RUNNING):
        raise Refusal("close-running")


def confirm(uow: UnitOfWork, moment: Moment, closing_id: str) -> None:
    """End all running tandems; confirming twice ends them once.

    Raises:
        Refusal: ``close-nobody`` if no tandem runs any more, ``close-running`` if another closing is at work.
    """
    uow.alone(KIND)
    now = moment.now
    closing = uow.closings.need(closing_id)
    if closing.state is not ClosingState.PREVIEW:
        return
    _none_running(uow)
    tandems = uow.tandems.all(state=TandemState.LAUNCHED)
    if not tandems:
        raise Refusal("close-nobody")
    for tandem in tandems:
        uow.effects.add(Effect(f"end:{closing.id}:{tandem.id}", "end_tandem", f"{closing.id}:{tandem.id}"))
    uow.closings.put(replace(closing, state=ClosingState.RUNNING, tandems=len(tandems), started_at=now))
    touch(uow, KIND, closing.id)


async def end_series(world: World, tandem_id: str, cause: str) -> None:
    """Cancel what is to come of a tandem, keep what was, and end the series; a repeat changes nothing.

    ``cause`` chooses the friendly text (``session-cancelled-<cause>``).
    """
    tandem, ahead, comment = await world.run(_ending, tandem_id, cause)
    moment = await world.moment()
    await end_sessions(world, tandem, organizer_of(moment, tandem), ahead, moment.now, comment)


def _ending(uow: UnitOfWork, moment: Moment, tandem_id: str, cause: str) -> tuple[Tandem, list[Session], str]:
    tandem = uow.tandems.need(tandem_id)
    for poll in living(uow, tandem.id):
        close_poll(uow, poll)
    ahead = _ahead(uow, [tandem.id], moment.now)
    return tandem, ahead, farewell(uow, moment, tandem, cause)


def close(uow: UnitOfWork, tandem_id: str) -> Tandem:
    """The tandem is over: from now on its events are nobody's business of ours."""
    tandem = uow.tandems.need(tandem_id)
    if tandem.state is TandemState.LAUNCHED:
        tandem = uow.tandems.put(replace(tandem, state=TandemState.CLOSED))
    return tandem


async def archive(world: World, tandem_id: str) -> None:
    """Let the tandem's channel be read only."""
    tandem = await world.read(lambda uow, _: uow.tandems.need(tandem_id))
    if tandem.channel_id:
        await world.channels.archive_channel(tandem.team_id, tandem.channel_id)


def ended(uow: UnitOfWork, moment: Moment, closing_id: str, tandem_id: str, *, clear: bool) -> None:
    """Both read thanks, and the closing counts on; the last one makes the receipt, which names what is not ``clear``."""
    now = moment.now
    tandem, closing = uow.tandems.need(tandem_id), uow.closings.need(closing_id)
    for session in _ahead(uow, [tandem.id], now):
        uow.sessions.put(replace(without_slot(session), state="cancelled"))
    for person in (tandem.mentor_id, tandem.mentee_id):
        post(uow, THANKS, tandem.id, person)
    touch(uow, "tandem", tandem.id)
    touch(uow, "deputy", tandem.id)
    uow.effects.add(Effect(f"watch:{tandem.organizer_id}:{closing_id}:{tandem_id}", "watch", tandem.organizer_id))
    over = tuple(sorted({*closing.ended, tandem_id}))
    troubled = closing.troubled if clear else tuple(sorted({*closing.troubled, tandem.number}))
    state = ClosingState.DONE if len(over) >= closing.tandems else ClosingState.RUNNING
    done_at = now if state is ClosingState.DONE else None
    uow.closings.put(replace(closing, ended=over, troubled=troubled, state=state, done_at=done_at))
    touch(uow, KIND, closing_id)
